// A part of preprocess.js: what the Java class Area does, and the smallest box around pixels.

export function overlap(from, to, otherFrom, otherTo) {
  return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom))
}

export function resample(image, width, left, top, step, toWidth, toHeight) {
  const height = image.length / width
  const narrow = new Float64Array(height * toWidth)
  for (let to = 0; to < toWidth; to++) {
    const from = left + to * step
    for (let x = Math.max(0, Math.floor(from)); x < width && x < from + step; x++) {
      const share = overlap(x, x + 1, from, from + step) / step
      for (let y = 0; y < height; y++) narrow[y * toWidth + to] += image[y * width + x] * share
    }
  }
  const result = new Float64Array(toHeight * toWidth)
  for (let to = 0; to < toHeight; to++) {
    const from = top + to * step
    for (let y = Math.max(0, Math.floor(from)); y < height && y < from + step; y++) {
      const share = overlap(y, y + 1, from, from + step) / step
      for (let x = 0; x < toWidth; x++) result[to * toWidth + x] += narrow[y * toWidth + x] * share
    }
  }
  return result
}

export class Box {
  left = Infinity
  top = Infinity
  right = -1
  bottom = -1

  add(x, y) {
    this.left = Math.min(this.left, x)
    this.right = Math.max(this.right, x)
    this.top = Math.min(this.top, y)
    this.bottom = Math.max(this.bottom, y)
  }

  get longer() {
    return Math.max(this.right - this.left, this.bottom - this.top) + 1
  }
}
