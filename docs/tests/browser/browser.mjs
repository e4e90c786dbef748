// Chromium without a window and without a network: whatever a page asks of another host is written down and not answered.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { serve } from '../../site/serve.mjs'

export const docs = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const dist = join(docs, '.vitepress/dist')
export const screenshots = join(docs, '.vitepress/screenshots')

const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => path && existsSync(path))

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
]

/** Serves the built site below a path, and opens a browser on it; `close` ends both. */
export async function openSite(path) {
  if (!CHROMIUM) throw new Error('no Chromium: install the package chromium, or name the program by the variable CHROMIUM')
  const server = await serve(dist, path)
  const folder = mkdtempSync(join(tmpdir(), 'mnist4j-site-'))
  const context = await chromium.launchPersistentContext(folder, { executablePath: CHROMIUM, headless: true, args: FLAGS })
  const base = `http://127.0.0.1:${server.address().port}${encodeURI(path)}`
  return {
    base,
    newPage: options => newPage(context, base, options),
    async close() {
      await context.close()
      server.closeAllConnections()
      await new Promise(done => server.close(done))
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    }
  }
}

/** A page with `complaints`: errors on its console, requests that failed, and requests to elsewhere. */
async function newPage(context, base, { width = 1280, height = 900, colorScheme = 'light' } = {}) {
  const page = await context.newPage()
  page.complaints = []
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) page.complaints.push(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', error => page.complaints.push(`error: ${error.message}`))
  page.on('request', request => {
    if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url())) page.complaints.push(`request to ${request.url()}`)
  })
  page.on('response', response => {
    if (response.status() >= 400) page.complaints.push(`${response.status()} for ${response.url()}`)
  })
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  return page
}

/** Opens an address and waits until the page's program runs. */
export async function open(page, address) {
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.waitForFunction(() => document.querySelector('#app')?.__vue_app__ !== undefined)
}
