// A small server for the built site: `node site/serve.mjs [port] [sub-path]`. The tests use it, too.
import { createServer } from 'node:http'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.json': 'application/json', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.woff2': 'font/woff2', '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream'
}

/** Serves a folder's files below a path such as `/some/where/`; resolves to the listening server. */
export function serve(folder, path = '/', port = 0) {
  const server = createServer((request, response) => {
    const wanted = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    const file = wanted.startsWith(path) ? fileOf(folder, wanted.slice(path.length)) : null
    response.writeHead(file ? 200 : 404, { 'content-type': TYPES[file ? extname(file) : '.html'] ?? 'application/octet-stream' })
    if (request.method === 'HEAD') response.end()
    else createReadStream(file ?? join(folder, '404.html')).pipe(response)
  })
  return new Promise(resolve => server.listen(port, '127.0.0.1', () => resolve(server)))
}

function fileOf(folder, wanted) {
  const file = join(folder, normalize(`/${wanted}`))
  const candidates = [file, join(file, 'index.html'), `${file}.html`]
  return candidates.find(candidate => existsSync(candidate) && statSync(candidate).isFile()) ?? null
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [port = '4173', path = '/'] = process.argv.slice(2)
  await serve(join(dirname(dirname(fileURLToPath(import.meta.url))), '.vitepress/dist'), path, Number(port))
  console.log(`http://localhost:${port}${path}`)
}
