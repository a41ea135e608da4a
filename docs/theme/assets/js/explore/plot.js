// What an explorer draws with: SVG in the units of the picture whose place it takes, in the house's colours by class
// (c0 … c4, see explore.css), so that a change of the scheme needs no script.
tools.kit.push((kit) => {
  const SVG = "http://www.w3.org/2000/svg"

  // An element of SVG, and what changes of one.
  function draw(tag, attributes, place) {
    const element = document.createElementNS(SVG, tag)
    change(element, attributes)
    place?.append(element)
    return element
  }
  function change(element, attributes) {
    for (const key in attributes)
      if (key === "text") element.textContent = attributes.text
      else element.setAttribute(key, attributes[key])
  }

  // The stage, of the picture's size, and told of as the picture is.
  function stage() {
    const made = draw("svg", { class: "stage", viewBox: `0 0 ${kit.width} ${kit.height}`, role: "img", "aria-label": kit.alt }, kit.box)
    made.style.maxWidth = `${kit.width}px`
    return made
  }

  const LIMIT = 1e4 // far outside; numbers beyond it are too much for some renderers
  const place = kit.place = (number) => Math.round(Math.max(-LIMIT, Math.min(LIMIT, number)) * 10) / 10

  const SMALL = "⁰¹²³⁴⁵⁶⁷⁸⁹"
  const power = (n) => `10${n < 0 ? "⁻" : ""}${[...`${Math.abs(n)}`].map((digit) => SMALL[digit]).join("")}`
  // Where the ticks of an axis are, and what they say: 1, 2 or 5 of a power of ten apart, or powers.
  function ticks({ from, to, log }) {
    const [low, high] = log ? [Math.log10(from), Math.log10(to)] : [from, to]
    const rough = (high - low) / 5, base = 10 ** Math.floor(Math.log10(rough))
    const step = log ? Math.max(1, Math.ceil(rough)) : base * [1, 2, 5, 10].find((times) => times * base >= rough)
    const found = []
    for (let n = Math.ceil(low / step - 1e-9); n * step <= high + 1e-9 * step; n++)
      found.push(log ? [10 ** (n * step), power(n * step)] : [n * step, `${+(n * step).toPrecision(12)}`.replace("-", "−")])
    return found
  }

  let count = 0
  // Axes in a rectangle of a stage, x and y as {from, to, label, log}. X(value) and Y(value) are places on the
  // stage, back(place) the values there; what is drawn into `plot` is cut at the rectangle. set({x, y}) changes them.
  function axes(svg, { left = 58, top = 34, right = kit.width - 28, bottom = kit.height - 50, ...both }) {
    const scale = ({ from, to, log }, start, end) => {
      const value = log ? Math.log10 : Number
      const [low, high] = [value(from), value(to)]
      const at = (number) => start + (value(number) - low) / (high - low) * (end - start)
      const back = (point) => {
        const found = low + (point - start) / (end - start) * (high - low)
        return log ? 10 ** found : found
      }
      return [at, back]
    }
    const id = `clip-${kit.figure.id}-${count++}`
    draw("rect", { x: left, y: top, width: right - left, height: bottom - top }, draw("clipPath", { id }, svg))
    const lines = draw("g", { class: "axes" }, svg)
    const made = { plot: draw("g", { "clip-path": `url(#${id})` }, svg), left, top, right, bottom }
    made.set = (change) => {
      both = { ...both, ...change }
      const { x, y } = both
      const [X, backX] = scale(x, left, right), [Y, backY] = scale(y, bottom, top)
      Object.assign(made, { X, Y, x, y, back: ([a, b]) => [backX(a), backY(b)] })
      lines.replaceChildren()
      let d = `M${left} ${top}V${bottom}H${right}`
      const write = (text, x, y, anchor) => draw("text", { x: place(x), y: place(y), "text-anchor": anchor, text }, lines)
      for (const [value, text] of ticks(x)) {
        d += `M${place(X(value))} ${bottom}v5`
        write(text, X(value), bottom + 21, "middle")
      }
      for (const [value, text] of ticks(y)) {
        d += `M${left} ${place(Y(value))}h-5`
        write(text, left - 9, Y(value) + 5, "end")
      }
      draw("path", { d }, lines)
      write(x.label ?? "", (left + right) / 2, bottom + 42, "middle")
      write(y.label ?? "", 4, top - 10, "start")
    }
    made.at = ([x, y]) => [place(made.X(x)), place(made.Y(y))]
    // The path through points, up to the first that is no number.
    made.line = (points) => {
      let d = ""
      for (const point of points) {
        const [a, b] = made.at(point)
        if (Number.isNaN(a + b)) break
        d += `${d ? "L" : "M"}${a} ${b}`
      }
      return d
    }
    made.set({})
    return made
  }

  // Where on the stage an event is, as its units say.
  function where(svg, event) {
    const { left, top, width } = svg.getBoundingClientRect()
    return [(event.clientX - left) * kit.width / width, (event.clientY - top) * kit.width / width]
  }
  // A click or a tap on the stage; a finger that scrolls does nothing.
  const tap = (svg, tell) => svg.addEventListener("click", (event) => tell(where(svg, event)))
  // An element of the stage that can be dragged. What the keyboard does instead is the explorer's own.
  function drag(svg, element, tell) {
    element.style.touchAction = "none"
    const move = (event) => tell(where(svg, event))
    element.addEventListener("pointerdown", (event) => {
      if (event.button) return
      element.setPointerCapture(event.pointerId)
      element.addEventListener("pointermove", move)
    })
    element.addEventListener("lostpointercapture", () => element.removeEventListener("pointermove", move))
  }

  // The line of a colour, for a legend or the head of a row.
  function swatch(n) {
    const made = draw("svg", { class: "swatch", viewBox: "0 0 34 10", "aria-hidden": "true" })
    draw("path", { class: `line c${n}`, d: "M0 5H34" }, made)
    return made
  }

  Object.assign(kit, { svg: draw, change, stage, axes, tap, drag, swatch })
})
