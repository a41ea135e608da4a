// What a symbol in a formula means: its row of the page's table of symbols. A pointer or
// a tap asks for one, the focus of a keyboard for all of a formula; Escape closes.
{
  // A formula as KaTeX draws it: bold letters, which look alike in text, get a mark.
  const bold = (node) => /\b(mathbf|boldsymbol)\b/.test(node.parentElement.className)
  const read = (node) => node.nodeType === 3
    ? (bold(node) ? "*" : "") + node.data.replaceAll("\u200b", "")
    : [...node.childNodes].map(read).join("")

  const isScript = (node) => node?.matches?.(".script, .msupsub")
  // Its indices stand behind a symbol, above and below: what each of them says.
  function scripts(node) {
    if (!isScript(node)) return []
    const boxes = [...node.querySelectorAll(".katex-sizing")]
    const own = boxes.filter((box) => !boxes.some((other) => other !== box && other.contains(box)))
    return own.length ? own.map(read) : [read(node)]
  }

  let rows = new Map() // by name: cells, heads
  function row(atom) {
    const base = read(atom), behind = scripts(atom.nextElementSibling)
    const names = [base + behind.join(""), ...behind.map((script) => base + script),
      ...behind.map((script) => base + script.split(/[−+]/)[0]), base]  // of step t-1, too
    return rows.get(names.find((name) => rows.has(name)))
  }

  // The symbol under the pointer, or the one whose index is.
  function ask(target) {
    for (let at = target; at && !at.matches(".katex-html"); at = at.parentElement) {
      const script = isScript(at) && at.previousElementSibling
      const found = (script && row(script)) || (at.matches(".mord") && row(at))
      if (found) return found
    }
  }

  const box = document.createElement("div")
  box.className = "symbol-box md-typeset"
  box.role = "status"
  let leaving
  const hide = () => box.hidden = true
  const later = () => leaving ??= setTimeout(hide, 200)
  const stay = () => leaving = clearTimeout(leaving)

  let place
  function put() {
    const { left } = place.getBoundingClientRect()
    // Below the formula, which is what one reads.
    const { top, bottom } = place.closest(".arithmatex").getBoundingClientRect()
    const { offsetWidth: wide, offsetHeight: high } = box
    const below = bottom + 6 + high < innerHeight
    box.style.left = `${Math.max(8, Math.min(left, innerWidth - wide - 8))}px`
    box.style.top = `${below ? bottom + 6 : Math.max(0, top - 6 - high)}px`
  }

  function show(found, at) {
    stay()
    place = at
    box.replaceChildren(...found.map(({ cells, heads }) => {
      const line = document.createElement("p")
      cells.forEach((cell, n) => {
        if (!cell.textContent.trim()) return
        if (n > 1) line.append(` · ${heads[n]}${tools.chinese ? "：" : ": "}`)
        const copy = document.createElement(n ? "span" : "b")
        copy.append(...cell.cloneNode(true).childNodes)
        line.append(copy, n ? "" : " ")
      })
      return line
    }))
    box.hidden = false
    put()
  }

  // The box of a fraction or a root lies over symbols: what is below it is asked, too.
  function point({ target, clientX, clientY }) {
    if (!target.closest || box.contains(target)) return stay()
    const below = target.closest(".md-content .katex-html")
      ? document.elementsFromPoint(clientX, clientY).filter((at) => at.closest(".katex-html")) : []
    const at = below.find(ask)
    if (at) show([ask(at)], at)
    else if (!box.hidden) later()
  }
  function focus({ target }) {
    if (!target.matches?.("div.arithmatex:focus-visible")) return
    const all = [...target.querySelectorAll(".katex-html .mord")].map(row).filter(Boolean)
    if (all.length) show([...new Set(all)], target)
  }

  tools.symbols = (table) => {
    const heads = [...table.querySelectorAll("th")].map((head) => head.textContent)
    for (const { cells } of table.querySelectorAll("tbody tr"))
      for (const formula of cells[0].querySelectorAll(".katex-html"))
        for (const name of read(formula).split(/[,=∈]/))
          if (name && !rows.has(name)) rows.set(name, { cells: [...cells], heads })
  }
  tools.page(() => { // each page has symbols of its own
    rows = new Map()
    hide()
    document.body.append(box)
  })
  for (const name of ["pointermove", "click"]) document.addEventListener(name, point)
  document.addEventListener("focusin", focus)
  document.addEventListener("focusout", later)
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide())
  // A formula that gets the focus is scrolled to.
  addEventListener("scroll", () => box.hidden || (place.matches(":focus") ? put() : hide()),
    { passive: true })
}
