// A curve of straight pieces whose knots are dragged, and the units that add up to it: ramps or ReLUs exactly,
// sigmoids with their corners cut. The numbers are those of chainrule.scratch.models.regression.
{
  const TEXT = {
    zh: {
      curve: "目标与总和", parts: "各单元", units: "单元", steep: "Sigmoid 的陡度", at: "在 x 处看", add: "添一个节点",
      remove: "减一个节点", constant: "常数 b", total: "总和", share: "在 x 处", unit: "单元",
      kinds: { ramp: "斜坡（硬 Sigmoid）", sigmoid: "Sigmoid", relu: "ReLU" },
      facts: { count: "单元个数", target: "x 处的目标", gap: "与目标的最大差距" },
      knot: (n) => `节点 ${n}，方向键移动，Delete 删除`,
      say: (gap) => gap ? `总和偏离目标，最多差 ${gap}。` : "总和处处等于目标。",
      view: "上图是目标曲线和各单元的总和，下图是各单元。节点可以拖动。",
    },
    en: {
      curve: "target and sum", parts: "units", units: "Units", steep: "Steepness of the sigmoids", at: "Look at x", add: "Add a knot",
      remove: "Remove a knot", constant: "constant b", total: "sum", share: "at x", unit: "unit",
      kinds: { ramp: "ramps (hard sigmoids)", sigmoid: "sigmoids", relu: "ReLUs" },
      facts: { count: "number of units", target: "target at x", gap: "largest distance to the target" },
      knot: (n) => `Knot ${n}: arrow keys move it, Delete removes it`,
      say: (gap) => gap ? `The sum departs from the target, by up to ${gap}.` : "The sum is the target everywhere.",
      view: "Above the target and the sum of the units, below the units. The knots can be dragged.",
    },
  }
  const X = [0, 5], Y = [-1, 4], GAP = 0.25, MOST = 8 // where knots may be, how close, and how many
  const LOOKS = ["c0", "c2", "c3", "c4", "c0 thick", "c2 thick", "c3 thick", "c4 thick"]

  const grid = (number) => Math.round(number * 20) / 20
  const within = ([low, high], number) => Math.max(low, Math.min(high, number))

  const ACTIVATION = {
    ramp: (z) => Math.min(1, Math.max(0, z)),
    relu: (z) => Math.max(0, z),
    sigmoid(z) { // exp is only taken of -|z|
      const small = Math.exp(-Math.abs(z))
      return (z >= 0 ? 1 : small) / (1 + small)
    },
  }
  const difference = (list) => list.slice(1).map((value, n) => value - list[n])

  // Each unit as {w, b, c}, and the constant b0: (3.2), (3.15).
  function unitsOf(kind, knots, steep) {
    const [at, heights] = [0, 1].map((which) => knots.map((knot) => knot[which]))
    const [wide, rise] = [difference(at), difference(heights)]
    if (kind === "relu") {
      const slopes = [0, ...rise.map((value, n) => value / wide[n]), 0]
      return difference(slopes).map((c, n) => ({ w: 1, b: -at[n], c }))
    }
    const ramps = wide.map((value, n) => ({ w: 1 / value, b: -(1 / value) * at[n], c: rise[n] }))
    if (kind === "ramp") return ramps
    // A sigmoid has the slope 1/4 in its middle: four times the weight gives it the slope of its ramp.
    return ramps.map(({ w, b, c }) => ({ w: 4 * steep * w, b: steep * (4 * b - 2), c }))
  }

  // What numpy.interp says.
  function target(knots, x) {
    const n = knots.findIndex(([at]) => at > x)
    if (n < 1) return knots.at(n)[1]
    const [[a, low], [b, high]] = knots.slice(n - 1, n + 1)
    return low + (high - low) / (b - a) * (x - a)
  }

  // "0_1_3_0" is a line from (0, 1) to (3, 0).
  const write = (knots) => knots.flat().map((number) => `${number}`).join("_")
  function read(words) {
    const numbers = `${words}`.split("_").map((word) => word.trim() ? grid(+word) : NaN)
    const knots = numbers.flatMap((x, n) => n % 2 ? [] : [[x, numbers[n + 1]]])
    const good = knots.length > 1 && knots.length <= MOST && knots.every(([x, y], n) =>
      x >= X[0] && x <= X[1] && y >= Y[0] && y <= Y[1] && (!n || x - knots[n - 1][0] > GAP - 1e-9))
    return good ? knots : undefined
  }

  tools.explorers.knots = (kit) => {
    const { data, state } = kit, text = kit.text(TEXT)
    const middle = kit.height * 0.42
    const svg = kit.stage()
    kit.change(svg, { role: "group", "aria-label": text.view })
    const x = { from: -0.5, to: 5.5 }
    const above = kit.axes(svg, { bottom: middle - 24, x, y: { from: -1.5, to: 4.5, label: text.curve } })
    const below = kit.axes(svg, { top: middle + 38, bottom: kit.height - 28, x, y: { from: -1, to: 1, label: text.parts } })
    const wide = kit.svg("path", { class: "line wide" }, above.plot)
    const sum = kit.svg("path", { class: "line c1 whole" }, above.plot)
    const constant = kit.svg("path", { class: "line faint" }, below.plot)
    const lines = Array.from({ length: MOST }, (_, n) => kit.svg("path", { class: `line ${LOOKS[n]}` }, below.plot))
    const probes = [above, below].map((axes) => kit.svg("path", { class: "line probe" }, axes.plot))
    const point = kit.svg("circle", { class: "dot c1", r: 5 }, above.plot)

    kit.begin()
    kit.select("units", text.units, text.kinds, data.units)
    const steep = kit.range("steep", text.steep, { values: [1, 1.5, 2, 3, 5, 10, 20, 50], value: 1, show: (times) => `× ${times}` })
    kit.range("x", text.at, { min: x.from, max: x.to, step: 0.05, value: 2, show: (x) => x.toFixed(2) })
    kit.begin().classList.add("buttons")
    const knots = () => read(state.knots)
    const use = (changed) => kit.set({ knots: write(changed) })
    const adds = kit.button(text.add, () => { // in the middle of the widest piece
      const now = knots(), gaps = difference(now.map(([x]) => x)), n = gaps.indexOf(Math.max(...gaps)) + 1
      const x = grid((now[n - 1][0] + now[n][0]) / 2)
      use([...now.slice(0, n), [x, grid(within(Y, target(now, x) + 0.5))], ...now.slice(n)])
    })
    const remove = (n) => { if (knots().length > 2) use(knots().filter((_, other) => other !== n)) }
    const removes = kit.button(text.remove, () => remove(knots().length - 1))
    kit.resetter()
    const shown = kit.facts(text.facts)

    // A knot goes where it is sent, but not past its neighbours.
    function move(n, x, y) {
      const now = knots()
      const room = [n ? now[n - 1][0] + GAP : X[0], n < now.length - 1 ? now[n + 1][0] - GAP : X[1]]
      use(now.map((knot, other) => other === n ? [grid(within(room, x)), grid(within(Y, y))] : knot))
    }
    const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }
    const handles = Array.from({ length: MOST }, (_, n) => {
      const handle = kit.svg("g", {
        class: "handle", tabindex: 0, role: "slider", "aria-label": text.knot(n + 1), "aria-valuemin": Y[0], "aria-valuemax": Y[1],
      }, svg)
      kit.svg("circle", { class: "reach", r: 20 }, handle)
      kit.svg("circle", { class: "dot c1", r: 8 }, handle)
      kit.drag(svg, handle, (place) => move(n, ...above.back(place)))
      handle.addEventListener("keydown", (event) => {
        const step = STEPS[event.key]
        if (event.key === "Delete") remove(n)
        else if (step) move(n, ...knots()[n].map((value, which) => value + step[which] * (event.shiftKey ? 0.5 : 0.1)))
        else return
        event.preventDefault()
      })
      return handle
    })
    kit.keep("knots", write(data.knots.map((x, n) => [x, data.values[n]])), (want) => {
      const found = read(want)
      return found && write(found)
    })

    const cells = kit.table([text.unit, "w", "b", "c", text.share])
    const first = cells(text.constant, ["", "", "b0", "share-0"])
    const rows = Array.from({ length: MOST }, (_, n) => {
      const swatch = kit.swatch(0)
      kit.change(swatch.firstChild, { class: `line ${LOOKS[n]}` })
      return cells([swatch, `${n + 1}`], ["w", "b", "c", "share"].map((name) => `${name}-${n + 1}`))
    })
    const last = cells(text.total, ["", "", "", "sum"])

    kit.draw = () => {
      const now = knots(), units = unitsOf(state.units, now, state.steep), b0 = now[0][1]
      const f = ACTIVATION[state.units], share = ({ w, b, c }, x) => c * f(x * w + b)
      // Every 0.025: all knots are among them.
      const places = Array.from({ length: 241 }, (_, n) => x.from + n / 240 * (x.to - x.from))
      const parts = units.map((unit) => places.map((x) => share(unit, x)))
      const sums = places.map((_, n) => parts.reduce((sum, part) => sum + part[n], b0))
      const gap = Math.max(...places.map((x, n) => Math.abs(sums[n] - target(now, x))))
      // The lower axis grows with the units, by steps, so that it does not tremble.
      const size = Math.max(5, ...parts.flat().map(Math.abs))
      const reach = [5, 10, 20, 50, 100, 200, 500].find((reach) => reach >= size) ?? 500
      if (below.y.reach !== reach) below.set({ y: { ...below.y, reach, from: -1.15 * reach, to: 1.15 * reach } })

      const curve = (axes, heights) => ({ d: axes.line(places.map((x, n) => [x, heights[n]])) })
      kit.change(wide, curve(above, places.map((x) => target(now, x))))
      kit.change(sum, curve(above, sums))
      kit.change(constant, curve(below, places.map(() => b0)))
      lines.forEach((line, n) => kit.change(line, n < units.length ? curve(below, parts[n]) : { d: "" }))
      probes.forEach((probe, n) => {
        const axes = [above, below][n]
        kit.change(probe, { d: `M${axes.X(state.x)} ${axes.top}V${axes.bottom}` })
      })
      handles.forEach((handle, n) => {
        handle.style.display = n < now.length ? "" : "none"
        if (n >= now.length) return
        const [x, y] = now[n]
        kit.change(handle, {
          transform: `translate(${above.X(x)} ${above.Y(y)})`, "aria-valuenow": y, "aria-valuetext": `x ${x}, y ${y}`,
        })
      })
      adds.disabled = now.length === MOST
      removes.disabled = now.length === 2
      steep.parentNode.hidden = state.units !== "sigmoid"

      kit.put(first[2], b0)
      kit.put(first[3], b0)
      rows.forEach((row, n) => {
        row[0].parentNode.hidden = n >= units.length
        if (n >= units.length) return row.forEach((cell) => delete cell.dataset.value)
        const { w, b, c } = units[n]
        for (const [at, number] of [w, b, c, share(units[n], state.x)].entries()) kit.put(row[at], number, 3)
      })
      const total = units.reduce((sum, unit) => sum + share(unit, state.x), b0)
      kit.change(point, { cx: above.X(state.x), cy: above.Y(total) })
      kit.put(last[3], total)
      kit.put(shown.count, units.length, 1)
      kit.put(shown.target, target(now, state.x))
      const far = gap < 1e-12 ? 0 : gap // rounding is no distance
      kit.put(shown.gap, far)
      kit.say(text.say(far && kit.format(far)))
    }
  }
}
