// Softmax of a few logits over a temperature: the probabilities, their entropy, the loss of a class and its gradient.
// The sums run as in chainrule.scratch.nn, so that nothing overflows.
{
  const TEXT = {
    zh: {
      share: "概率", cls: "类别", T: "温度 T", true: "正确的类别", logits: "logit（方框里可以写到 ±1000）",
      facts: { entropy: "熵", most: "熵最大时 ln 3 =", loss: "损失" },
      view: "柱子是各类的概率，方块是目标，箭头从概率指向目标。", type: (name) => `${name}，写一个数`,
      say: (T, first, y) => `T = ${T} 时概率最大的是第 ${first.join("、")} 类：${y}。`,
    },
    en: {
      share: "probability", cls: "class", T: "Temperature T", true: "True class",
      logits: "Logits (the boxes take up to ±1000)",
      facts: { entropy: "entropy", most: "at most ln 3 =", loss: "loss" },
      view: "Bars are the probabilities of the classes, squares the target; arrows lead from one to the other.", type: (name) => `${name}, as a number`,
      say: (T, first, y) => `At T = ${T} the most probable class is ${first.join(" or ")}: ${y}.`,
    },
  }
  const MOST = 1000
  const T = [-3, -2, -1, 0, 1, 2].flatMap((power) => [1, 1.5, 2, 3, 5, 7].map((first) => +`${first}e${power}`)).concat(1000)

  // From logits: probabilities, entropy, the loss -ln y of class `right`, and its derivatives by the logits.
  function numbers(logits, temperature, right) {
    const z = logits.map((z) => z / temperature), most = Math.max(...z)
    const powers = z.map((z) => Math.exp(z - most)), total = powers.reduce((sum, power) => sum + power, 0)
    const y = powers.map((power) => power / total)
    return {
      z, y, entropy: y.reduce((sum, y) => y ? sum - y * Math.log(y) : sum, 0),
      loss: Math.log(total) - (z[right] - most), delta: y.map((y, k) => (y - (k === right)) / temperature),
    }
  }

  tools.explorers.softmax = (kit) => {
    const { data, state } = kit, text = kit.text(TEXT), classes = data.z.map((_, k) => k)
    const svg = kit.stage()
    kit.change(svg, { "aria-label": text.view })
    const axes = kit.axes(svg, {
      x: { from: 0.4, to: classes.length + 0.6, label: text.cls }, y: { from: -0.22, to: 1.08, label: text.share },
    })
    kit.svg("path", { class: "line faint", d: `M${axes.left} ${axes.Y(0)}H${axes.right}` }, axes.plot)
    const half = (axes.X(1) - axes.X(0)) / 4
    const marks = classes.map((k) => ({
      bar: kit.svg("rect", { class: "bar c0", x: axes.X(k + 1) - half, width: 2 * half }, axes.plot),
      way: kit.svg("path", { class: "line c1 whole" }, axes.plot),
      aim: kit.svg("rect", { class: "dot c2", x: axes.X(k + 1) - 6, width: 12, height: 12 }, axes.plot),
      words: kit.svg("text", { class: "number c1", x: axes.X(k + 1), y: axes.Y(-0.15), "text-anchor": "middle" }, axes.plot),
    }))

    kit.begin()
    kit.range("T", text.T, { values: T, value: data.T })
    kit.select("true", text.true, Object.fromEntries(classes.map((k) => [k + 1, `${k + 1}`])), `${data.true}`)
    kit.begin(text.logits).classList.add("pairs")
    for (const k of classes) {
      const name = `z${k + 1}`, pair = kit.html("div", { class: "pair" })
      const [slider, box] = ["range", "number"].map((type) => kit.html("input", { type, step: 0.1 }, pair))
      for (const [input, called, limit] of [[slider, name, 10], [box, `${name}-box`, MOST]]) {
        for (const [key, value] of Object.entries({ name: called, min: -limit, max: limit })) input.setAttribute(key, value)
        input.addEventListener("input", () => kit.set({ [name]: input.value }))
      }
      pair.prepend(kit.html("span", { "aria-hidden": "true", text: `z${"₁₂₃₄₅"[k]}` }, pair))
      slider.setAttribute("aria-label", name)
      box.setAttribute("aria-label", text.type(name))
      kit.keep(name, data.z[k], (want) => {
        if (`${want}`.trim() === "" || !Number.isFinite(+want)) return undefined
        const z = Math.max(-MOST, Math.min(MOST, +want))
        slider.value = z
        slider.setAttribute("aria-valuetext", z)
        if (+box.value !== z || box.value === "") box.value = z // who writes is not interrupted
        return z
      })
    }
    kit.begin().classList.add("buttons")
    kit.resetter()
    const shown = kit.facts(text.facts)
    const row = kit.table([text.cls, "z / T", "y", "t", "δ"])
    const cells = classes.map((k) => row(`${k + 1}`, ["zT", "y", "t", "delta"].map((name) => `${name}-${k + 1}`)))

    kit.draw = () => {
      const logits = classes.map((k) => state[`z${k + 1}`]), right = state.true - 1
      const found = numbers(logits, state.T, right)
      marks.forEach(({ bar, way, aim, words }, k) => {
        const y = found.y[k], t = +(k === right), [x, top, end] = [axes.X(k + 1), axes.Y(y), axes.Y(t)]
        kit.change(bar, { y: top, height: axes.Y(0) - top })
        kit.change(aim, { y: end - 6 })
        const up = Math.sign(end - top), tip = end - 9 * up
        kit.change(way, { d: Math.abs(y - t) > 0.06 ? `M${x} ${top}V${tip}m-5 ${-8 * up}l5 ${8 * up}l5 ${-8 * up}` : "" })
        words.textContent = `${found.delta[k] > 0 ? "+" : ""}${kit.format(found.delta[k])}`
        for (const [at, number] of [found.z[k], y, t, found.delta[k]].entries()) kit.put(cells[k][at], number, at === 2 ? 1 : 4)
      })
      kit.put(shown.entropy, found.entropy)
      kit.put(shown.most, Math.log(classes.length))
      kit.put(shown.loss, found.loss)
      const most = Math.max(...found.y)
      kit.say(text.say(state.T, classes.filter((k) => found.y[k] === most).map((k) => k + 1), kit.format(most)))
    }
  }
}
