import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { deadLinks } from '../site/links.mjs'

let folder

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'links-'))
  write('guides/data.html', '<h2 id="pictures">Pictures</h2>')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function dead(link, api = true) {
  write('index.html', `<h1 id="top"></h1><a href="${link}">x</a><script>const a = ' href="nowhere"'</script>`)
  return deadLinks(folder, { api })
}

test('links to files, folders, anchors and other hosts live', () => {
  write('zh/index.html', '')
  for (const link of ['./guides/data.html', './guides/data.html#pictures', './zh/', '#top', 'https://example.org/x', 'mailto:a@example.org']) {
    assert.deepEqual(dead(link), [], link)
  }
})

test('a missing page, a missing anchor, an absolute address are dead', () => {
  assert.deepEqual(dead('./guides/none.html'), ['index.html: ./guides/none.html leads to no file'])
  assert.deepEqual(dead('./guides/data.html#none'), ['index.html: ./guides/data.html#none has no anchor in guides/data.html'])
  assert.deepEqual(dead('#none'), ['index.html: #none has no anchor in index.html'])
  assert.deepEqual(dead('/guides/data.html'), ['index.html: /guides/data.html is absolute: the site could not be moved'])
})

test('the API is looked for where it was built', () => {
  assert.deepEqual(dead('./api/index.html', false), [])
  assert.deepEqual(dead('./api/index.html'), ['index.html: ./api/index.html leads to no file'])
})
