// Beam search, step by step, as a tree: what was tried, what was kept, what was dropped. The steps of
// chainrule.generation.beam_search on the logarithms that Python wrote: an answer that the table does not go on with
// stays in its beam.
tools.explorers.beams = (kit) => {
  const TEXT = {
    zh: {
      table: "模型", tree: "正文中的树", short: "短答案与长答案", width: "束宽 k", alpha: "长度惩罚 α", end: "完",
      heads: ["束", "说了什么", "p", "长度", "分数"], kept: (t, all) => `第 ${t} 步：留下 ${all}。`, start: "还什么都没说。",
    },
    en: {
      table: "Model", tree: "the page's tree", short: "a short answer, a long one", width: "Beams k", alpha: "Length penalty α", end: "end",
      heads: ["Beam", "said", "p", "length", "score"], kept: (t, all) => `Step ${t}: kept are ${all}.`, start: "Nothing is said yet.",
    },
  }
  const text = kit.text(TEXT), ENDED = "."
  const MOST = 4

  // A beam's name is what it said, a letter a token, a point for <end>.
  const ended = (name) => name.endsWith(ENDED)
  const words = (name) => [...name].map((token) => token === ENDED ? "<end>" : token).join(" ")
  function extended(table, { name, log_p }) {
    if (!table[name]) return [{ name, log_p }]
    return table[name].map((log, n) => ({ name: name + ".ab"[n], log_p: log_p + log, parent: name, never: log === null }))
      .filter(({ never }) => !never)
  }
  // steps[t]: what was tried at step t, best first, with its score; the first k are kept.
  function search(table, k, alpha) {
    const steps = [[{ name: "", log_p: 0, score: 0 }]]
    let beams = steps[0]
    while (beams.some(({ name }) => table[name])) {
      const tried = beams.flatMap((beam) => extended(table, beam))
      for (const one of tried) one.score = one.log_p / ((5 + one.name.length) / 6) ** alpha
      tried.sort((one, other) => other.score - one.score)
      steps.push(tried)
      beams = tried.slice(0, k)
    }
    return steps
  }

  const svg = kit.stage()
  kit.begin()
  kit.select("table", text.table, { tree: text.tree, short: text.short })
  kit.range("width", text.width, { min: 1, max: MOST, value: 2 })
  kit.range("alpha", text.alpha, { max: 1, step: 0.1, value: 0, show: (n) => n.toFixed(1) })
  const steps = () => search(kit.data[kit.state.table], kit.state.width, kit.state.alpha)
  const slider = kit.player({ last: () => steps().length - 1, value: 3, rate: 0.8 })
  const row = kit.table(text.heads)
  const rows = Array.from({ length: MOST }, (_, n) => row(`${n + 1}`, ["said", "p", "length", "score"].map((name) => `${name}.${n}`)))

  // Where everything stands that can be said, whether it is tried or not: {name: [depth, height]}.
  function places(table) {
    const found = {}
    let leaves = 0
    const visit = (name) => {
      const next = table[name] ? extended(table, { name, log_p: 0 }) : []
      const heights = next.map((one) => visit(one.name))
      return (found[name] = [name.length, next.length ? (heights[0] + heights.at(-1)) / 2 : leaves++])[1]
    }
    visit("")
    return [found, leaves, Math.max(...Object.values(found).map(([depth]) => depth))]
  }

  function picture(done, k) {
    const [found, leaves, depth] = places(kit.data[kit.state.table])
    const X = (name) => 14 + found[name][0] * (kit.width - 124) / depth
    const Y = (name) => 14 + found[name][1] * (kit.height - 54) / (leaves - 1)
    const now = done.at(-1).slice(0, k).map(({ name }) => name)
    const leads = (name) => now.some((one) => one.startsWith(name))
    const look = (name) => !leads(name) ? "dropped" : now[0].startsWith(name) ? "kept c2" : "kept c0"
    svg.replaceChildren()
    const tried = new Map(done.slice(1).flat().filter(({ parent }) => parent !== undefined).map((one) => [one.name, one]))
    // what was dropped lies below what was kept
    const ordered = [...tried.values()].sort((one, other) => leads(one.name) - leads(other.name))
    for (const { name, parent } of ordered) {
      const [x, y] = [X(parent), Y(parent)]
      kit.svg("path", { class: `branch ${look(name)}`, d: `M${x} ${y}L${X(name) - 11} ${Y(name)}` }, svg)
    }
    kit.svg("circle", { class: "node", cx: X(""), cy: Y(""), r: 6 }, svg)
    for (const { name, parent, log_p } of ordered) {
      const word = ended(name) ? text.end : name.at(-1)
      const group = kit.svg("g", { class: look(name), transform: `translate(${X(name)} ${Y(name)})` }, svg)
      const wide = ended(name) ? 44 : 22, inner = ordered.some((one) => one.parent === name)
      kit.svg("rect", { x: -11, y: -11, width: wide, height: 22, rx: 4 }, group)
      kit.svg("text", { x: wide / 2 - 11, y: 5, "text-anchor": "middle", text: word }, group)
      // beside a leaf; where branches lead on, on the side that none comes from
      const at = inner ? { x: -4, y: Y(name) > Y(parent) ? 28 : -17, "text-anchor": "middle" } : { x: wide - 7, y: 5 }
      kit.svg("text", { ...at, text: Math.exp(log_p).toFixed(3) }, group)
    }
  }

  kit.draw = () => {
    const all = steps(), k = kit.state.width
    slider.max = all.length - 1
    if (kit.state.step > all.length - 1) return kit.set({ step: all.length - 1 })
    const done = all.slice(0, kit.state.step + 1), now = kit.state.step ? done.at(-1).slice(0, k) : []
    picture(done, k)
    rows.forEach((cells, n) => {
      const beam = now[n]
      for (const cell of cells) {
        cell.textContent = ""
        delete cell.dataset.value
      }
      cells[0].dataset.said = beam?.name ?? ""
      if (!beam) return
      cells[0].textContent = words(beam.name)
      kit.put(cells[1], Math.exp(beam.log_p), 3)
      cells[2].dataset.value = cells[2].textContent = beam.name.length
      kit.put(cells[3], beam.score, 4)
    })
    kit.say(now.length ? text.kept(kit.state.step, now.map(({ name }) => words(name)).join(kit.text({ zh: "；", en: "; " }))) : text.start)
  }
}
