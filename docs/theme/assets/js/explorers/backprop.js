// Forwards and backwards through a network of sigmoids, neuron by neuron, with every number. Any input, weight, bias
// and target can be changed. The sums run as in chainrule.scratch.models.deep.mlp.
{
  const TEXT = {
    zh: {
      pick: "要改的数", value: "它的值", input: "输入", target: "目标", weight: "权重", bias: "偏置", view: "网络，每个数都在图上。",
      hint: "蓝：前向的值。橙：E 的导数，边上的是 ∂E/∂w。带下划线的数可以改。",
      start: "输入已给定。点“走一步”。", loss: (words, E) => `误差是 y − t。E = ½(${words}) = ${E}`,
      forward: (name, u, y) => `前向，${name}：u = ${u}；y = σ(u) = ${y}`,
      out: (name, gain, error, delta) => `反向，${name}：δ = σ′(u)·(y − t) = ${gain} · ${error} = ${delta}`,
      back: (name, gain, sum, delta) => `反向，${name}：δ = σ′(u)·Σ w δ = ${gain} · (${sum}) = ${delta}`,
      slope: (y, gain) => `σ′(u) = y(1 − y) = ${y} · (1 − ${y}) = ${gain}`,
      weights: (words) => `∂E/∂w = δ·y：${words}；∂E/∂b = δ`, by: (words) => `对输入的导数：${words}`, neuron: (l, n) => `第 ${l} 层神经元 ${n}`,
    },
    en: {
      pick: "Number to change", value: "Its value", input: "input", target: "target", weight: "weight", bias: "bias",
      view: "The network with every number.",
      hint: "Blue: values. Orange: derivatives of E, on an edge ∂E/∂w. Underlined numbers can be changed.",
      start: "The inputs are given. Press Step.", loss: (words, E) => `The errors are y − t. E = ½(${words}) = ${E}`,
      forward: (name, u, y) => `Forward, ${name}: u = ${u}; y = σ(u) = ${y}`,
      out: (name, gain, error, delta) => `Backward, ${name}: δ = σ′(u)·(y − t) = ${gain} · ${error} = ${delta}`,
      back: (name, gain, sum, delta) => `Backward, ${name}: δ = σ′(u)·Σ w δ = ${gain} · (${sum}) = ${delta}`,
      slope: (y, gain) => `σ′(u) = y(1 − y) = ${y} · (1 − ${y}) = ${gain}`,
      weights: (words) => `∂E/∂w = δ·y: ${words}; ∂E/∂b = δ`, by: (words) => `Derivatives by the inputs: ${words}`,
      neuron: (l, n) => `neuron ${n} of layer ${l}`,
    },
  }
  const BOTH = [0, 1], LAYERS = [1, 2, 3], LIMIT = 8
  const low = (n) => "₀₁₂₃"[n], high = (n) => `⁽${"⁰¹²³"[n]}⁾`
  // What happens at each step: inputs; six neurons forwards; the loss; six neurons back; the inputs again.
  const ORDER = LAYERS.flatMap((l) => BOTH.map((j) => [l, j]))
  const BACK = [...LAYERS].reverse().flatMap((l) => BOTH.map((j) => [l, j]))
  const STEPS = { error: ORDER.length + 1, last: ORDER.length + BACK.length + 2 }

  function sigmoid(u) { // exp is only taken of -|u|
    const small = Math.exp(-Math.abs(u))
    return (u >= 0 ? 1 : small) / (1 + small)
  }

  // All numbers of one cycle, by the names that they have on the screen: of a weight w-2-01, to neuron 0 of layer 2
  // from neuron 1, the derivative is dw-2-01.
  function cycle(p) {
    const v = { ...p }
    for (const i of BOTH) v[`y-0-${i}`] = p[`x-${i}`]
    for (const [l, j] of ORDER) {
      v[`u-${l}-${j}`] = BOTH.reduce((sum, i) => sum + p[`w-${l}-${j}${i}`] * v[`y-${l - 1}-${i}`], 0) + p[`b-${l}-${j}`]
      v[`y-${l}-${j}`] = sigmoid(v[`u-${l}-${j}`])
      v[`gain-${l}-${j}`] = v[`y-${l}-${j}`] * (1 - v[`y-${l}-${j}`])
    }
    for (const k of BOTH) v[`error-${k}`] = v[`y-3-${k}`] - p[`t-${k}`]
    v.E = BOTH.reduce((sum, k) => sum + v[`error-${k}`] ** 2, 0) / 2
    const arriving = (l, i) => BOTH.reduce((sum, j) => sum + p[`w-${l + 1}-${j}${i}`] * v[`delta-${l + 1}-${j}`], 0)
    for (const [l, j] of BACK) {
      v[`back-${l}-${j}`] = l === 3 ? v[`error-${j}`] : arriving(l, j)
      v[`delta-${l}-${j}`] = v[`gain-${l}-${j}`] * v[`back-${l}-${j}`]
      for (const i of BOTH) v[`dw-${l}-${j}${i}`] = v[`delta-${l}-${j}`] * v[`y-${l - 1}-${i}`]
    }
    for (const i of BOTH) v[`dx-${i}`] = arriving(0, i)
    return v
  }

  tools.explorers.backprop = (kit) => {
    const { data, state } = kit, text = kit.text(TEXT)
    const high0 = kit.width * 0.98
    const svg = kit.stage()
    kit.change(svg, { viewBox: `0 0 ${kit.width} ${high0}`, role: "group", "aria-label": text.view })
    const place = (l, j) => [[0.085, 0.355, 0.615, 0.88][l] * kit.width, [0.25, 0.75][j] * high0]
    const parameters = {} // name -> [first value, what it is called]
    for (const i of BOTH) parameters[`x-${i}`] = [data.x[i], `${text.input} x${low(i + 1)}`]
    for (const l of LAYERS) {
      for (const j of BOTH)
        for (const i of BOTH)
          parameters[`w-${l}-${j}${i}`] = [data.W[l - 1][j][i], `${text.weight} w${low(j + 1)}${low(i + 1)}${high(l)}`]
      for (const j of BOTH) parameters[`b-${l}-${j}`] = [data.b[l - 1][j], `${text.bias} b${low(j + 1)}${high(l)}`]
    }
    for (const k of BOTH) parameters[`t-${k}`] = [data.t[k], `${text.target} t${low(k + 1)}`]

    // The picture: name -> its text, and since which step it stands there.
    const edges = kit.svg("g", { class: "edges" }, svg), nodes = kit.svg("g", {}, svg), words = {}
    function number(name, [x, y], since, look = "", label = "") {
      const made = kit.svg("text", { x, y, class: `number ${look}`, "text-anchor": "middle" }, svg)
      if (label) kit.svg("tspan", { text: `${label} ` }, made)
      const span = kit.svg("tspan", { "data-name": name }, made)
      words[name] = { made, span, since }
      if (parameters[name]) {
        made.classList.add("choice")
        made.addEventListener("click", () => kit.set({ pick: name }))
      }
    }
    const forwards = (l, j) => l ? 1 + ORDER.findIndex(([m, i]) => m === l && i === j) : 0
    const backwards = (l, j) => l ? STEPS.error + 1 + BACK.findIndex(([m, i]) => m === l && i === j) : STEPS.last
    for (const [l, j] of ORDER)
      for (const i of BOTH) {
        const [[a, b], [c, d]] = [place(l - 1, i), place(l, j)]
        const long = Math.hypot(c - a, d - b), part = (at) => [a + (c - a) * at, b + (d - b) * at]
        const [one, two] = [part(34 / long), part(1 - 34 / long)]
        words[`edge-${l}-${j}${i}`] = { made: kit.svg("path", { d: `M${one}L${two}` }, edges) }
        const [x, y] = part(i === j ? 0.5 : 0.3), far = i === j ? 7 : 0
        number(`w-${l}-${j}${i}`, [x, y - (far || 4)], 0, "weight")
        number(`dw-${l}-${j}${i}`, [x, y + 15 + (far || 4)], backwards(l, j), "c1")
      }
    for (const l of [0, ...LAYERS])
      for (const j of BOTH) {
        const [x, y] = place(l, j), side = j ? 1 : -1, at = (n) => [x, y + side * (36 + n * 23) + (j ? 14 : -2)]
        words[`node-${l}-${j}`] = { made: kit.svg("circle", { "data-node": "", cx: x, cy: y, r: 30 }, nodes) }
        number(l ? `y-${l}-${j}` : `x-${j}`, [x, y + 5], forwards(l, j), "c0")
        if (l) {
          number(`b-${l}-${j}`, at(2), 0, "weight", "b")
          number(`u-${l}-${j}`, at(1), forwards(l, j), "c0", "u")
          number(`delta-${l}-${j}`, at(0), backwards(l, j), "c1", "δ")
        } else {
          number(`dx-${j}`, at(0), STEPS.last, "c1")
          const [left, top] = at(1)
          words[`by-${j}`] = { since: STEPS.last, made: kit.svg("text", { class: "number c1", x: left, y: top, "text-anchor": "middle", text: "∂E/∂x" }, svg) }
        }
        if (l === 3) number(`t-${j}`, at(3), 0, "weight", "t")
      }
    number("E", [place(3, 0)[0], high0 / 2 + 5], STEPS.error, "c1", "E")

    kit.html("p", { class: "sum", text: text.hint }, kit.box)
    kit.player({ last: STEPS.last, rate: 0.7 })
    kit.begin()
    kit.select("pick", text.pick, Object.fromEntries(Object.entries(parameters).map(([name, [, called]]) => [name, called])), "w-1-00")
    const label = kit.html("label", { class: "range" }), head = kit.html("span", { text: `${text.value} ` }, label)
    const value = kit.html("b", { "aria-hidden": "true" }, head)
    const slider = kit.html("input", { type: "range", name: "value", min: -LIMIT, max: LIMIT, step: 0.1 }, label)
    slider.addEventListener("input", () => kit.set({ [state.pick]: +slider.value }))
    const told = kit.html("div", { role: "status" }, kit.box)
    const sums = [0, 1, 2].map(() => kit.html("p", { class: "sum" }, told))
    for (const name in parameters)
      kit.keep(name, parameters[name][0], (want) => {
        if (want === "" || !Number.isFinite(+want)) return undefined
        return Math.max(-LIMIT, Math.min(LIMIT, Math.round(want * 100) / 100))
      })

    kit.draw = () => {
      const all = cycle(Object.fromEntries(Object.keys(parameters).map((name) => [name, state[name]])))
      const { step, pick } = state, say = (name) => kit.format(all[name], 3)
      const plain = (name) => `${all[name]}`.replace("-", "−"), signed = (words) => words.startsWith("−") ? `(${words})` : words
      for (const name in words) {
        const { made, span, since } = words[name]
        if (since !== undefined) made.style.visibility = step < since ? "hidden" : "visible"
        if (!span) continue
        kit.put(span, all[name], Math.abs(all[name]) < 0.01 ? 2 : 3)
        if (parameters[name]) span.textContent = plain(name)
        made.classList.toggle("picked", name === pick)
      }
      slider.value = state[pick]
      value.textContent = plain(pick)
      slider.setAttribute("aria-label", parameters[pick][1])
      slider.setAttribute("aria-valuetext", value.textContent)

      // What is computed at this step, and on which edges.
      const hot = new Set(), lines = ["", "", ""]
      const product = (one, two) => `${one} · ${signed(two)}`
      if (step === 0) lines[0] = text.start
      else if (step < STEPS.error) {
        const [l, j] = ORDER[step - 1], name = text.neuron(l, j + 1)
        hot.add(`node-${l}-${j}`)
        for (const i of BOTH) hot.add(`edge-${l}-${j}${i}`)
        const terms = BOTH.map((i) => product(signed(plain(`w-${l}-${j}${i}`)), l > 1 ? say(`y-${l - 1}-${i}`) : plain(`x-${i}`)))
        lines[0] = text.forward(name, `${terms.join(" + ")} + ${signed(plain(`b-${l}-${j}`))} = ${say(`u-${l}-${j}`)}`, say(`y-${l}-${j}`))
      } else if (step === STEPS.error) {
        for (const k of BOTH) hot.add(`node-3-${k}`)
        lines[0] = text.loss(BOTH.map((k) => `${signed(say(`error-${k}`))}²`).join(" + "), say("E"))
      } else if (step < STEPS.last) {
        const [l, j] = BACK[step - STEPS.error - 1], name = text.neuron(l, j + 1), [gain, delta] = [`gain-${l}-${j}`, `delta-${l}-${j}`].map(say)
        hot.add(`node-${l}-${j}`)
        lines[0] = text.slope(say(`y-${l}-${j}`), gain)
        if (l === 3) lines[1] = text.out(name, gain, signed(say(`error-${j}`)), delta)
        else {
          for (const i of BOTH) hot.add(`edge-${l + 1}-${i}${j}`)
          const terms = BOTH.map((i) => product(signed(plain(`w-${l + 1}-${i}${j}`)), say(`delta-${l + 1}-${i}`)))
          lines[1] = text.back(name, gain, terms.join(" + "), delta)
        }
        lines[2] = text.weights(BOTH.map((i) => `${product(signed(delta), l > 1 ? say(`y-${l - 1}-${i}`) : plain(`x-${i}`))} = ${say(`dw-${l}-${j}${i}`)}`).join(", "))
      } else {
        for (const i of BOTH) hot.add(`node-0-${i}`)
        lines[0] = text.by(BOTH.map((i) => {
          const terms = BOTH.map((j) => product(signed(plain(`w-1-${j}${i}`)), say(`delta-1-${j}`)))
          return `∂E/∂x${low(i + 1)} = ${terms.join(" + ")} = ${say(`dx-${i}`)}`
        }).join("; "))
      }
      told.setAttribute("aria-live", kit.playing ? "off" : "polite")
      sums.forEach((sum, n) => { sum.textContent = lines[n] })
      for (const name in words) if (!words[name].span) words[name].made.classList.toggle("hot", hot.has(name))
    }
  }
}
