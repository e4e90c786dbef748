// The figures on the page Why are those of the last benchmark run: when that page is written anew, these are to be mended.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const docs = dirname(dirname(fileURLToPath(import.meta.url)))
const COLUMNS = { Mnist4J: 'mnist4j', DJL: 'djl', 'TensorFlow Java': 'tensorflow', DL4J: 'dl4j', Keras: 'keras', PyTorch: 'pytorch' }

function table(page, firstHeading) {
  const lines = readFileSync(join(docs, page), 'utf8').split('\n')
  const start = lines.findIndex(line => line.startsWith(`| ${firstHeading} |`.replace('  ', ' ')))
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'))
  const [heading, , ...rows] = lines.slice(start, end).map(line => line.split('|').slice(1, -1).map(cell => cell.trim()))
  return { columns: heading.slice(1), rows }
}

const measured = table('reference/performance.md', 'median')

test('each figure of the page Why is the one that was measured', () => {
  const why = table('why.md', '')
  assert.deepEqual(why.columns, Object.keys(COLUMNS))
  assert.ok(why.rows.length >= 8)
  for (const [label, ...cells] of why.rows) {
    const source = measured.rows.find(row => row[0] === label)
    assert.ok(source, `performance.md has no line '${label}'`)
    cells.forEach((cell, at) => {
      const contestant = COLUMNS[why.columns[at]]
      assert.equal(cell, source[1 + measured.columns.indexOf(contestant)].split(' ')[0], `${label}, ${contestant}`)
    })
  }
})

test('a step takes less than half the time of the fastest peer, as the start pages say', () => {
  const [, ratio] = /^ratio to best peer: ([0-9.]+)$/m.exec(readFileSync(join(docs, 'reference/performance.md'), 'utf8'))
  assert.ok(Number(ratio) < 0.5)
})

test('what the page Why says of who is first is so', () => {
  const best = (label, least) => {
    const row = measured.rows.find(cells => cells[0] === label).slice(1).map(cell => Number(cell.split(' ')[0]))
    const peers = measured.columns.map((name, at) => [name, row[at]]).filter(([name, value]) => name !== 'mnist4j-plain' && !Number.isNaN(value))
    return peers.sort((a, b) => (least ? a[1] - b[1] : b[1] - a[1]))[0][0]
  }
  assert.equal(best('step, batch 32, 2 threads (ms)', true), 'mnist4j')
  assert.equal(best('epoch of 60000 images (s)', true), 'mnist4j')
  assert.equal(best('one picture, 1 thread (µs)', true), 'mnist4j')
  assert.equal(best('first answer of a fresh process (s)', true), 'djl')
  assert.equal(best('download (MB)', true), 'djl')
  assert.equal(best('predict, batch 256, 1 thread (images/s)', false), 'keras')
})
