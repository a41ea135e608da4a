// A filter on its way over a picture: the window, its products, their sum, and the map that the sums make.
// Weights are rounded to sixteenths, so that every sum is exact, as in chainrule.scratch.nn.Conv2d.
tools.explorers.convolution = async (kit) => {
  await kit.need("explore/grid")
  tools.grids(kit)
  const TEXT = {
    zh: {
      picture: "图像", page: "正文中的图像", step: "一条边", dot: "一个点",
      filter: "滤波器", falling: "下降对角线", upright: "竖直笔画", edge: "竖直边缘（Sobel）", blur: "模糊",
      stride: "步幅", padding: "填充", dilation: "膨胀", map: "特征图", window: "窗口 × 滤波器", none: "没有窗口",
      at: (i, j) => `第 ${i} 行第 ${j} 列`, weight: "权重，", sum: "和", colon: "：",
      unfit: (span, room) => `跨 ${span} 个像素的滤波器放不进 ${room} 个像素。`,
    },
    en: {
      picture: "Picture", page: "the page's", step: "a step", dot: "a dot",
      filter: "Filter", falling: "falling diagonal", upright: "upright stroke", edge: "upright edge (Sobel)", blur: "blur",
      stride: "Stride", padding: "Padding", dilation: "Dilation", map: "map", window: "window × filter", none: "no window",
      at: (i, j) => `row ${i}, column ${j}`, weight: "Weight, ", sum: "sum", colon: ": ",
      unfit: (span, room) => `A filter over ${span} pixels does not fit into ${room}.`,
    },
  }
  const text = kit.text(TEXT), { pictures, filters } = kit.data, K = 3
  const exact = (number) => `${number}`.replace("-", "−")
  const names = (of) => Object.fromEntries(Object.keys(of).map((name) => [name, text[name]]))

  // What decides the sizes stands above what it sizes, so that it stays below the finger.
  kit.begin()
  kit.select("filter", text.filter, names(filters)).addEventListener("input", () => kit.set({ cells: "" }))
  kit.select("picture", text.picture, names(pictures))
  kit.range("stride", text.stride, { min: 1, max: 3, value: 1 })
  kit.range("padding", text.padding, { max: 2, value: 0 })
  kit.range("dilation", text.dilation, { min: 1, max: 3, value: 1 })

  const stage = kit.beside("convolution")
  const input = kit.grid(stage, "x")
  const middle = kit.html("div", {}, stage)
  const weights = kit.html("table", { class: "squares" }, middle)
  kit.html("caption", { text: text.filter }, weights)
  const body = kit.html("tbody", {}, weights)
  const cells = Array.from({ length: K }, (_, a) => {
    const row = kit.html("tr", {}, body)
    return Array.from({ length: K }, (_, b) => kit.html("input",
      { type: "number", step: "any", min: -9, max: 9, "data-name": `w.${a}.${b}`, "aria-label": text.weight + text.at(a + 1, b + 1) }, kit.html("td", {}, row)))
  })
  const products = kit.grid(middle, "products"), sum = kit.html("p", { class: "sum" }, middle)
  const output = kit.grid(stage, "y")
  const size = kit.html("p", { class: "formula" }, kit.box)

  // The reader's own weights, row by row; empty as long as they are those of the filter that was chosen.
  kit.keep("cells", "", (want) => {
    const found = `${want}`.split("_").map((number) => Math.round(Math.max(-9, Math.min(9, number)) * 16) / 16)
    return want === "" ? "" : found.length === K * K && found.every(Number.isFinite) ? found.join("_") : undefined
  })
  for (const cell of cells.flat()) {
    cell.addEventListener("input", () => kit.set({ cells: cells.flat().map((one) => +one.value).join("_") }))
    cell.addEventListener("blur", () => kit.draw())
  }

  const span = () => kit.state.dilation * (K - 1) + 1
  const room = () => pictures[kit.state.picture].length + 2 * kit.state.padding
  const count = () => Math.max(0, Math.floor((room() - span()) / kit.state.stride) + 1)
  const slider = kit.player({ last: () => Math.max(0, count() ** 2 - 1), value: 0, rate: 3 })

  // A pixel means the window whose middle is nearest.
  const go = (i, j) => { if (count()) kit.set({ step: count() * i + j }) }
  const near = (i) => Math.max(0, Math.min(count() - 1, Math.round((i - (span() - 1) / 2) / kit.state.stride)))
  output.point(go)
  input.point((i, j) => go(near(i), near(j)))

  kit.draw = () => {
    const { filter, picture, stride, padding, dilation } = kit.state
    const n = count(), size_of = pictures[picture].length, last = Math.max(0, n * n - 1)
    slider.max = last
    if (kit.state.step > last) return kit.set({ step: last })
    const own = kit.state.cells && kit.state.cells.split("_").map(Number)
    const w = own ? cells.map((_, a) => own.slice(K * a, K * a + K)) : filters[filter]
    w.flat().forEach((number, at) => {
      const cell = cells.flat()[at]
      cell.dataset.value = number
      if (cell !== document.activeElement) cell.value = number
    })
    const inside = (i) => i >= padding && i < padding + size_of
    const x = Array.from({ length: room() }, (_, i) => Array.from({ length: room() }, (_, j) =>
      inside(i) && inside(j) ? pictures[picture][i - padding][j - padding] : 0))
    const parts = (i, j) => w.map((row, a) => row.map((weight, b) => weight * x[i * stride + a * dilation][j * stride + b * dilation] || 0))
    const total = (i, j) => parts(i, j).flat().reduce((all, part) => all + part, 0)
    const y = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => total(i, j)))

    const [row, column] = n ? [Math.floor(kit.state.step / n), kit.state.step % n] : [-99, -99]
    const seen = (i, at) => (i - at * stride) % dilation === 0 && i >= at * stride && i < at * stride + span()
    input.set(`${text.picture} ${room()} × ${room()}`, x, (i, j) =>
      (seen(i, row) && seen(j, column) ? "c0 tint on" : "") + (inside(i) && inside(j) ? x[i][j] ? " full" : "" : " pad"))
    output.set(n ? `${text.map} ${n} × ${n}` : text.none, y, (i, j) => i === row && j === column ? "c1 tint on" : "")
    products.set(text.window, n ? parts(row, column) : w.map((line) => line.map(() => null)), () => "c0 tint")
    sum.replaceChildren(`${text.sum} `)
    if (n) kit.html("b", { text: exact(y[row][column]), "data-name": "sum", "data-value": y[row][column] }, sum)
    size.textContent = `⌊(${size_of} + 2 · ${padding} − ${span()}) / ${stride}⌋ + 1 = ${n}`
    kit.say(n ? `${text.at(row + 1, column + 1)}${text.colon}${parts(row, column).flat().filter(Number).map(exact).join(" + ") || 0} = ${exact(y[row][column])}`
      : text.unfit(span(), room()))
  }
}
