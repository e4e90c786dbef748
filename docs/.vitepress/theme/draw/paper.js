// A part of preprocess.js: what the Java classes Levels and Paper do.

export class Levels {
  static STEPS = 256
  counts = new Float64Array(Levels.STEPS)
  total = 0

  add(level) {
    this.counts[Math.min(Levels.STEPS - 1, Math.floor(level * Levels.STEPS))]++
    this.total++
  }

  quantile(share) {
    let below = 0
    for (let step = 0; step < Levels.STEPS; step++) {
      below += this.counts[step]
      if (below > share * this.total) return step / Levels.STEPS
    }
    return 1
  }

  otsu() {
    let sum = 0
    for (let step = 0; step < Levels.STEPS; step++) sum += step * this.counts[step]
    let best = 0
    let first = Levels.STEPS
    let last = Levels.STEPS
    let lower = 0
    let lowerSum = 0
    for (let step = 0; step < Levels.STEPS - 1; step++) {
      lower += this.counts[step]
      lowerSum += step * this.counts[step]
      const upper = this.total - lower
      if (lower === 0 || upper === 0) continue
      const apart = lowerSum / lower - (sum - lowerSum) / upper
      const between = lower * upper * apart * apart
      if (between > best) {
        best = between
        first = step + 1
      }
      if (between === best) last = step + 1
    }
    return (first + last) / 2 / Levels.STEPS
  }
}

const BOUND = 3 * 1.4826
const ROUNDS = 6
const TERMS = 6
const SAMPLES_A_SIDE = 64
const RIDGE = 1e-6
const LEAST_NOISE = 0.02

export class Paper {
  terms = new Float64Array(TERMS)
  difference = new Float64Array(3)
  surface = [new Float64Array(TERMS), new Float64Array(TERMS), new Float64Array(TERMS)]
  direction = new Float64Array(3)
  inkKnown = false
  noise = 0

  constructor(picture) {
    this.picture = picture
    this.stride = Math.max(1, Math.floor(Math.max(picture.width, picture.height) / SAMPLES_A_SIDE))
    this.fit()
  }

  ink(x, y) {
    this.differ(x, y)
    const d = this.difference
    const ink = this.direction
    return this.inkKnown
      ? (d[0] * ink[0] + d[1] * ink[1] + d[2] * ink[2]) / Math.sqrt(3)
      : Math.sqrt((d[0] * d[0] + d[1] * d[1] + d[2] * d[2]) / 3)
  }

  differ(x, y) {
    this.locate(x, y)
    const pixel = (y * this.picture.width + x) * 3
    for (let channel = 0; channel < 3; channel++) {
      let paper = 0
      for (let i = 0; i < TERMS; i++) paper += this.surface[channel][i] * this.terms[i]
      this.difference[channel] = this.picture.rgb[pixel + channel] - paper
    }
  }

  locate(x, y) {
    const u = (2 * x + 1) / this.picture.width - 1
    const v = (2 * y + 1) / this.picture.height - 1
    const terms = this.terms
    terms[0] = 1
    terms[1] = u
    terms[2] = v
    terms[3] = u * u
    terms[4] = u * v
    terms[5] = v * v
  }

  fit() {
    const columns = Math.floor((this.picture.width + this.stride - 1) / this.stride)
    const rows = Math.floor((this.picture.height + this.stride - 1) / this.stride)
    const paper = new Uint8Array(rows * columns)
    const levels = new Float64Array(rows * columns)
    this.startAtBorder(paper, rows, columns)
    for (let round = 0; round < ROUNDS; round++) {
      this.measure(levels, columns)
      this.noise = bound(levels, paper)
      const threshold = this.threshold(levels, round > 1)
      const most = round < ROUNDS - 1 ? threshold : Math.max(this.noise, LEAST_NOISE)
      for (let i = 0; i < levels.length; i++) paper[i] = levels[i] < threshold && Math.abs(levels[i]) <= most ? 1 : 0
      this.aim(levels, threshold, columns)
      this.leastSquares(paper, columns)
    }
    this.measure(levels, columns)
    this.noise = bound(levels, paper)
  }

  startAtBorder(paper, rows, columns) {
    const wide = Math.max(1, Math.floor(Math.min(rows, columns) / 16))
    const border = [new Levels(), new Levels(), new Levels()]
    for (let i = 0; i < paper.length; i++) {
      const row = Math.floor(i / columns)
      const column = i % columns
      paper[i] = row < wide || column < wide || row >= rows - wide || column >= columns - wide ? 1 : 0
      if (paper[i]) {
        const pixel = (row * this.stride * this.picture.width + column * this.stride) * 3
        for (let channel = 0; channel < 3; channel++) border[channel].add(this.picture.rgb[pixel + channel])
      }
    }
    for (let channel = 0; channel < 3; channel++) this.surface[channel][0] = border[channel].quantile(0.5)
  }

  measure(levels, columns) {
    for (let i = 0; i < levels.length; i++) levels[i] = this.ink((i % columns) * this.stride, Math.floor(i / columns) * this.stride)
  }

  threshold(levels, aimless) {
    const above = new Levels()
    const all = new Levels()
    for (const level of levels) {
      above.add(level > this.noise ? level : 0)
      all.add(Math.max(0, level))
    }
    return aimless && !this.inkKnown ? all.otsu() : above.otsu()
  }

  aim(levels, threshold, columns) {
    const sum = [0, 0, 0]
    for (let i = 0; i < levels.length; i++) {
      if (levels[i] >= threshold) {
        this.differ((i % columns) * this.stride, Math.floor(i / columns) * this.stride)
        for (let channel = 0; channel < 3; channel++) sum[channel] += this.difference[channel]
      }
    }
    const length = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2])
    this.inkKnown = length > 0
    for (let channel = 0; channel < 3 && this.inkKnown; channel++) this.direction[channel] = sum[channel] / length
  }

  leastSquares(paper, columns) {
    const equations = Array.from({ length: TERMS }, () => new Float64Array(TERMS + 3))
    for (let i = 0; i < paper.length; i++) {
      if (paper[i]) {
        const x = (i % columns) * this.stride
        const y = Math.floor(i / columns) * this.stride
        this.locate(x, y)
        const pixel = (y * this.picture.width + x) * 3
        for (let row = 0; row < TERMS; row++) {
          for (let column = 0; column < TERMS; column++) equations[row][column] += this.terms[row] * this.terms[column]
          for (let channel = 0; channel < 3; channel++) {
            equations[row][TERMS + channel] += this.terms[row] * this.picture.rgb[pixel + channel]
          }
        }
      }
    }
    if (equations[0][0] > 0) this.solve(equations)
  }

  solve(equations) {
    const ridge = RIDGE * equations[0][0]
    for (let i = 1; i < TERMS; i++) equations[i][i] += ridge
    for (let pivot = 0; pivot < TERMS; pivot++) {
      for (let row = 0; row < TERMS; row++) {
        const factor = equations[row][pivot] / equations[pivot][pivot]
        for (let column = pivot; column < TERMS + 3 && row !== pivot; column++) {
          equations[row][column] -= factor * equations[pivot][column]
        }
      }
    }
    for (let channel = 0; channel < 3; channel++) {
      for (let i = 0; i < TERMS; i++) this.surface[channel][i] = equations[i][TERMS + channel] / equations[i][i]
    }
  }
}

function bound(levels, paper) {
  const distances = new Levels()
  for (let i = 0; i < levels.length; i++) {
    if (paper[i]) distances.add(Math.abs(levels[i]))
  }
  return BOUND * distances.quantile(0.5)
}
