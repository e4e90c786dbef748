// Builds the site into .vitepress/dist: the pages by VitePress, made into plain files that work under any address, and the reference of the API.
// With --without-api Java is left alone, and the pages have no link to the API.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vitepress'
import { api } from './api.mjs'
import { deadLinks } from './links.mjs'
import { notFoundPage } from './not-found.mjs'
import { BASE, relocate } from './relocate.mjs'
import { typedCode } from './snippets.mjs'

const docs = dirname(dirname(fileURLToPath(import.meta.url)))
const output = join(docs, '.vitepress/dist')
const withApi = !process.argv.includes('--without-api')

stopAt('code that is not imported as it should be', typedCode(docs))

process.env.SITE_BASE = BASE
if (!withApi) process.env.SITE_WITHOUT_API = 'yes'
await build(docs)
notFoundPage(output)
await relocate(output)
if (withApi) api(dirname(docs), output)
stopAt('dead links', deadLinks(output, { api: withApi }))

function stopAt(what, problems) {
  if (problems.length > 0) {
    console.error(`${what}:\n  ${problems.join('\n  ')}`)
    process.exit(1)
  }
}
