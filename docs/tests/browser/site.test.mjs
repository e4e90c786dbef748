// The built site in a real browser, below a path, as it might lie on a server.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { htmlFiles, idsOf } from '../../site/links.mjs'
import { errorAnchors } from '../error-anchors.mjs'
import { run } from './draw.mjs'
import { dist, docs, open, openSite, screenshots } from './browser.mjs'

const pages = existsSync(dist) ? htmlFiles(dist).filter(page => !page.startsWith('api/') && page !== '404.html') : []
const hasApi = existsSync(join(dist, 'api/index.html'))

describe('the site below /some/where/', () => {
  let site
  before(async () => {
    rmSync(screenshots, { recursive: true, force: true })
    mkdirSync(screenshots, { recursive: true })
    site = await openSite('/some/where/')
  })
  after(() => site?.close())

  test('is built', () => assert.ok(pages.includes('index.html'), 'run `npm run build` first'))

  for (const name of pages) {
    test(`${name} opens, wide and narrow`, async () => {
      for (const width of [1280, 390]) {
        for (const colorScheme of name.endsWith('index.html') ? ['light', 'dark'] : ['light']) {
          const page = await site.newPage({ width, height: width === 390 ? 844 : 900, colorScheme })
          await open(page, site.base + name)
          await picture(page, `${name.replace('.html', '').replaceAll('/', '_')}-${width}${colorScheme === 'dark' ? '-dark' : ''}.png`)
          assert.match(await page.title(), /Mnist4J/)
          assert.ok((await page.locator('h1').count()) > 0, 'a page has a heading')
          assert.ok(await fits(page), `${name} scrolls sideways at ${width} pixels`)
          assert.deepEqual(page.complaints, [])
          await page.close()
        }
      }
    })
  }

  test('search finds Conv2D', async () => {
    const page = await site.newPage()
    await open(page, `${site.base}index.html`)
    await page.keyboard.press('Control+k')
    await page.locator('#localsearch-input').fill('Conv2D')
    const result = page.locator('#localsearch-list a').first()
    await result.waitFor()
    assert.match(await page.locator('#localsearch-list').innerText(), /Layers|Troubleshooting|Keras/)
    await picture(page, 'search-1280.png')
    const heading = new URL(await result.getAttribute('href'), page.url())
    await result.click()
    await page.waitForURL(url => url.pathname === heading.pathname)
    assert.match(await page.locator('main').innerText(), /Conv2D/)
    assert.deepEqual(page.complaints, [])
    await page.close()
  })

  test('search takes Chinese without spaces', async () => {
    const page = await site.newPage()
    await open(page, `${site.base}zh/index.html`)
    await page.keyboard.press('Control+k')
    await page.locator('#localsearch-input').fill('准确率')
    await page.locator('#localsearch-list a').first().waitFor()
    assert.deepEqual(page.complaints, [])
    await page.close()
  })

  test('menus lead on from every depth, without loading anew', async () => {
    const page = await site.newPage()
    await open(page, `${site.base}contributing/architecture.html`)
    await page.evaluate(() => (window.stillTheSame = true))
    for (const [link, path] of [['Why', 'why.html'], ['What is here of Keras', 'reference/keras-parity.html'], ['Quick start', 'quick-start.html']]) {
      await page.locator(`.VPSidebar a, .VPNavBar a`).getByText(link, { exact: false }).first().click()
      await page.waitForURL(site.base + path)
      await page.waitForFunction(() => document.querySelector('main h1'))
    }
    assert.ok(await page.evaluate(() => window.stillTheSame))
    await page.locator('.VPNavBarTitle a').click()
    await page.waitForURL(site.base)
    assert.deepEqual(page.complaints, [])
    await page.close()
  })

  test('each link of the running page leads into the site', async () => {
    const page = await site.newPage()
    await open(page, `${site.base}reference/performance.html`)
    await page.locator('.VPSidebar').getByText('Troubleshooting').click()
    await page.waitForURL(`${site.base}troubleshooting.html`)
    const links = await page.evaluate(() => [...document.links].map(link => link.href))
    assert.ok(links.length > 20)
    for (const link of links.filter(link => link.startsWith('http://127.0.0.1'))) {
      assert.ok(link.startsWith(site.base), `${link} leads out of the site`)
      const [file] = link.slice(site.base.length).split('#')
      assert.ok(existsSync(join(dist, file)), `${link} leads to no file`)
    }
    await page.close()
  })

  test('each link of an error has its anchor, before and after the page runs', async () => {
    const anchors = errorAnchors(dirname(docs))
    assert.ok(anchors.length > 50)
    const built = idsOf(readFileSync(join(dist, 'troubleshooting.html'), 'utf8'))
    const page = await site.newPage()
    await open(page, `${site.base}troubleshooting#${anchors[0]}`)
    const running = new Set(await page.evaluate(() => [...document.querySelectorAll('[id]')].map(element => element.id)))
    for (const anchor of anchors) {
      assert.ok(built.has(anchor), `troubleshooting.html has no #${anchor}`)
      assert.ok(running.has(anchor), `the running troubleshooting page has no #${anchor}`)
    }
    const top = await page.locator(`[id="${anchors[0]}"]`).evaluate(element => element.getBoundingClientRect().top)
    assert.ok(top >= 0 && top < 300, `the section is ${top} pixels below the window's top`)
    await page.close()
  })

  test('an address that does not exist leads to the start', async () => {
    const page = await site.newPage()
    await page.goto(`${site.base}guides/no-such-page.html`, { waitUntil: 'networkidle' })
    await page.getByText('To the start').click()
    await page.waitForURL(site.base)
    await page.close()
  })

  test('pages can be read without scripts', async () => {
    const page = await site.newPage()
    await page.route('**/*.js', route => route.abort())
    await page.goto(`${site.base}contributing/architecture.html`)
    await page.locator('.VPSidebar').getByText('Troubleshooting').click()
    await page.waitForURL(`${site.base}troubleshooting.html`)
    assert.match(await page.locator('h1').first().innerText(), /Troubleshooting/)
    await page.close()
  })

  test('the API is there, is searched, and leads back', { skip: !hasApi && 'the site was built without the API' }, async () => {
    const page = await site.newPage()
    await open(page, `${site.base}index.html`)
    await page.locator('.VPNavBar').getByText('API', { exact: true }).first().click()
    await page.waitForURL(`${site.base}api/index.html`)
    await picture(page, 'api-1280.png')
    await page.locator('#search-input').fill('Conv2D')
    await page.locator('.ui-autocomplete a, .ui-menu-item').getByText('Conv2D').first().waitFor()
    await picture(page, 'api-search-1280.png')
    assert.deepEqual(page.complaints, [])
    await page.close()
  })

  test('the page to draw on', async () => {
    const page = await site.newPage()
    await run(page, site.base)
    assert.deepEqual(page.complaints, [])
    await page.close()
  })
})

describe('the same files below other paths', () => {
  for (const path of ['/', '/a/b-c/d/', '/a b/数字/']) {
    test(path, async () => {
      const site = await openSite(path)
      try {
        const page = await site.newPage()
        await open(page, site.base)
        await page.locator('.VPHero').getByText('Quick start').click()
        await page.waitForURL(`${site.base}quick-start.html`)
        await page.locator('.VPSidebar').getByText('Architecture').click()
        await page.waitForURL(`${site.base}contributing/architecture.html`)
        await page.locator('.VPNavBar').getByText('Why').first().click()
        await page.waitForURL(`${site.base}why.html`)
        await page.reload({ waitUntil: 'networkidle' })
        assert.deepEqual(page.complaints, [])
      } finally {
        await site.close()
      }
    })
  }
})

async function picture(page, name) {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: document.documentElement.scrollHeight }))
  await page.screenshot({ path: join(screenshots, name), fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, 4000) } })
}

function fits(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
}
