// What io.github.mnist4j.datasets.Digits does, in the same order and with the same operations, so that the page sees what Java sees, to the last
// bit; docs/tests/draw/preprocess.test.mjs holds it against Java's numbers. Why it is done so stands
// there.

import { overlap } from './area.js'
import { fieldOf } from './field.js'
import { inkOf } from './ink.js'
import { Paper } from './paper.js'

const LONGEST = 320

/**
 * Makes of a picture of a digit what the network takes: 28 × 28 numbers from 0 (paper) to 1 (ink), row by row; null where there is no ink.
 * @param {{width: number, height: number, data: ArrayLike<number>}} image red, green, blue and alpha of each pixel, as ImageData has them
 */
export function preprocess(image) {
  if (Math.min(image.width, image.height) < 12) return null
  const picture = pictureOf(image)
  const ink = inkOf(picture, new Paper(picture))
  return ink.longer < 6 ? null : fieldOf(ink)
}

function pictureOf({ width, height, data }) {
  const longer = Math.max(width, height)
  const reduced = side => (longer <= LONGEST ? side : Math.max(1, Math.floor((side * LONGEST) / longer)))
  const toWidth = reduced(width)
  const toHeight = reduced(height)
  return opaque(toWidth, toHeight, averages(data, width, height, toWidth, toHeight))
}

function averages(data, fromWidth, fromHeight, width, height) {
  const sums = new Float64Array(width * height * 4)
  const narrow = new Float64Array(width * 4)
  const across = fromWidth / width
  const down = fromHeight / height
  for (let y = 0; y < fromHeight; y++) {
    narrowRow(data, y * fromWidth * 4, fromWidth, narrow, across)
    for (let to = Math.floor(y / down); to < height && to * down < y + 1; to++) {
      const share = overlap(y, y + 1, to * down, (to + 1) * down) / (across * down)
      for (let i = 0; i < narrow.length; i++) sums[to * narrow.length + i] += narrow[i] * share
    }
  }
  return sums
}

function narrowRow(data, start, length, narrow, across) {
  narrow.fill(0)
  for (let x = 0; x < length; x++) {
    const pixel = start + x * 4
    const alpha = data[pixel + 3] / 255
    const red = (data[pixel] / 255) * alpha
    const green = (data[pixel + 1] / 255) * alpha
    const blue = (data[pixel + 2] / 255) * alpha
    for (let to = Math.floor(x / across); to < narrow.length / 4 && to * across < x + 1; to++) {
      const share = overlap(x, x + 1, to * across, (to + 1) * across)
      narrow[to * 4] += red * share
      narrow[to * 4 + 1] += green * share
      narrow[to * 4 + 2] += blue * share
      narrow[to * 4 + 3] += alpha * share
    }
  }
}

function opaque(width, height, sums) {
  const border = [0, 0, 0, 0]
  const all = [0, 0, 0, 0]
  let count = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const edge = x === 0 || y === 0 || x === width - 1 || y === height - 1
      count += edge ? 1 : 0
      for (let i = 0; i < 4; i++) {
        const value = sums[(y * width + x) * 4 + i]
        all[i] += value
        border[i] += edge ? value : 0
      }
    }
  }
  const clear = border[3] < 0.5 * count
  const dark = all[0] + all[1] + all[2] < 1.5 * all[3]
  const rgb = new Float64Array(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const missing = Math.max(0, 1 - sums[pixel * 4 + 3])
    for (let i = 0; i < 3; i++) {
      const behind = clear ? (dark ? 1 : 0) : border[i] / border[3]
      rgb[pixel * 3 + i] = sums[pixel * 4 + i] + missing * behind
    }
  }
  return { width, height, rgb }
}
