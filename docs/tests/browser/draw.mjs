// The page to draw on, in a real browser: MNIST's test digits, digits drawn by mouse and by keyboard, on dark paper and on a phone; all of it
// with the network cut off once the page is there.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const here = dirname(fileURLToPath(import.meta.url))
const mnist = join(here, '../../../mnist-data/src/main/resources/io/github/mnist4j/mnist')
const strokes = JSON.parse(readFileSync(join(here, '../draw/strokes.json'), 'utf8'))

const IMAGES = 100
const RIGHT = 95
const MILLISECONDS = 50
const BYTES = 1_500_000

/** Opens the page on `page`, which stays open; `base` is the site's address, with a slash at its end. */
export async function run(page, base) {
  const loaded = weigh(page)
  await page.goto(`${base}draw.html`, { waitUntil: 'networkidle' })
  await page.waitForSelector('.draw-digit[data-ready=true]')
  assert.match(await words(page), /^Draw a digit/)
  const bytes = await loaded()
  assert.ok(bytes > 100_000 && bytes < BYTES, `the page takes ${bytes} bytes`)

  await page.context().setOffline(true)
  try {
    const { right, milliseconds } = await testDigits(page)
    await byMouse(page)
    await byKeyboard(page)
    await photo(page)
    await otherPaper(page)
    await onPhone(page)
    return { bytes, right, milliseconds }
  } finally {
    await page.context().setOffline(false)
  }
}

function weigh(page) {
  const bodies = []
  page.on('response', response => bodies.push(response.body().then(body => body.length, () => 0)))
  return async () => (await Promise.all(bodies)).reduce((sum, length) => sum + length, 0)
}

const words = page => page.locator('.draw-words').innerText()
const digit = page => page.locator('.draw-digit').getAttribute('data-digit')

/** Waits until the page has looked at what is on the paper. */
const looked = page => page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))

async function clear(page) {
  await page.getByRole('button', { name: 'Clear' }).click()
  await looked(page)
  assert.equal(await digit(page), '')
}

/** Paints MNIST's digits on the paper, ten times as large, and says so as the pen does. */
async function testDigits(page) {
  const images = gunzipSync(readFileSync(join(mnist, 't10k-images-idx3-ubyte.gz'))).subarray(16)
  const labels = gunzipSync(readFileSync(join(mnist, 't10k-labels-idx1-ubyte.gz'))).subarray(8)
  const wrong = []
  const times = []
  for (let i = 0; i < IMAGES; i++) {
    await page.evaluate(pixels => {
      const canvas = document.querySelector('.draw-sheet canvas')
      const context = canvas.getContext('2d')
      pixels.forEach((value, pixel) => {
        context.fillStyle = `rgb(${255 - value} ${255 - value} ${255 - value})`
        context.fillRect((pixel % 28) * 10, Math.floor(pixel / 28) * 10, 10, 10)
      })
      canvas.dispatchEvent(new Event('drawn'))
    }, [...images.subarray(i * 784, (i + 1) * 784)])
    await looked(page)
    if ((await digit(page)) !== String(labels[i])) wrong.push(`${i} (a ${labels[i]}) as ${await digit(page)}`)
    times.push(Number(await page.locator('.draw-digit').getAttribute('data-milliseconds')))
  }
  assert.ok(wrong.length <= IMAGES - RIGHT, `wrong: ${wrong.join(', ')}`)
  const milliseconds = times.sort((a, b) => a - b)[IMAGES / 2]
  assert.ok(milliseconds > 0 && milliseconds < MILLISECONDS, `an answer takes ${milliseconds} ms`)
  return { right: IMAGES - wrong.length, milliseconds }
}

async function byMouse(page) {
  for (let drawn = 0; drawn < 10; drawn++) {
    await clear(page)
    await draw(page, drawn)
    assert.equal(await digit(page), String(drawn), `a ${drawn} drawn by mouse: ${await words(page)}`)
    assert.match(await words(page), new RegExp(`^It (looks like|could be) an? ${drawn}, \\d+ %`))
    const bars = await page.locator('.draw-bars .draw-percent').allInnerTexts()
    assert.equal(bars.length, 10)
    const percents = bars.map(bar => Number(/^(\d+) %$/.exec(bar)[1]))
    assert.equal(percents.indexOf(Math.max(...percents)), drawn)
    assert.ok(Math.abs(percents.reduce((a, b) => a + b) - 100) <= 5, `percentages: ${percents}`)
    const ink = await inkSeen(page)
    assert.ok(ink > 30 && ink < 250, `the network sees ink of ${ink} pixels`)
  }
  // what is thought is said to screen readers when the pen rests
  await page.waitForFunction(() => /a 9, \d+ %/.test(document.querySelector('.draw-digit [role=status]').textContent))
}

