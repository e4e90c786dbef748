// What the network thinks, for reading and for listening.

function ranking(probabilities) {
  return probabilities.map((probability, digit) => ({ digit, probability })).sort((a, b) => b.probability - a.probability)
}

/** What it thinks of ten probabilities, in a sentence. */
export function inWords(probabilities) {
  const [first, second] = ranking(probabilities)
  const says = ({ digit, probability }) => `${digit === 8 ? 'an' : 'a'} ${digit}, ${percent(probability)}`
  return first.probability >= 0.6 ? `It looks like ${says(first)}.` : `It could be ${says(first)}, or ${says(second)}.`
}

export function percent(probability) {
  return `${Math.round(probability * 100)} %`
}
