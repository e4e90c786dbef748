// A part of preprocess.js: what the Java classes Ink and Parts do.

import { Box } from './area.js'
import { Levels } from './paper.js'

const LEAST_CONTRAST = 0.06
const OVER_NOISE = 1.35
const FULL = 0.75
const FAINT = 0.03

export function inkOf({ width, height }, paper) {
  const levels = new Float64Array(width * height)
  const all = new Levels()
  for (let i = 0; i < levels.length; i++) {
    levels[i] = paper.ink(i % width, Math.floor(i / width))
    all.add(levels[i] > paper.noise ? levels[i] : 0)
  }
  const threshold = all.otsu()
  const above = new Levels()
  for (const level of levels) {
    if (level >= threshold) above.add(level)
  }
  const full = above.quantile(FULL)
  if (above.total === 0 || full < LEAST_CONTRAST || full < OVER_NOISE * paper.noise) return { width, height, longer: 0 }
  const parts = digitOf(levels, width, Math.max(paper.noise, FAINT * full), threshold)
  return within(parts, levels, width, full, threshold)
}

function within(parts, levels, width, full, threshold) {
  const strength = new Float64Array(levels.length)
  const strong = new Uint8Array(levels.length)
  const box = new Box()
  for (let i = 0; i < levels.length; i++) {
    if (parts[i]) {
      strength[i] = Math.min(1, levels[i] / full)
      strong[i] = levels[i] >= threshold ? 1 : 0
      if (strong[i]) box.add(i % width, Math.floor(i / width))
    }
  }
  return { width, height: levels.length / width, strength, strong, longer: box.right < 0 ? 0 : box.longer }
}

const SPECK = 0.03
const LEAST_EXTENT = 0.1
const FRAME = 0.2

/** Returns 1 for each pixel of the digit, and 0 for all others. */
function digitOf(levels, width, faint, threshold) {
  const height = levels.length / width
  const labels = new Int32Array(levels.length)
  const queue = new Int32Array(levels.length)
  const found = []
  for (let i = 0; i < levels.length; i++) {
    if (levels[i] >= threshold && labels[i] === 0) {
      found.push(flood(i, found.length + 1, labels, queue, levels, width, height, faint, threshold))
    }
  }
  const isFrame = ({ box, border }) =>
    (box.left === 0 && box.right === width - 1) || (box.top === 0 && box.bottom === height - 1) || border > FRAME * 2 * (width + height)
  let main = null
  for (const part of found) {
    const plausible = !isFrame(part) && part.box.longer >= LEAST_EXTENT * Math.min(width, height)
    if (plausible && (main === null || part.area > main.area)) main = part
  }
  const framed = main !== null
  for (const part of found) {
    if (!framed && (main === null || part.area > main.area)) main = part
  }
  const kept = [0, ...found.map(part => (part.area >= SPECK * main.area && !(framed && isFrame(part)) ? 1 : 0))]
  return labels.map(label => kept[label])
}

function flood(start, label, labels, queue, levels, width, height, faint, threshold) {
  const part = { area: 0, border: 0, box: new Box() }
  let end = 1
  queue[0] = start
  labels[start] = label
  for (let next = 0; next < end; next++) {
    const x = queue[next] % width
    const y = Math.floor(queue[next] / width)
    if (levels[queue[next]] >= threshold) {
      part.area++
      part.border += x === 0 || y === 0 || x === width - 1 || y === height - 1 ? 1 : 0
      part.box.add(x, y)
    }
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        const neighbour = ny * width + nx
        if (labels[neighbour] === 0 && levels[neighbour] > faint) {
          labels[neighbour] = label
          queue[end++] = neighbour
        }
      }
    }
  }
  return part
}
