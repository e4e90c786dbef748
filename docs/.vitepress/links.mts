// Pages are read in two places: on the site, and as files of the repository. Their links are those of the repository; on the site, one to
// another page stays there, and one to a file that is no page leads to the repository.
import { existsSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MarkdownRenderer } from 'vitepress'

/** Where the site lies, with a slash at its end; site/build.mjs says it. */
export const BASE = process.env.SITE_BASE ?? '/'

export const REPOSITORY = 'https://github.com/mnist4j/mnist4j'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const PAGES: Record<string, string> = {
  'README.md': '/',
  'CONTRIBUTING.md': '/contributing/',
  'CHANGELOG.md': '/changelog'
}

/** Turns the links of a page. A page that includes a file from elsewhere names it as `source`, and its links are that file's. */
export function repositoryLinks(md: MarkdownRenderer) {
  md.core.ruler.push('repository-links', state => {
    const source: string = state.env.frontmatter?.source ?? posix.join('docs', state.env.relativePath ?? '')
    for (const block of state.tokens) {
      for (const token of block.children ?? []) {
        const href = token.type === 'link_open' ? token.attrGet('href') : null
        if (href?.startsWith('/api/')) {
          // No page of VitePress', so its router must not take the click, and the base is not put in front by itself.
          token.attrSet('target', '_self')
          token.attrSet('href', BASE + href.slice(1))
        } else if (href && !/^([a-z]+:|\/|#)/.test(href)) token.attrSet('href', onSite(source, href))
      }
    }
  })
}

function onSite(source: string, href: string) {
  const [, path, rest] = /^([^?#]*)(.*)$/.exec(href)!
  const target = posix.join(posix.dirname(source), decodeURIComponent(path))
  if (target in PAGES) return PAGES[target] + rest
  if (target.startsWith('docs/') && !/\.[a-z]+$/.test(target.replace(/\.(md|html)$/, ''))) return target.slice('docs'.length) + rest
  const file = join(root, target)
  if (!existsSync(file)) throw new Error(`${source}: dead link to ${target}`)
  return `${REPOSITORY}/${statSync(file).isDirectory() ? 'tree' : 'blob'}/main/${target}${rest}`
}
