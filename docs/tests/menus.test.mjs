import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { htmlFiles } from '../site/links.mjs'

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), '.vitepress/dist')

test('the menus lead to each page', { skip: !existsSync(dist) && 'the site is not built' }, () => {
  const linked = page => new Set([...readFileSync(join(dist, page), 'utf8').matchAll(/href="([^"#]+)/g)].map(match => join(dirname(page), match[1])))
  const menus = { false: linked('why.html'), true: linked('zh/quick-start.html') }
  for (const page of htmlFiles(dist).filter(name => !/^(api\/|404)|(^|\/)index\.html$/.test(name))) {
    assert.ok(menus[page.startsWith('zh/')].has(page), `no menu leads to ${page}: add it to .vitepress/navigation.mts`)
  }
})
