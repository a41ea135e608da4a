// What an explorer is steered with, by pointer, touch and keyboard, and how it says numbers.
tools.kit.push((kit) => {
  const TEXT = {
    zh: { play: "播放", pause: "暂停", step: "走一步", reset: "重置", at: "步数" },
    en: { play: "Play", pause: "Pause", step: "Step", reset: "Reset", at: "Step" },
  }
  const text = kit.text(TEXT)

  // An element of HTML in a place: the group begun last, or the one that is named.
  let group
  function html(tag, attributes = {}, place = group) {
    const element = document.createElement(tag)
    for (const key in attributes)
      if (key === "text") element.textContent = attributes.text
      else element.setAttribute(key, attributes[key])
    place?.append(element)
    return element
  }

  // Controls that belong together; with a title, a fieldset.
  function begin(title) {
    group = html(title ? "fieldset" : "div", { class: "controls" }, kit.box)
    if (title) html("legend", { text: title })
    return group
  }

  function button(label, press) {
    const made = html("button", { type: "button", text: label })
    made.addEventListener("click", press)
    return made
  }

  // A button that brings back how it was at first; before() comes before that.
  const resetter = (before) => button(text.reset, () => {
    before?.()
    kit.reset()
  })

  // A slider: from min to max by step, or over a list of values. show(value) is what stands above it.
  function range(name, label, { min = 0, max, step = 1, values, value, show = String }) {
    const place = html("label", { class: "range" })
    const head = html("span", { text: `${label} ` }, place)
    const shown = html("b", { "aria-hidden": "true" }, head)
    const input = html("input", { type: "range", name, min, max: values ? values.length - 1 : max, step }, place)
    const nearest = (want) => values.reduce((best, one, at) => Math.abs(one - want) < Math.abs(values[best] - want) ? at : best, 0)
    const read = () => values ? values[input.value] : +input.value
    kit.keep(name, value, (want) => {
      if (want === "" || !Number.isFinite(+want)) return undefined
      input.value = values ? nearest(+want) : want
      shown.textContent = show(read()).replace("-", "−")
      input.setAttribute("aria-valuetext", shown.textContent)
      return read()
    })
    input.addEventListener("input", () => kit.set({ [name]: read() }))
    return input
  }

  function select(name, label, options, value = Object.keys(options)[0]) {
    const place = html("label", { class: "select" })
    html("span", { text: `${label} ` }, place)
    const input = html("select", { name }, place)
    for (const key in options) html("option", { value: key, text: options[key] }, input)
    kit.keep(name, value, (want) => {
      if (!Object.hasOwn(options, want)) return undefined
      return input.value = want
    })
    input.addEventListener("input", () => kit.set({ [name]: input.value }))
    return input
  }

  // Its state is 1 or 0.
  function check(name, label, value = 0) {
    const place = html("label", { class: "tick" })
    const input = html("input", { type: "checkbox", name }, place)
    html("span", { text: label }, place)
    kit.keep(name, value, (want) => {
      if (!["0", "1"].includes(String(want))) return undefined
      input.checked = +want
      return +want
    })
    input.addEventListener("input", () => kit.set({ [name]: +input.checked }))
    return input
  }

  // Steps 0 … last, kit.state.step, that play by themselves, `rate` a second, as long as they are seen. Who wants
  // less motion is shown the end. Where the state decides how many there are, last() says it.
  function player({ last, value = last, rate = 30 }) {
    const end = () => typeof last === "function" ? last() : last
    begin().classList.add("player")
    const calm = matchMedia("(prefers-reduced-motion: reduce)")
    let frame = 0, playing = false, from, since
    const go = () => {
      [from, since] = [kit.state.step, performance.now()]
      frame = requestAnimationFrame(tick)
    }
    function tick(now) {
      const step = Math.min(end(), from + Math.max(0, Math.floor((now - since) * rate / 1000)))
      if (step !== kit.state.step) {
        kit.state.step = +(input.value = step)
        input.setAttribute("aria-valuetext", step)
        input.parentElement.querySelector("b").textContent = step
        kit.draw()
      }
      if (step < end() && kit.figure.isConnected) frame = requestAnimationFrame(tick)
      else stop()
    }
    function stop() {
      cancelAnimationFrame(frame)
      playing = kit.playing = false
      play.textContent = text.play
      kit.changed()
    }
    const play = button(text.play, () => {
      if (playing) return stop()
      if (calm.matches) return kit.set({ step: end() })
      if (kit.state.step === end()) kit.set({ step: 0 })
      playing = kit.playing = true
      play.textContent = text.pause
      go()
    })
    const halt = () => { if (playing) stop() }
    button(text.step, () => {
      halt()
      kit.set({ step: Math.min(end(), kit.state.step + 1) })
    })
    resetter(halt)
    const input = range("step", text.at, { max: end(), value })
    input.addEventListener("pointerdown", halt)
    input.addEventListener("keydown", halt)
    new IntersectionObserver(([{ isIntersecting }]) => {
      cancelAnimationFrame(frame)
      if (playing && isIntersecting) go()
    }).observe(kit.box)
    return input
  }

  // 0.01234 as 0.01234, 1.2e-7 as such, with so many digits; what is no number as a dash.
  function format(number, digits = 4) {
    if (Number.isNaN(number)) return "—"
    if (!Number.isFinite(number)) return number > 0 ? "∞" : "−∞"
    const size = Math.abs(number)
    const shown = size && (size < 1e-3 || size >= 1e5) ? number.toExponential(digits - 1) : number.toPrecision(digits)
    return shown.replaceAll("-", "−")
  }

  // A number on the screen: its element shows some digits, and has them all.
  function put(element, number, digits) {
    element.textContent = format(number, digits)
    element.dataset.value = number
  }

  // Numbers in a line, by name as {loss: "loss at the end"}; returns their elements, for put.
  function facts(labels) {
    const place = html("p", { class: "facts" }, kit.box), made = {}
    for (const name in labels)
      made[name] = html("b", { "data-name": name }, html("span", { text: `${labels[name]} ` }, place))
    return made
  }

  // A table of numbers: row(head, names) adds a row and returns its cells, for put.
  function table(heads) {
    const place = html("div", { class: "table-box", tabindex: "0" }, kit.box)
    const made = html("table", { class: "data numbers" }, place)
    const top = html("tr", {}, html("thead", {}, made))
    for (const text of heads) html("th", { scope: "col", text }, top)
    const body = html("tbody", {}, made)
    return (head, names) => {
      const row = html("tr", {}, body)
      html("th", { scope: "row" }, row).append(...[head].flat())
      return names.map((name) => html("td", { "data-name": name }, row))
    }
  }

  // What has changed, in words: below the stage, and told once the reader pauses.
  let said, timer
  function say(words) {
    said ??= html("p", { role: "status" }, kit.box)
    clearTimeout(timer)
    delete kit.figure.dataset.speaks
    if (kit.playing) return
    kit.figure.dataset.speaks = "" // until the words are there
    timer = setTimeout(() => {
      said.textContent = words
      delete kit.figure.dataset.speaks
    }, 300)
  }

  Object.assign(kit, { html, begin, button, resetter, range, select, check, player, format, put, facts, table, say })
})
