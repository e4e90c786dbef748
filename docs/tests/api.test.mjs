import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const docs = dirname(dirname(fileURLToPath(import.meta.url)))
const list = join(docs, '.vitepress/dist/api/element-list')

test('the API has each package that others may use, and no other', { skip: !existsSync(list) && 'the site was built without the API' }, () => {
  const exported = ['mnist-api', 'mnist-datasets'].flatMap(module => {
    const text = readFileSync(join(dirname(docs), module, 'src/main/java/module-info.java'), 'utf8')
    return [...text.matchAll(/exports ([\w.]+);/g)].map(match => match[1])
  })
  // the engine has no module-info, and one package
  assert.deepEqual(readFileSync(list, 'utf8').trim().split('\n').sort(), [...exported, 'io.github.mnist4j.nd4j'].sort())
})
