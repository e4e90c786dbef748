// The page for addresses that do not exist. A server shows it at whatever depth, so nothing in it may be relative: it brings its own style,
// and looks for the site's start in the folders above.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PAGE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not found | Mnist4J</title>
<style>
:root { color-scheme: light dark }
body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 32rem; margin: 18vh auto 0; padding: 0 1.5rem }
h1 { font-size: 4rem; line-height: 1.2; margin: 0 }
</style>
</head>
<body>
<h1>404</h1>
<p lang="en">There is no such page. <a href="/">To the start</a>.</p>
<p lang="zh">没有这个页面。<a href="/">回到首页</a>。</p>
<script>
(async () => {
  for (let at = new URL('.', location.href); ; at = new URL('..', at)) {
    if ((await fetch(new URL('hashmap.json', at), { method: 'HEAD' })).ok) {
      for (const link of document.links) link.href = at
      return
    }
    if (at.pathname === '/') return
  }
})()
</script>
</body>
</html>
`

/** Writes 404.html in place of VitePress' own, which knows one address only. */
export function notFoundPage(folder) {
  writeFileSync(join(folder, '404.html'), PAGE)
}
