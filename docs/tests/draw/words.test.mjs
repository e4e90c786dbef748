import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inWords, percent } from '../../.vitepress/theme/draw/words.js'

const of = probabilities => Array.from({ length: 10 }, (_, digit) => probabilities[digit] ?? 0)

test('a sure digit is named with how sure', () => {
  assert.equal(inWords(of({ 7: 0.976, 1: 0.024 })), 'It looks like a 7, 98 %.')
  assert.equal(inWords(of({ 8: 1 })), 'It looks like an 8, 100 %.')
})

test('of two in doubt both are named, the likelier first', () => {
  assert.equal(inWords(of({ 4: 0.45, 9: 0.51, 8: 0.04 })), 'It could be a 9, 51 %, or a 4, 45 %.')
})

test('percentages are whole', () => assert.equal(percent(0.0049), '0 %'))
