// Makes a built site work under any address. VitePress writes the site's base into every file; here it was built with a base that stands for
// it, and that is replaced: in HTML and CSS by the relative way up, in scripts by what the page finds out when it is opened.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { parseAst } from 'vite'

/** The base to build with. */
export const BASE = '/__base__/'

const INLINE_SCRIPT = /(<script(?![^>]*\ssrc=)[^>]*>)([\s\S]*?)(<\/script>)/g

/** Rewrites all files of a folder in place. */
export async function relocate(folder) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name)
    const rewrite = { '.html': html, '.css': css, '.js': text => script(text, 'siteBase') }[file.slice(file.lastIndexOf('.'))]
    if (entry.isFile() && rewrite) {
      const text = await readFile(file, 'utf8')
      const up = '../'.repeat(relative(folder, file).split(sep).length - 1) || './'
      const moved = rewrite(text, up)
      if (moved !== text) await writeFile(file, moved)
    }
  }
}

function html(text, up) {
  if (!text.includes(BASE)) return text
  const pieces = []
  let from = 0
  for (const match of text.matchAll(INLINE_SCRIPT)) {
    pieces.push(text.slice(from, match.index).replaceAll(BASE, up), match[1], script(match[2], 'siteAddress'), match[3])
    from = match.index + match[0].length
  }
  pieces.push(text.slice(from).replaceAll(BASE, up))
  return pieces.join('').replace('<head>', `<head>${baseOf(up)}`).replace('</body>', `${ABSOLUTE}</body>`)
}

function css(text, up) {
  return text.replaceAll(BASE, up)
}

// VitePress compares addresses as the browser has them (`%20`) in one place and as they are meant in another.
const baseOf = up => `<script>siteAddress=new URL("${up}",location.href).pathname;siteBase=decodeURIComponent(siteAddress)</script>`

// The app keeps the menus of the first page while it goes from page to page, so an address relative to the first page would be wrong on the next.
const ABSOLUTE = `<script>for(const a of document.querySelectorAll('#app [href^="."],#app [src^="."],link[rel=icon]'))for(const n of["href","src"])
{const v=a.getAttribute(n);if(v&&v.startsWith(".")){const u=new URL(v,location.href);a.setAttribute(n,u.pathname+u.search+u.hash)}}</script>`

/** Replaces the base in each string by a variable: 'a/__base__/b' becomes ['a','b'].join(siteBase). */
function script(code, base) {
  if (!code.includes(BASE)) return code
  const edits = []
  visit(parseAst(code), node => {
    if (node.type === 'Literal' && typeof node.value === 'string' && node.value.includes(BASE)) {
      const raw = code.slice(node.start, node.end)
      edits.push([node.start, node.end, `([${raw.replaceAll(BASE, `${raw[0]},${raw[0]}`)}].join(${base}))`])
    } else if (node.type === 'TemplateElement' && node.value.raw.includes(BASE)) {
      edits.push([node.start, node.end, code.slice(node.start, node.end).replaceAll(BASE, `\${${base}}`)])
    }
  })
  for (const [start, end, replacement] of edits.sort((a, b) => b[0] - a[0])) {
    code = code.slice(0, start) + replacement + code.slice(end)
  }
  if (code.includes(BASE)) throw new Error('the base stands in a script outside of its strings')
  return code
}

function visit(node, see) {
  if (Array.isArray(node)) node.forEach(child => visit(child, see))
  else if (node && typeof node.type === 'string') {
    see(node)
    for (const key in node) if (key !== 'type') visit(node[key], see)
  }
}
