// The network, run by TF.js in plain JavaScript: for one picture of 28 × 28 that is faster than to start a GPU, and the same on every machine.
// Whoever imports this registers TF.js' backend `cpu`: the page by backend.js.
import { setBackend, tensor4d, tidy } from '@tensorflow/tfjs-core'
import { loadLayersModel } from '@tensorflow/tfjs-layers'

/**
 * Loads a model that this library saved for TF.js; resolves to a function that gives ten probabilities for 784 numbers.
 * @param source the address of a model.json, or whatever else TF.js loads models from
 */
export async function loadClassifier(source) {
  await setBackend('cpu')
  const model = await loadLayersModel(source)
  const classify = field => Array.from(tidy(() => model.predictOnBatch(tensor4d(field, [1, 28, 28, 1])).dataSync()))
  classify(new Float32Array(784)) // the first time takes longest, and nobody waits yet
  return classify
}
