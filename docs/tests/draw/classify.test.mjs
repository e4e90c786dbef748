// The model that the page loads, run as the page runs it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import '@tensorflow/tfjs-backend-cpu'
import { loadClassifier } from '../../.vitepress/theme/draw/classify.js'

const folder = new URL('../../public/model/', import.meta.url)
const golden = JSON.parse(readFileSync(new URL('golden.json', import.meta.url), 'utf8'))

/** In Node, TF.js does not load from files. */
const files = {
  async load() {
    const json = JSON.parse(readFileSync(new URL('model.json', folder), 'utf8'))
    const bytes = Buffer.concat(json.weightsManifest.flatMap(group => group.paths).map(path => readFileSync(new URL(path, folder))))
    return {
      modelTopology: json.modelTopology,
      weightSpecs: json.weightsManifest.flatMap(group => group.weights),
      weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
    }
  }
}

let classify
before(async () => (classify = await loadClassifier(files)))

for (const [name, { field }] of Object.entries(golden).filter(([name]) => name.startsWith('drawn '))) {
  test(`${name} is read`, () => {
    const probabilities = classify(Float32Array.from(field))
    assert.equal(probabilities.length, 10)
    assert.ok(Math.abs(probabilities.reduce((a, b) => a + b) - 1) < 1e-5)
    assert.equal(probabilities.indexOf(Math.max(...probabilities)), Number(name.slice('drawn '.length)))
  })
}
