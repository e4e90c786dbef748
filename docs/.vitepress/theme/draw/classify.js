// The network, run by TF.js in plain JavaScript: for one picture of 28 × 28 that is faster than to start a GPU, and the same on every machine.
import { setBackend, tensor4d, tidy } from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import { loadLayersModel } from '@tensorflow/tfjs-layers'

/**
 * Loads a model that this library saved for TF.js; resolves to a function that gives ten probabilities for 784 numbers.
 * @param source the address of a model.json, or whatever else TF.js loads models from
 */
export async function loadClassifier(source) {
  await setBackend('cpu')
  const model = await loadLayersModel(source)
  const classify = field => Array.from(tidy(() => model.predict(tensor4d(field, [1, 28, 28, 1])).dataSync()))
  classify(new Float32Array(784)) // the first time takes longest, and nobody waits yet
  return classify
}

/** The classes, the most probable first. */
export function ranking(probabilities) {
  return probabilities.map((probability, digit) => ({ digit, probability })).sort((a, b) => b.probability - a.probability)
}

/** What it thinks, in words. */
export function inWords(probabilities) {
  const [first, second] = ranking(probabilities)
  const says = ({ digit, probability }) => `${/^8/.test(digit) ? 'an' : 'a'} ${digit}, ${percent(probability)}`
  return first.probability >= 0.6 ? `It looks like ${says(first)}.` : `It could be ${says(first)}, or ${says(second)}.`
}

export function percent(probability) {
  return `${Math.round(probability * 100)} %`
}
