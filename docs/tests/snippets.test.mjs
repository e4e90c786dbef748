import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { typedCode } from '../site/snippets.mjs'

let root

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'snippets-'))
  write('examples/A.java', 'class A {\n  // #region body\n  int a;\n  // #endregion body\n  // #region open\n  // #region empty\n  // #endregion empty\n}\n')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function problems(page, text) {
  write(`docs/${page}`, text)
  return typedCode(join(root, 'docs'))
}

test('the site has no code that is typed in', () => {
  assert.deepEqual(typedCode(dirname(dirname(fileURLToPath(import.meta.url)))), [])
})

test('imports of files and regions are fine', () => {
  assert.deepEqual(problems('guides/a.md', '<<< ../../examples/A.java\n<<< ../../examples/A.java#body{java}\n<<< @/../examples/A.java#body{1,3 java} [A.java]\n'), [])
})

test('plain output may be typed in', () => {
  assert.deepEqual(problems('a.md', '```\nEpoch 1/2\n```\n\n```text\n<<< no import\n```\n'), [])
})

test('Java in a page is named by its line', () => {
  assert.deepEqual(problems('zh/a.md', 'text\n\n```java\nint a;\n```\n'), [
    'docs/zh/a.md:3 java is typed into the page; import it by <<< from a file that the build uses'
  ])
})

test('Kotlin and XML, in tildes and in lists, are no better', () => {
  assert.equal(problems('a.md', '~~~kotlin\n~~~\n\n- item\n\n  ````xml\n  ````\n').length, 2)
})

test('generated pages and those for contributors are free', () => {
  assert.deepEqual(problems('contributing/a.md', '```java\n```\n'), [])
  assert.deepEqual(problems('reference/keras-parity.md', '```java\n```\n'), [])
})

test('a missing file or region is named', () => {
  assert.deepEqual(problems('a.md', '<<< ../examples/B.java\n\n<<< ../examples/A.java#head\n\n<<< ../examples/A.java#open\n'), [
    'docs/a.md:1 no such file: examples/B.java',
    "docs/a.md:3 examples/A.java has no region 'head' with a start and an end",
    "docs/a.md:5 examples/A.java has no region 'open' with a start and an end"
  ])
})

test('an empty region, a file from elsewhere and what cannot be read are refused', () => {
  write('elsewhere.txt', '')
  write('examples/target/T.java', '')
  assert.deepEqual(problems('a.md', '<<< ../examples/A.java#empty\n<<< ../examples/target/T.java\n<<< ../examples/A.java and more\n'), [
    "docs/a.md:1 the region 'empty' of examples/A.java is empty",
    'docs/a.md:2 examples/target/T.java is not part of the repository',
    'docs/a.md:3 cannot be read as an import: <<< ../examples/A.java and more'
  ])
})
