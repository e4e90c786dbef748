// A part of preprocess.js: what the Java classes Strokes and Field do.

import { Box, resample } from './area.js'

const SIDE = 28

const STEP = 3
const CORNER = 4
const FAR = 1 << 20

function strokeWidth(ink) {
  const steps = distances(ink.strong.map(strong => 1 - strong), ink.width)
  let sum = 0
  let count = 0
  for (let i = 0; i < steps.length; i++) {
    if (ink.strong[i]) {
      sum += Math.min(steps[i], STEP * steps.length) / STEP - 0.5
      count++
    }
  }
  return (4 * sum) / count
}

function widened(ink, by) {
  const steps = distances(ink.strong, ink.width)
  return ink.strength.map((strength, i) => Math.max(strength, Math.max(0, Math.min(1, by + 0.5 - steps[i] / STEP))))
}

function distances(goals, width) {
  const height = goals.length / width
  const d = new Int32Array(goals.length)
  for (let i = 0; i < d.length; i++) d[i] = goals[i] ? 0 : FAR
  const nearer = (i, there, neighbour, step) => {
    if (there && d[neighbour] + step < d[i]) d[i] = d[neighbour] + step
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      nearer(i, x > 0, i - 1, STEP)
      nearer(i, y > 0, i - width, STEP)
      nearer(i, y > 0 && x > 0, i - width - 1, CORNER)
      nearer(i, y > 0 && x < width - 1, i - width + 1, CORNER)
    }
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) {
      const i = y * width + x
      nearer(i, x < width - 1, i + 1, STEP)
      nearer(i, y < height - 1, i + width, STEP)
      nearer(i, y < height - 1 && x < width - 1, i + width + 1, CORNER)
      nearer(i, y < height - 1 && x > 0, i + width - 1, CORNER)
    }
  }
  return d
}

const BOX = 20
const MIDDLE = 14
const THINNEST = 1.5

export function fieldOf(ink) {
  const by = (THINNEST * ink.longer - BOX * strokeWidth(ink)) / (2 * (BOX - THINNEST))
  return boxed(by > 0 ? widened(ink, by) : ink.strength, ink.width)
}

function boxed(strength, width) {
  const box = new Box()
  for (let i = 0; i < strength.length; i++) {
    if (strength[i] > 0) box.add(i % width, Math.floor(i / width))
  }
  const across = box.right + 1 - box.left
  const down = box.bottom + 1 - box.top
  const step = Math.max(across, down) / BOX
  const columns = Math.min(BOX, Math.ceil(across / step))
  const rows = Math.min(BOX, Math.ceil(down / step))
  const x = (box.left + box.right + 1 - columns * step) / 2
  const y = (box.top + box.bottom + 1 - rows * step) / 2
  return centred(resample(strength, width, x, y, step, columns, rows), columns)
}

function centred(box, columns) {
  const rows = box.length / columns
  let mass = 0
  let x = 0
  let y = 0
  for (let i = 0; i < box.length; i++) {
    mass += box[i]
    x += box[i] * (i % columns)
    y += box[i] * Math.floor(i / columns)
  }
  const right = shift(x / mass, columns)
  const down = shift(y / mass, rows)
  const field = new Float32Array(SIDE * SIDE)
  for (let i = 0; i < box.length; i++) {
    field[(Math.floor(i / columns) + down) * SIDE + (i % columns) + right] = Math.min(1, box[i])
  }
  return field
}

function shift(centre, length) {
  return Math.max(0, Math.min(SIDE - length, Math.floor(MIDDLE - centre + 0.5)))
}
