// Looks at each link of the built site: the file is there, and so is the anchor. VitePress itself looks at links between pages only.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** Returns the links of the site in a folder that lead nowhere, one line each. Javadoc has checked what is within `api`. */
export function deadLinks(folder, { api }) {
  const dead = []
  const ids = new Map()
  for (const page of htmlFiles(folder)) {
    if (page.startsWith('api/') || page === '404.html') continue
    for (const address of addresses(readFileSync(join(folder, page), 'utf8'))) {
      const problem = problemOf(folder, page, address, ids, api)
      if (problem) dead.push(`${page}: ${address} ${problem}`)
    }
  }
  return dead
}

/** Returns the pages of the site, as paths in its folder. */
export function htmlFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.html'))
    .map(entry => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** Returns the ids in a page. */
export function idsOf(html) {
  return new Set([...html.matchAll(/\s(?:id|name)="([^"]*)"/g)].map(match => match[1]))
}

function addresses(html) {
  const tags = html.replace(/<script(?![^>]*\ssrc=)[^>]*>[\s\S]*?<\/script>/g, '')
  return new Set([...tags.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(match => match[1].replaceAll('&amp;', '&')))
}

function problemOf(folder, page, address, ids, api) {
  if (/^(https?|mailto|data):/.test(address)) return null
  if (address.startsWith('/')) return 'is absolute: the site could not be moved'
  const [path, anchor] = address.split('#')
  let file = path ? resolve(folder, dirname(page), decodeURIComponent(path.split('?')[0])) : join(folder, page)
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html')
  const name = relative(folder, file).replaceAll('\\', '/')
  if (name.startsWith('api/') && !api) return null
  if (!existsSync(file)) return 'leads to no file'
  if (!anchor || !file.endsWith('.html')) return null
  if (!ids.has(file)) ids.set(file, idsOf(readFileSync(file, 'utf8')))
  return ids.get(file).has(decodeURIComponent(anchor)) ? null : `has no anchor in ${name}`
}