function inkSeen(page) {
  return page.locator('.draw-seen canvas').evaluate(canvas => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, 28, 28)
    return data.filter((_, i) => i % 4 === 0).reduce((sum, value) => sum + value / 255, 0)
  })
}

async function draw(page, drawn) {
  const sheet = page.locator('.draw-sheet canvas')
  await sheet.scrollIntoViewIfNeeded()
  const box = await sheet.boundingBox()
  const place = ([x, y]) => [box.x + box.width * (0.1 + 0.8 * x), box.y + box.height * (0.1 + 0.8 * y)]
  for (const stroke of strokes[drawn]) {
    await page.mouse.move(...place(stroke[0]))
    await page.mouse.down()
    for (const point of stroke.slice(1)) await page.mouse.move(...place(point), { steps: 3 })
    await page.mouse.up()
  }
  await looked(page)
}

/** A 7: along the top, and down. */
async function byKeyboard(page) {
  await clear(page)
  await page.locator('.draw-sheet canvas').focus()
  await page.keyboard.press('ArrowUp')
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft')
  await looked(page)
  assert.equal(await digit(page), '', 'a pen that is up draws nothing')
  await page.keyboard.press('Space')
  assert.match(await page.locator('.draw-digit [role=status]').innerText(), /^Pen down/)
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight')
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('ArrowDown')
    if (i % 3 === 2) await page.keyboard.press('ArrowLeft')
  }
  await page.keyboard.press('Space')
  await looked(page)
  assert.equal(await digit(page), '7', `a 7 by keyboard: ${await words(page)}`)
  await page.keyboard.press('c')
  await looked(page)
  assert.equal(await digit(page), '')
  assert.match(await words(page), /^Draw a digit/)
}

/** A photo, which is wider than high, on grey paper lit from one side. */
async function photo(page) {
  const png = await page.evaluate(strokes => {
    const canvas = document.createElement('canvas')
    canvas.width = 900
    canvas.height = 600
    const context = canvas.getContext('2d')
    const light = context.createLinearGradient(0, 0, 900, 300)
    light.addColorStop(0, '#d8d4cc')
    light.addColorStop(1, '#88847c')
    context.fillStyle = light
    context.fillRect(0, 0, 900, 600)
    context.strokeStyle = '#20305a'
    context.lineWidth = 22
    context.lineJoin = context.lineCap = 'round'
    for (const stroke of strokes) {
      context.beginPath()
      for (const [x, y] of stroke) context.lineTo(250 + 400 * x, 100 + 400 * y)
      context.stroke()
    }
    return canvas.toDataURL('image/png').split(',')[1]
  }, strokes[5])
  const input = page.locator('.draw-digit input[type=file]')
  await input.setInputFiles({ name: 'five.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') })
  await page.waitForFunction(() => document.querySelector('.draw-digit').dataset.digit === '5')
  await input.setInputFiles({ name: 'five.png', mimeType: 'image/png', buffer: Buffer.from('five') })
  await page.waitForFunction(() => /no picture/.test(document.querySelector('.draw-digit [role=status]').textContent))
}

/** In dark mode ink is white; and what is drawn stays when the mode changes. */
async function otherPaper(page) {
  await clear(page)
  await draw(page, 3)
  await switchMode(page)
  assert.equal(await digit(page), '3')
  await clear(page)
  await draw(page, 4)
  assert.equal(await digit(page), '4')
  await switchMode(page)
}

async function switchMode(page) {
  const before = await page.evaluate(() => document.documentElement.classList.contains('dark'))
  await page.evaluate(() => document.querySelector('.VPSwitchAppearance').click())
  await page.waitForFunction(before => document.documentElement.classList.contains('dark') !== before, before)
  await looked(page)
}

/** 390 pixels wide all is there, and a finger draws without scrolling. */
async function onPhone(page) {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  await clear(page)
  await draw(page, 2)
  assert.equal(await digit(page), '2')
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(width <= 390, `the page is ${width} pixels wide`)
  assert.equal(await page.locator('.draw-sheet canvas').evaluate(canvas => getComputedStyle(canvas).touchAction), 'none')
  await page.setViewportSize(size)
}
