import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { BASE, relocate } from '../site/relocate.mjs'

let folder

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'relocate-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function moved(path, text) {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  await relocate(folder)
  return readFileSync(file, 'utf8')
}

test('addresses in HTML lead up from where the page lies', async () => {
  assert.match(await moved('a/b/page.html', `<html><head></head><body><a href="${BASE}why.html">x</a></body></html>`), /<a href="\.\.\/\.\.\/why\.html">/)
  assert.match(await moved('page.html', `<html><head></head><body><a href="${BASE}why.html">x</a></body></html>`), /<a href="\.\/why\.html">/)
})

test('a script finds its base before anything else runs', async () => {
  const html = await moved('a/page.html', `<html><head><script src="${BASE}x.js"></script></head><body></body></html>`)
  assert.match(html, /^<html><head><script>siteAddress=new URL\("\.\.\/",location\.href\)\.pathname;siteBase=[^<]*<\/script><script src="\.\.\/x\.js">/)
})

test('styles lead up, too', async () => {
  assert.equal(await moved('assets/style.css', `a{background:url(${BASE}assets/a.svg)}`), 'a{background:url(../assets/a.svg)}')
})

for (const [name, code] of [
  ['single quotes', `out = 'x${BASE}it\\'s${BASE}'`],
  ['double quotes', `out = "x${BASE}\\u0041${BASE}"`],
  ['templates', 'out = `x' + BASE + '${1 + 1}' + BASE + '`'],
  ['text in a template in a template', 'out = `${[`' + BASE + '`, "' + BASE + '"].join()}`'],
  ['keys beside values', `out = { "a": "${BASE}", b: ["${BASE}c"] }.b[0]`]
]) {
  test(`strings keep their meaning: ${name}`, async () => {
    const text = await moved('assets/app.js', code)
    assert.ok(!text.includes(BASE))
    const run = (source, siteBase) => new Function('siteBase', `let out; ${source}; return out`)(siteBase)
    assert.equal(run(text, '/some/where/'), run(code, '').replaceAll(BASE, '/some/where/'))
  })
}

test('a base outside of strings is an error rather than a broken site', async () => {
  await assert.rejects(moved('assets/app.js', `out = /${BASE.replaceAll('/', '\\/')}/; x = "${BASE}" // ${BASE}`), /outside of its strings/)
})

test('what has no base in it is left as it is', async () => {
  assert.equal(await moved('assets/app.js', 'not { a script'), 'not { a script')
})
