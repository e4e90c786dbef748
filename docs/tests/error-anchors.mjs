// The anchors that errors link to, read from the sources as TroubleshootingTest does it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Returns what the calls of `Problem.see` in a repository's main code name, sorted. */
export function errorAnchors(repository) {
  const anchors = new Set()
  for (const module of readdirSync(repository)) {
    for (const file of javaFiles(join(repository, module, 'src/main/java'))) {
      for (const call of readFileSync(file, 'utf8').matchAll(/\.see\(([^;]*?)\)\s*[.;]/g)) {
        for (const text of call[1].matchAll(/"([^"]*)"/g)) anchors.add(text[1])
      }
    }
  }
  return [...anchors].sort()
}

function javaFiles(folder) {
  try {
    return readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.java')).map(name => join(folder, name))
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  }
}
