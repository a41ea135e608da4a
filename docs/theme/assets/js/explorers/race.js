// Optimizers on a surface of the reader's choice, in float64 as in chainrule.scratch.optim: the same operations in the
// same order, so that JavaScript's numbers are NumPy's.
{
  const TEXT = {
    zh: {
      surface: "曲面", kappa: "条件数 κ", noise: "梯度的噪声 σ", start: "起点（也可以点图）", minimum: "最小值", loss: "损失",
      optimizer: "优化器", settings: "参数",
      surfaces: { bowl: "沿坐标轴的碗", turned: "转了 45° 的碗", rosenbrock: "Rosenbrock", beale: "Beale", saddle: "鞍点" },
      say: (step, name, loss) => `第 ${step} 步，损失最低的是 ${name}：${loss}。`, none: "没有选优化器，或者全都发散了。",
    },
    en: {
      surface: "Surface", kappa: "Condition number κ", noise: "Noise of the gradient σ", start: "Start (or click the picture)",
      minimum: "minimum", loss: "loss", optimizer: "Optimizer", settings: "Settings",
      surfaces: { bowl: "Bowl along the axes", turned: "Bowl turned by 45°", rosenbrock: "Rosenbrock", beale: "Beale", saddle: "Saddle point" },
      say: (step, name, loss) => `At step ${step}, ${name} has the lowest loss: ${loss}.`, none: "No optimizer is chosen, or all diverged.",
    },
  }
  const SIGNS = { lr: "η", mu: "μ", alpha: "α", beta1: "β₁", beta2: "β₂" }

  // Loss and derivatives at (x, y).
  const C = Math.sqrt(0.5)
  const SURFACES = {
    bowl: (x, y, kappa) => [0.5 * (x * x + kappa * (y * y)), x, kappa * y],
    turned(x, y, kappa) {
      const [loss, byU, byV] = SURFACES.bowl(C * (x + y), C * (y - x), kappa)
      return [loss, C * (byU - byV), C * (byU + byV)]
    },
    rosenbrock(x, y) {
      const a = 1 - x, b = y - x * x
      return [a * a + 100 * (b * b), -2 * a - 400 * (x * b), 200 * b]
    },
    beale(x, y) {
      const y2 = y * y, y3 = y2 * y
      const a = 1.5 - x + x * y, b = 2.25 - x + x * y2, c = 2.625 - x + x * y3
      return [a * a + b * b + c * c, 2 * a * (y - 1) + 2 * b * (y2 - 1) + 2 * c * (y3 - 1),
        2 * (a * x) + 4 * (b * x * y) + 6 * (c * x * y2)]
    },
    saddle(x, y) {
      const y2 = y * y
      return [0.5 * (x * x) + 0.25 * (y2 * y2) - 0.5 * y2, x, y2 * y - y]
    },
  }

  // One coordinate of a step: s keeps m and v, p has the powers β₁^t and β₂^t.
  const STEPS = {
    sgd: (w, g, s, { lr }) => w - lr * g,
    momentum: (w, g, s, { lr, mu }) => w + (s.m = mu * s.m - lr * g),
    adagrad: (w, g, s, { lr }) => w - lr * g / (Math.sqrt(s.v += g * g) + 1e-10),
    rmsprop(w, g, s, { lr, alpha }) {
      s.v = alpha * s.v + (1 - alpha) * (g * g)
      return w - lr * g / (Math.sqrt(s.v) + 1e-8)
    },
    adam(w, g, s, { lr, beta1, beta2 }, p) {
      s.m = beta1 * s.m + (1 - beta1) * g
      s.v = beta2 * s.v + (1 - beta2) * (g * g)
      return w - lr * (s.m / (1 - p[0])) / (Math.sqrt(s.v / (1 - p[1])) + 1e-8)
    },
  }

  // β, β², β³, …, each rounded once, as C's pow does and the browser's need not: what is lost is carried along.
  function powers(beta) {
    const halves = (x) => {
      const big = 134217729 * x, high = big - (big - x)
      return [high, x - high]
    }
    const [b, c] = halves(beta)
    let high = 1, low = 0
    return () => {
      const [a, e] = halves(high), product = high * beta
      const lost = a * b - product + a * c + e * b + e * c + low * beta
      high = product + lost
      low = lost - (high - product)
      return high
    }
  }

  // Every point that an optimizer visits.
  function walk(name, surface, [x, y], given, { kappa, sigma, noise, steps }) {
    const p = [powers(given.beta1), powers(given.beta2)], a = { m: 0, v: 0 }, b = { m: 0, v: 0 }
    const found = [[x, y]]
    for (let t = 0; t < steps; t++) {
      const [, byX, byY] = SURFACES[surface](x, y, kappa), now = p.map((next) => next())
      x = STEPS[name](x, byX + sigma * noise[t][0], a, given, now)
      y = STEPS[name](y, byY + sigma * noise[t][1], b, given, now)
      found.push([x, y])
    }
    return found
  }

  async function race(kit) {
    await kit.need("explore/contours")
    const { data, state } = kit, text = kit.text(TEXT)
    const svg = kit.stage()
    const axes = kit.axes(svg, { x: { from: 0, to: 1, label: "x" }, y: { from: 0, to: 1, label: "y" } })
    const lines = kit.svg("path", { class: "contours" }, axes.plot)
    const stars = kit.svg("g", {}, axes.plot)
    const names = Object.keys(data.optimizers)
    const ways = names.map((_, n) => kit.svg("path", { class: `line c${n}` }, axes.plot))
    const ends = names.map((_, n) => kit.svg("circle", { class: `dot c${n}`, r: 6 }, axes.plot))

    kit.player({ last: data.steps, value: data.shown, rate: 30 })
    kit.begin()
    kit.select("surface", text.surface, text.surfaces)
    kit.range("kappa", text.kappa, { values: data.choices.kappa, value: data.kappa })
    kit.range("sigma", text.noise, { values: data.choices.noise, value: 0 })
    kit.begin(text.start)
    const { start } = data.surfaces.bowl
    kit.range("x", "x", { min: -5, max: 5, step: 0.05, value: start[0], show: (x) => x.toFixed(2) })
    kit.range("y", "y", { min: -3, max: 3, step: 0.05, value: start[1], show: (y) => y.toFixed(2) })
    kit.tap(svg, (place) => {
      const [x, y] = axes.back(place).map((value) => Math.round(value * 20) / 20)
      kit.set({ x, y })
    })
    kit.begin(text.settings)
    kit.select("of", text.optimizer, data.names, "adam")
    const own = names.map((name) => Object.entries(data.optimizers[name]).map(([key, value]) =>
      kit.range(`${name}-${key}`, SIGNS[key], { values: data.choices[key], value }).parentElement))
    const row = kit.table([text.optimizer, text.loss, "x", "y"])
    const cells = names.map((name, n) => {
      const label = kit.check(name, data.names[name], 1).parentElement
      label.lastChild.prepend(kit.swatch(n))
      return row(label, ["loss", "x", "y"].map((what) => `${name}-${what}`))
    })

    let surface, drawn, walked, found
    kit.draw = () => {
      const { box, start, minima, lowest } = data.surfaces[state.surface]
      if (surface !== state.surface && surface) {
        surface = state.surface
        return kit.set({ x: start[0], y: start[1] })
      }
      surface = state.surface
      const height = (x, y) => SURFACES[surface](x, y, state.kappa)[0]
      if (drawn !== (drawn = `${surface} ${state.kappa}`)) {
        axes.set({ x: { from: box[0], to: box[1], label: "x" }, y: { from: box[2], to: box[3], label: "y" } })
        kit.change(lines, { d: tools.contours(axes, height, data.levels.map((level) => lowest + level)) })
        stars.replaceChildren()
        for (const [x, y] of minima)
          kit.svg("text", { class: "mark", x: axes.X(x), y: axes.Y(y) + 7, "text-anchor": "middle", text: "★" }, stars)
      }
      const { step, of, ...rest } = state
      if (walked !== (walked = JSON.stringify(rest)))
        found = names.map((name) => {
          const given = Object.fromEntries(Object.keys(SIGNS).map((key) => [key, state[`${name}-${key}`]]))
          return walk(name, surface, [state.x, state.y], given, { ...state, noise: data.noise, steps: data.steps })
        })
      let best
      names.forEach((name, n) => {
        for (const control of own[n]) control.hidden = name !== state.of
        const way = state[name] ? found[n].slice(0, step + 1) : [], end = way.at(-1) ?? [NaN, NaN], loss = height(...end)
        const [cx, cy] = axes.at(end)
        kit.change(ways[n], { d: axes.line(way) })
        kit.change(ends[n], Number.isNaN(cx + cy) ? { visibility: "hidden" } : { visibility: "visible", cx, cy })
        const numbers = [loss, ...end]
        cells[n].forEach((cell, at) => kit.put(cell, numbers[at], 3))
        if (loss < (best?.loss ?? Infinity)) best = { loss, name: data.names[name] }
      })
      kit.say(best ? text.say(step, best.name, kit.format(best.loss)) : text.none)
    }
  }

  tools.explorers.race = Object.assign(race, { walk, SURFACES })
}
