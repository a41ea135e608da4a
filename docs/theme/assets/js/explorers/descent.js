// Gradient descent on the loss of a line through a few points: which rate creeps, jumps or diverges.
{
  const TEXT = {
    zh: {
      rate: "学习率 η", start: "起点（也可以点图）", minimum: "最小值",
      facts: { bk: "b", wk: "w", loss: "损失", steep: "每步倍数 1 − ηλ：最陡的轴", flat: "最平的轴", limit: "上限 2/λmax" },
      kinds: {
        creep: "两根轴上都不冲过头", jump: "在最陡的轴上来回跳，但越跳越近", same: "在最陡的轴上来回跳，不远也不近",
        away: "在最陡的轴上越跳越远：发散",
      },
      say: (rate, kind, k, loss) => `η = ${rate}：${kind}。第 ${k} 步的损失是 ${loss}。`,
    },
    en: {
      rate: "Learning rate η", start: "Start (or click the picture)", minimum: "minimum",
      facts: { bk: "b", wk: "w", loss: "loss", steep: "factor of a step, 1 − ηλ: steepest axis", flat: "flattest axis", limit: "limit 2/λmax" },
      kinds: {
        creep: "overshoots on neither axis", jump: "jumps across the steepest axis, ever closer",
        same: "jumps across the steepest axis, no closer and no farther", away: "jumps across the steepest axis, ever farther: it diverges",
      },
      say: (rate, kind, k, loss) => `η = ${rate}: ${kind}. The loss at step ${k} is ${loss}.`,
    },
  }

  const loss = ({ x, t }, b, w) => x.reduce((sum, x, n) => sum + (b + w * x - t[n]) ** 2, 0) / x.length

  // Every point that it visits, in the words of chainrule.scratch.optim.gradient_descent.
  function path({ x, t, steps }, b, w, rate) {
    const points = [[b, w]]
    for (let k = 0; k < steps; k++) {
      let byB = 0, byW = 0
      x.forEach((x, n) => {
        const error = b + w * x - t[n]
        byB += error
        byW += error * x
      });
      [b, w] = [b - rate * (2 * byB / x.length), w - rate * (2 * byW / x.length)]
      points.push([b, w])
    }
    return points
  }

  tools.explorers.descent = async (kit) => {
    await kit.need("explore/contours")
    const { data, state } = kit, text = kit.text(TEXT)
    const svg = kit.stage()
    const axes = kit.axes(svg, {
      x: { from: data.box.b[0], to: data.box.b[1], label: "b" }, y: { from: data.box.w[0], to: data.box.w[1], label: "w" },
    })
    kit.svg("path", { class: "contours", d: tools.contours(axes, (b, w) => loss(data, b, w), data.levels) }, axes.plot)
    const way = kit.svg("path", { class: "line c0" }, axes.plot)
    const dots = kit.svg("g", { class: "c0" }, axes.plot)
    const points = Array.from({ length: data.steps + 1 }, () => kit.svg("circle", { class: "dot c0", r: 4 }, dots))
    const [b, w] = data.minimum
    kit.svg("text", { class: "mark", x: axes.X(b), y: axes.Y(w) + 7, "text-anchor": "middle", text: "★" }, axes.plot)
    kit.svg("text", { x: axes.X(b) + 12, y: axes.Y(w) - 8, text: text.minimum }, axes.plot)

    kit.player({ last: data.steps, rate: 6 })
    kit.begin()
    kit.range("lr", text.rate, { min: 0.01, max: 0.5, step: 0.01, value: data.rate, show: (rate) => rate.toFixed(2) })
    kit.begin(text.start)
    for (const [at, name] of ["b", "w"].entries())
      kit.range(name, name, { min: data.box[name][0], max: data.box[name][1], step: 0.1, value: data.start[at], show: (x) => x.toFixed(1) })
    kit.tap(svg, (place) => {
      const [b, w] = axes.back(place)
      kit.set({ b: Math.round(b * 10) / 10, w: Math.round(w * 10) / 10 })
    })
    const shown = kit.facts(text.facts)

    kit.draw = () => {
      const found = path(data, state.b, state.w, state.lr), k = state.step
      kit.change(way, { d: axes.line(found.slice(0, k + 1)) })
      points.forEach((dot, n) => {
        const [cx, cy] = axes.at(found[n])
        kit.change(dot, { cx, cy, visibility: n > k ? "hidden" : "visible" })
      })
      const [low, high] = data.eigenvalues
      const numbers = {
        bk: found[k][0], wk: found[k][1], loss: loss(data, ...found[k]),
        steep: 1 - state.lr * high, flat: 1 - state.lr * low, limit: 2 / high,
      }
      for (const name in numbers) kit.put(shown[name], numbers[name])
      const factor = numbers.steep
      const kind = factor >= 0 ? "creep" : factor > -1 ? "jump" : factor < -1 ? "away" : "same"
      kit.say(text.say(state.lr.toFixed(2), text.kinds[kind], k, kit.format(numbers.loss)))
    }
  }
}
