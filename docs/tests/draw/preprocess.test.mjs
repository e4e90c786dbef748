// The page's preprocessing gives the numbers that Java's Digits.fromImage gives; mnist-datasets' DigitsGolden wrote them, and its test keeps
// them fresh.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { preprocess } from '../../.vitepress/theme/draw/preprocess.js'

const SAME = 1e-6 // the file has seven decimals
const golden = JSON.parse(readFileSync(new URL('golden.json', import.meta.url), 'utf8'))

for (const [name, { width, height, rgba, field }] of Object.entries(golden)) {
  test(`${name}: the same 784 numbers as in Java`, () => {
    const data = inflateSync(Buffer.from(rgba, 'base64'))
    assert.equal(data.length, width * height * 4)
    const seen = preprocess({ width, height, data })
    assert.equal(seen.length, 784)
    let worst = 0
    seen.forEach((value, i) => (worst = Math.max(worst, Math.abs(value - field[i]))))
    assert.ok(worst <= SAME, `pixels differ by up to ${worst}`)
  })
}

test('all ten digits are there, with ink', () => {
  for (let digit = 0; digit < 10; digit++) {
    const ink = golden[`drawn ${digit}`].field.reduce((sum, value) => sum + value, 0)
    assert.ok(ink > 30, `${digit} has ink ${ink}`)
  }
})

test('no ink, no numbers', () => {
  const white = { width: 280, height: 280, data: new Uint8ClampedArray(280 * 280 * 4).fill(255) }
  assert.equal(preprocess(white), null)
  assert.equal(preprocess({ width: 280, height: 280, data: new Uint8ClampedArray(280 * 280 * 4) }), null)
  assert.equal(preprocess({ width: 11, height: 280, data: new Uint8ClampedArray(11 * 280 * 4) }), null)
})

test('a speck alone is no digit', () => {
  const data = new Uint8ClampedArray(280 * 280 * 4).fill(255)
  for (let i = 0; i < 3; i++) data.fill(0, ((100 + i) * 280 + 100) * 4, ((100 + i) * 280 + 103) * 4)
  for (let i = 3; i < data.length; i += 4) data[i] = 255
  assert.equal(preprocess({ width: 280, height: 280, data }), null)
})
