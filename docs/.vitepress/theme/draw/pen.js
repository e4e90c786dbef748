// The paper and what draws on it: mouse, pen and finger, the keyboard, a photo. Whoever has drawn says so by the event `drawn`.

const WIDTH = 18
const STEP = 14
const SMALL_STEP = 4
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

export class Pen {
  down = false
  #canvas
  #context
  #dark = false
  #blank = true

  constructor(canvas, drawn) {
    this.#canvas = canvas
    this.#context = canvas.getContext('2d', { willReadFrequently: true })
    this.side = canvas.width
    this.x = this.side / 2
    this.y = this.side / 4
    canvas.addEventListener('drawn', () => {
      this.#blank = false
      drawn()
    })
    canvas.addEventListener('pointerdown', event => this.#pointerDown(event))
    canvas.addEventListener('pointermove', event => this.#pointerMove(event))
    this.clear()
  }

  /** Dark paper gets white ink: which is ink and which is paper, the picture says by itself. Another paper is an empty one. */
  colours(dark) {
    if (dark === this.#dark) return
    this.#dark = dark
    if (this.#blank) this.clear()
    else this.#invert()
  }

  clear() {
    this.#context.fillStyle = this.#dark ? '#1b1b1f' : '#ffffff'
    this.#context.fillRect(0, 0, this.side, this.side)
    this.#blank = true
    this.down = false
    this.x = this.side / 2
    this.y = this.side / 4
  }

  picture() {
    return this.#context.getImageData(0, 0, this.side, this.side)
  }

  /** Puts a photo's middle square on the paper. */
  async photo(file) {
    const photo = await createImageBitmap(file)
    const square = Math.min(photo.width, photo.height)
    this.#context.imageSmoothingQuality = 'high'
    this.#context.drawImage(photo, (photo.width - square) / 2, (photo.height - square) / 2, square, square, 0, 0, this.side, this.side)
    photo.close()
    this.#drawn()
  }

  /** Returns what is to be said of a key, 'moved' where nothing is, and null where the key is none of the pen's. */
  key({ key, shiftKey, ctrlKey, altKey, metaKey }) {
    if (ctrlKey || altKey || metaKey) return null
    if (key === ' ') {
      this.down = !this.down
      if (this.down) this.#line(this.x, this.y, this.x, this.y)
      return this.down ? 'Pen down.' : 'Pen up.'
    }
    if (key === 'c' || key === 'C' || key === 'Delete') {
      this.clear()
      this.#canvas.dispatchEvent(new Event('drawn'))
      this.#blank = true
      return 'Cleared.'
    }
    if (!(key in ARROWS)) return null
    const step = shiftKey ? SMALL_STEP : STEP
    const x = this.#inside(this.x + ARROWS[key][0] * step)
    const y = this.#inside(this.y + ARROWS[key][1] * step)
    if (this.down) this.#line(this.x, this.y, x, y)
    this.x = x
    this.y = y
    return 'moved'
  }

  #inside(place) {
    return Math.max(WIDTH / 2, Math.min(this.side - WIDTH / 2, place))
  }

  #pointerDown(event) {
    if (event.button !== 0) return
    this.#canvas.setPointerCapture(event.pointerId)
    this.#last = this.#place(event)
    this.#line(...this.#last, ...this.#last)
  }

  #last = [0, 0]

  #pointerMove(event) {
    if (!this.#canvas.hasPointerCapture(event.pointerId)) return
    const steps = event.getCoalescedEvents?.() ?? []
    for (const step of steps.length > 0 ? steps : [event]) {
      const place = this.#place(step)
      this.#line(...this.#last, ...place)
      this.#last = place
    }
  }

  #place(event) {
    const box = this.#canvas.getBoundingClientRect()
    return [((event.clientX - box.left) * this.side) / box.width, ((event.clientY - box.top) * this.side) / box.height]
  }

  #line(fromX, fromY, toX, toY) {
    const context = this.#context
    context.strokeStyle = this.#dark ? '#ffffff' : '#000000'
    context.lineWidth = WIDTH
    context.lineCap = 'round'
    context.beginPath()
    context.moveTo(fromX, fromY)
    context.lineTo(toX, toY)
    context.stroke()
    this.#drawn()
  }

  #invert() {
    const image = this.picture()
    image.data.forEach((value, i) => (image.data[i] = i % 4 === 3 ? value : 255 - value))
    this.#context.putImageData(image, 0, 0)
  }

  #drawn() {
    this.#canvas.dispatchEvent(new Event('drawn'))
  }
}
