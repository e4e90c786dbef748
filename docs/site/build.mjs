// Builds the site into .vitepress/dist: the reference of the API by Maven, the pages by VitePress, then what makes them plain files that work
// under any address. With --without-api Java is left alone, and the pages have no link to the API.
import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vitepress'
import { deadLinks } from './links.mjs'
import { notFoundPage } from './not-found.mjs'
import { BASE, relocate } from './relocate.mjs'
import { typedCode } from './snippets.mjs'

const docs = dirname(dirname(fileURLToPath(import.meta.url)))
const repository = dirname(docs)
const output = join(docs, '.vitepress/dist')
const javadoc = join(repository, 'target/reports/apidocs')

stopAt('code that is not imported as it should be', typedCode(docs))

const withApi = !process.argv.includes('--without-api')
if (withApi) {
  const goals = ['-pl', 'tools/javadoc', '-am', 'compile']
  execFileSync('mvn', ['--batch-mode', '--no-transfer-progress', '-q', ...goals], { cwd: repository, stdio: 'inherit' })
} else {
  process.env.SITE_WITHOUT_API = 'yes'
}

process.env.SITE_BASE = BASE
await build(docs)
notFoundPage(output)
await relocate(output)
if (withApi) cpSync(javadoc, join(output, 'api'), { recursive: true })
stopAt('dead links', deadLinks(output, { api: withApi }))

function stopAt(what, problems) {
  if (problems.length > 0) {
    console.error(`${what}:\n  ${problems.join('\n  ')}`)
    process.exit(1)
  }
}
