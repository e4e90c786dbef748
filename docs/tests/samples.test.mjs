// Gradle's coordinates are those of the build, which Maven runs (examples/standalone/run).
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const docs = dirname(dirname(fileURLToPath(import.meta.url)))
const read = path => readFileSync(join(dirname(docs), path), 'utf8')
const parent = read('pom.xml')
const value = (xml, tag) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1]

const VERSIONS = {
  'io.github.mnist4j': value(parent.replace(/<parent>[\s\S]*?<\/parent>/, ''), 'version'),
  'org.slf4j': value(parent, 'slf4j.version'),
  'org.nd4j': value(parent, 'nd4j.version')
}
const NATIVE = { dnnl: value(parent, 'dnnl.version'), opencl: value(parent, 'opencl.version') }

test('Gradle: the same, and the native libraries by name', () => {
  const found = [...read('docs/samples/build.gradle.kts').matchAll(/(?:implementation|runtimeOnly)\("([^"]*)"\)/g)].map(match => match[1].split(':'))
  assert.deepEqual(found.map(([, artifact]) => artifact), [
    'mnist-nd4j', 'mnist-datasets', 'mnist-data', 'slf4j-nop', 'nd4j-native', 'openblas', 'javacpp', 'dnnl', 'opencl'
  ])
  for (const [group, artifact, version, classifier] of found) {
    if (group in VERSIONS) assert.equal(version, VERSIONS[group], artifact)
    if (artifact in NATIVE) assert.equal(version, NATIVE[artifact], artifact)
    if (classifier) assert.ok(classifier.startsWith('linux-x86_64'), artifact)
  }
  const engine = read('mnist-nd4j/pom.xml')
  for (const artifact of ['nd4j-native', 'dnnl', 'opencl']) assert.match(engine, new RegExp(`<artifactId>${artifact}</artifactId>`))
})

test('the README names the same coordinates', () => {
  for (const [, coordinate] of read('docs/samples/build.gradle.kts').matchAll(/runtimeOnly\("(org\.(?:nd4j|bytedeco)[^"]*)"\)/g)) {
    assert.ok(read('README.md').includes(coordinate), coordinate)
  }
})
