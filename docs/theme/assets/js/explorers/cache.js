// A head of causal attention that writes one token after the other: all computed again at each step, or keys and
// values kept (chainrule.nn.KeyValueCache). Both come to the same output.
tools.explorers.cache = async (kit) => {
  await kit.need("explore/grid")
  tools.grids(kit)
  const TEXT = {
    zh: {
      again: "全部重算", cached: "使用缓存", scores: "分数", output: "最新词元的输出：",
      heads: ["做法", "K、V 的行", "分数", "分数累计", "存着的数"],
      said: (t, again, cached) => `第 ${t} 步：重算 ${again} 个分数，使用缓存 ${cached} 个；输出相同。`, start: "还没有词元。",
    },
    en: {
      again: "all again", cached: "with a cache", scores: "scores", output: "output of the newest: ",
      heads: ["way", "K, V rows", "scores", "so far", "kept"],
      said: (t, again, cached) => `Step ${t}: ${again} scores again, ${cached} with a cache; the output is the same.`, start: "No token yet.",
    },
  }
  const text = kit.text(TEXT), { tokens, x, W_q, W_k, W_v } = kit.data, T = tokens.length
  const q = kit.dots(x, W_q), k = kit.dots(x, W_k), v = kit.dots(x, W_v), d = k[0].length

  const stage = kit.beside("panels")
  const ways = ["again", "cached"].map((way) => {
    const panel = kit.html("section", { "aria-label": text[way], "data-way": way }, stage)
    kit.html("p", { class: "title", text: text[way] }, panel)
    const tables = kit.beside("", panel)
    const made = { K: kit.grid(tables, `${way}.K`, tokens), V: kit.grid(tables, `${way}.V`), A: kit.grid(tables, `${way}.A`, [], 1), way }
    made.output = kit.html("p", { class: "output" }, panel)
    return made
  })
  const slider = kit.player({ last: T, value: T, rate: 1 })
  const row = kit.table(text.heads)
  const counts = ways.map(({ way }) => row(text[way], ["rows", "scores", "all", "kept"].map((name) => `${way}.${name}`)))

  // What a way has to compute at step t, and what it has then: the newest token is number t − 1.
  function step(way, t) {
    const from = way === "again" ? 0 : t - 1 // the first row that goes through the network
    const scores = x.map((_, i) => x.map((_, j) =>
      i >= from && i < t && j < t ? q[i].reduce((sum, number, c) => sum + number * k[j][c], 0) / Math.sqrt(d) : null))
    const weights = kit.softmax(scores[t - 1].slice(0, t)) // the newest sees all that are there
    return { from, scores, output: kit.mix(weights, v.slice(0, t)), computed: (t - from) * t }
  }

  kit.draw = () => {
    const t = kit.state.step
    const blank = x.map(() => x.map(() => null)), held = (table) => table.map((line, i) => i < t ? line : line.map(() => null))
    const now = ways.map(({ way, K, V, A, output }, n) => {
      const { from, scores, output: y, computed } = t ? step(way, t) : { from: 0, scores: blank, computed: 0 }
      const look = (i) => i >= t ? "empty" : i >= from ? "c1 tint" : "kept"
      K.set(`K ${t}×${d}`, held(k), look)
      V.set(`V ${t}×${d}`, held(v), look)
      A.set(`${text.scores} ${t ? t - from : 0}×${t}`, scores, (i, j) => scores[i][j] === null ? "empty" : j > i ? "c1 masked" : "c1 tint")
      output.replaceChildren(text.output, ...y ? ["(", ...y.flatMap((number, c) => [
        ...c ? [", "] : [], kit.html("b", { text: kit.format(number), "data-name": `${way}.output.${c}`, "data-value": number }, null)]), ")"] : ["—"])
      let all = 0
      for (let s = 1; s <= t; s++) all += step(way, s).computed
      const numbers = [t ? t - from : 0, computed, all, way === "again" ? 0 : 2 * t * d]
      numbers.forEach((number, c) => {
        counts[n][c].textContent = number
        counts[n][c].dataset.value = number
      })
      return computed
    })
    slider.setAttribute("aria-valuetext", t ? `${t} ${tokens[t - 1]}` : `${t}`)
    kit.say(t ? text.said(t, ...now) : text.start)
  }
}
