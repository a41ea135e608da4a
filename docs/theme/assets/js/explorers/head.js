// One head of self-attention with every number: what a row of queries does to the rows of the other tables.
// As chainrule.scratch.nn.attention.SelfAttention, and with the causal mask as scaled_dot_product_attention.
tools.explorers.head = async (kit) => {
  await kit.need("explore/grid")
  tools.grids(kit)
  const TEXT = {
    zh: { row: "查询", key: "键", times: "W_q 乘以", causal: "因果掩码", scale: "除以 √d", scores: "分数", weights: "权重" },
    en: { row: "Query", key: "Key", times: "W_q times", causal: "causal mask", scale: "divide by √d", scores: "scores", weights: "weights" },
  }
  const text = kit.text(TEXT), { words, x, W_q, W_k, W_v } = kit.data

  const stage = kit.beside("head")
  const [Q, K, V] = ["Q", "K", "V"].map((name) => kit.grid(stage, name, words))
  const [A, weights, O] = ["A", "weights", "O"].map((name) => kit.grid(stage, name, words))
  const sum = kit.html("p", { class: "formula" }, kit.box)

  kit.begin()
  const places = Object.fromEntries(words.map((word, i) => [i, `${i + 1} ${word}`]))
  kit.select("row", text.row, places)
  kit.select("key", text.key, places, "1")
  kit.range("times", text.times, { max: 3, step: 0.5, value: 1 })
  kit.check("scale", text.scale)
  kit.check("causal", text.causal)
  kit.resetter()
  for (const table of [Q, O]) table.point((i) => kit.set({ row: `${i}` }))
  for (const table of [K, V]) table.point((j) => kit.set({ key: `${j}` }))
  for (const table of [A, weights]) table.point((i, j) => kit.set({ row: `${i}`, key: `${j}` }))

  kit.draw = () => {
    const { times, causal, scale } = kit.state, row = +kit.state.row, key = +kit.state.key
    const q = kit.dots(x, W_q.map((line) => line.map((number) => times * number))), k = kit.dots(x, W_k), v = kit.dots(x, W_v)
    const d = q[0].length, root = scale ? Math.sqrt(d) : 1
    const scores = kit.dots(q, k).map((line, i) => line.map((score, j) => causal && j > i ? -Infinity : score / root))
    const parts = scores.map(kit.softmax), y = parts.map((line) => kit.mix(line, v))

    const shape = (name, table) => `${name} ${table.length}×${table[0].length}`
    const mine = (colour) => (i) => i === row ? `${colour} tint` : ""
    const cell = (colour) => (i, j) => mine(colour)(i) + (i === row && j === key ? " on" : "")
    const open = (j) => !causal || j <= row
    const kept = (colour, look) => (j) => open(j) ? `${colour} ${look}${j === key ? " on" : ""}` : "soft"
    Q.set(shape("Q", q), q, mine("c3"))
    K.set(shape("K", k), k, kept("c0", "tint"))
    V.set(shape("V", v), v, kept("c2", "shade"))
    A.set(shape(`A ${text.scores}`, scores), scores, cell("c4"))
    weights.set(shape(`A′ ${text.weights}`, parts), parts, (i, j) => `c1 shade${i === row && j === key ? " on" : ""}`)
    O.set(shape("O", y), y, mine("c1"))
    parts.forEach((line, i) => line.forEach((part, j) => weights.shade(i, j, part)))
    v.forEach((line, j) => line.forEach((_, c) => V.shade(j, c, parts[row][j])))

    const vector = (line) => `(${line.map((number) => kit.short(number)).join(", ")})`
    const small = (i) => "₁₂₃₄₅₆₇₈₉"[i], name = `${small(row)}${small(key)}`
    const product = q[row].map((number, c) => `${kit.short(number)} · ${kit.short(k[key][c])}`).join(" + ")
    sum.textContent = `α${name} = ${scale ? `(${product}) / √${d}` : product} = ${kit.short(scores[row][key])}`
    if (!open(key)) sum.textContent = `α${name} = −∞`
    const seen = words.map((_, j) => j).filter(open)
    kit.say(`b${small(row)} = ${seen.map((j) => `${kit.short(parts[row][j])} · ${vector(v[j])}`).join(" + ")} = ${vector(y[row])}`)
  }
}
