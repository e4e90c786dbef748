// Code on a page is imported from files that the build compiles and runs: `<<< ../examples/…/MnistCnn.java#network`. VitePress takes the whole
// file where the region is missing, and says nothing; here it is an error.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

// Pages that programs write, and pages for those who have the repository before them.
const FREE = /^(reference\/(keras-parity|performance)\.md|contributing\/)/
const FENCE = /^\s*(```+|~~~+)\s*(\w*)/
const IMPORT = /^<<<\s*(\S+?)(?:#([\w*-]+))?(?:\{[^}]*\})?(?:\s*\[[^\]]*\])?\s*$/
// What the build can check. Python, which it does not run, may stand beside Java to show what is the same.
const TYPED = new Set(['java', 'kotlin', 'kt', 'kts', 'groovy', 'gradle', 'xml', 'jshell'])

/** Returns what is wrong with the code on the pages, one line each. */
export function typedCode(docs) {
  const problems = []
  for (const page of pages(docs)) {
    if (!FREE.test(page)) problems.push(...problemsOf(docs, page))
  }
  return problems
}

/** Returns the pages' paths in the folder, with `/` between. */
export function pages(docs) {
  return readdirSync(docs, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.md'))
    .map(entry => relative(docs, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .filter(page => !/(^|\/)(node_modules|\.vitepress)\//.test(page))
    .sort()
}

function problemsOf(docs, page) {
  const problems = []
  let fence = null
  readFileSync(join(docs, page), 'utf8').split(/\r?\n/).forEach((line, i) => {
    const place = `docs/${page}:${i + 1}`
    const mark = FENCE.exec(line)
    if (fence) {
      if (mark && mark[1].startsWith(fence) && !mark[2]) fence = null
    } else if (mark) {
      fence = mark[1]
      if (TYPED.has(mark[2].toLowerCase())) problems.push(`${place} ${mark[2]} is typed into the page; import it by <<< from a file that the build uses`)
    } else if (line.startsWith('<<<')) {
      const problem = problemOfImport(docs, page, line)
      if (problem) problems.push(`${place} ${problem}`)
    }
  })
  return problems
}

function problemOfImport(docs, page, line) {
  const found = IMPORT.exec(line)
  if (!found) return `cannot be read as an import: ${line}`
  const [, path, region] = found
  const file = path.startsWith('@') ? join(docs, path.slice(1)) : resolve(docs, dirname(page), path)
  const name = relative(dirname(docs), file).replaceAll('\\', '/')
  if (!existsSync(file) || !statSync(file).isFile()) return `no such file: ${name}`
  if (/^\.\.\/|(^|\/)(target|out|node_modules)\//.test(name)) return `${name} is not part of the repository`
  if (!region) return null
  const lines = readFileSync(file, 'utf8').split(/\r?\n/).map(text => text.trim())
  const start = lines.findIndex(text => isMark(text, 'region', region))
  const end = lines.findIndex((text, at) => at > start && isMark(text, 'endregion', region))
  if (start < 0 || end < 0) return `${name} has no region '${region}' with a start and an end`
  return end - start < 2 ? `the region '${region}' of ${name} is empty` : null
}

// As VitePress knows them: `// #region name`, `<!-- #region name -->`, `# region name`.
function isMark(text, tag, region) {
  return [`// ${tag} ${region}`, `// #${tag} ${region}`, `//#${tag} ${region}`, `<!-- #${tag} ${region} -->`, `<!-- ${tag} ${region} -->`,
    `# ${tag} ${region}`, `#${tag} ${region}`, `/* #${tag} ${region} */`].includes(text)
}
