// The search, in the place of Material's worker, whose messages it understands. Nothing is loaded
// before the reader searches; then `search/sections.js`, which sitekit.build.search writes: location,
// title, text, names (of its listings) and boost of each section, a page's own before its sections'.
// Words are found whole, half typed, inflected or with one wrong letter, Chinese by its pairs of
// characters, which need no dictionary. The order is BM25's, with what stands in titles first.
{
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
  const TITLE = 9, PAGE = 4 // what a word of the title counts, and of the page's title; one of the text is 1
  const K = 1.5, B = 0.5 // BM25: how soon a word's count saturates, how much a section's length is held against it
  const SHOWN = 160 // characters of a section

  const base = self.document?.currentScript.src ?? location.href
  const folder = location.protocol === "file:"
  let sections, usual, index // usual length; index: term -> [section, count, section, count, …]

  const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
  const words = (text) => plain(text).match(/\p{sc=Han}+|[a-z0-9_\u03b1-\u03c9]+/gu) ?? []
  const isHan = (word) => /^\p{sc=Han}/u.test(word)

  // What a word is looked up by: 梯度下降 by 梯度, 度下, 下降; weight_decay also by its parts.
  function terms(word) {
    if (isHan(word)) return word.length < 2 ? [word] : [...word.slice(1)].map((_, i) => word.slice(i, i + 2))
    return [...new Set([word, ...word.split("_").filter(Boolean)])]
  }

  async function load() {
    const url = new URL("../../../search/sections.js", base).href
    if (self.document) // see folder.js
      await new Promise((onload, onerror) =>
        document.head.append(Object.assign(document.createElement("script"), { src: url, onload, onerror })))
    else importScripts(url)
    index = new Map()
    let page
    sections = self.SECTIONS.map((section, at) => {
      const count = (text, weight) => {
        const found = words(text)
        for (const term of found.flatMap(terms)) {
          if (!index.has(term)) index.set(term, [])
          const list = index.get(term)
          if (list.at(-2) === at) list[list.length - 1] += weight
          else list.push(at, weight)
        }
        return ` ${found.join(" ")} `
      }
      if (!section.location.includes("#")) page = section
      else count(page.title, PAGE)
      count(section.names, 1)
      const heading = count(section.title, TITLE)
      return Object.assign(section, { page, heading, plain: count(section.text, 1) })
    })
    usual = sections.reduce((sum, section) => sum + section.plain.length, 0) / sections.length
  }

  // Whether a word with one letter wrong, missing, too many or exchanged with the next begins the other.
  function near(word, other) {
    let i = 0
    while (i < word.length && word[i] === other[i]) i++
    const rest = word.slice(i + 1)
    return i > 0 && (other.startsWith(rest, i + 1) || other.startsWith(rest, i) || other.startsWith(word.slice(i), i + 1)
      || (word[i] === other[i + 1] && word[i + 1] === other[i] && other.startsWith(word.slice(i + 2), i + 2)))
  }

  // For a word that begins none of the index, the commonest one letter off, rather of its length than longer.
  function mended(word) {
    const known = [...index.keys()]
    if (isHan(word) || word.length < 4 || known.some((key) => key.startsWith(word))) return word
    const cost = (key) => Math.max(0, key.length - word.length - 1) - index.get(key).length / 1e6
    return known.filter((key) => near(word, key)).sort((a, b) => cost(a) - cost(b))[0] ?? word
  }

  // The terms of the index that a term of the query can mean, and how well: [[term, 0 … 1], …]
  function meanings(term) {
    const found = index.has(term) ? [[term, 1]] : []
    if (isHan(term) && term.length > 1) return found
    const most = found.length ? 0.8 : 1 // the word itself before its kin
    for (const key of index.keys()) {
      if (isHan(term) ? !key.includes(term) : key === term || key[0] !== term[0]) continue
      let same = 0
      while (same < term.length && term[same] === key[same]) same++
      const share = same / Math.max(term.length, key.length)
      if (isHan(term) || (same === term.length && same > 1)) found.push([key, most * (0.5 + share / 2)]) // half typed
      else if (same > 2 && share >= 0.6) found.push([key, most * share]) // inflected
    }
    return found
  }

  // What a term weighs: from the tenth section on, the rarer the more.
  const rarity = (term) => Math.log(1 + sections.length / ((index.get(term)?.length ?? 0) / 2 + 10))

  // Pages and their sections that have words of the query, best first: [[page, [{section, score, keys}, …]], …]
  function rank(asked) {
    const found = new Map()
    let all = 0
    for (const term of asked.flatMap(terms)) {
      const best = new Map() // section -> what this term counts in it
      let weight = 0
      for (const [key, value] of meanings(term)) {
        const list = index.get(key)
        const rare = rarity(key)
        if (key === term || !index.has(term)) weight = Math.max(weight, value * rare)
        for (let i = 0; i < list.length; i += 2) {
          const [at, count] = [list[i], list[i + 1]]
          const size = 1 - B + (B * sections[at].plain.length) / usual
          const score = (value * rare * count) / (count + K * size)
          if (score > (best.get(at)?.score ?? 0)) best.set(at, { score, key })
        }
      }
      all += weight
      for (const [at, { score, key }] of best) {
        const one = found.get(at) ?? { section: sections[at], score: 0, share: 0, keys: [] }
        found.set(at, { ...one, score: one.score + score, share: one.share + weight, keys: [...one.keys, key] })
      }
    }
    const phrases = asked.flatMap((word, i) => isHan(word) ? [[word], ...terms(word).map((term) => [term])]
      : asked[i + 1] ? [[` ${word}`, word], [` ${word} ${asked[i + 1]}`, word, asked[i + 1]]] : [[` ${word}`, word]])
      .map(([phrase, ...of]) => [phrase, of.reduce((sum, term) => sum + rarity(term), 0) || rarity(phrase)])
    const whole = phrases.reduce((sum, [, weight]) => sum + weight, 0)
    const has = (text) => phrases.reduce((sum, [phrase, weight]) => sum + text.includes(phrase) * weight, 0) / whole
    const pages = new Map()
    for (const one of found.values()) {
      const { page, heading, plain, boost = 1 } = one.section
      const titled = (one.section === page ? 4 : 1.5) * has(heading)
      one.score *= boost * (one.share / all) ** 2 * (1 + titled + has(plain) / 2)
      if (!pages.has(page)) pages.set(page, [])
      pages.get(page).push(one)
    }
    for (const list of pages.values()) list.sort((a, b) => b.score - a.score)
    const value = ([, list]) => list.reduce((sum, { score }, i) => sum + score * 0.2 ** i, 0)
    return [...pages].sort((a, b) => value(b) - value(a))
  }

  // What to mark of the terms found: of 学习率太大, with 学习 and 习率, 学习率. Longest first.
  function marks(asked, keys, text) {
    const found = new Set(keys.filter((key) => !isHan(key) || key.length < 3 && asked.includes(key)))
    for (const word of asked.filter(isHan)) {
      let piece = ""
      for (const term of [...terms(word), ""])
        if (keys.includes(term)) piece += piece ? term.slice(1) : term
        else {
          for (const part of text.includes(piece) ? [piece] : terms(piece)) found.add(part)
          piece = ""
        }
    }
    const letters = (word) => [...word].join("[\u0300-\u036f]*")
    const any = [...found].filter(Boolean).sort((a, b) => b.length - a.length)
      .map((word) => isHan(word) ? word : `(?<![a-z0-9_])${letters(word)}(?![a-z0-9_])`)
    return new RegExp(any.join("|") || "(?!)", "giu")
  }

  // A section as Material shows it: matches marked, the text cut to where most of them are.
  function shown(asked, { section, score, keys }) {
    const match = marks(asked, keys, section.heading + section.plain), title = section.title.normalize("NFD"), text = section.text.normalize("NFD")
    const hits = [...text.matchAll(match)]
    const code = section.names.split(" ").filter((name) => keys.includes(name.toLowerCase()))
    const there = [...hits.map(([hit]) => hit), ...title.match(match) ?? [], ...code]
      .map((word) => word.normalize("NFC").toLowerCase())
    const kinds = (at) => new Set(hits.map((hit) => hit.index >= at && hit.index < at + SHOWN / 2 && hit[0])).size
    const best = hits.reduce((best, { index }) => kinds(index) > kinds(best) ? index : best, hits[0]?.index ?? 0)
    const from = best < 40 ? 0 : text.slice(0, best - 20).search(/\S{0,20}$/)
    const mark = (part) => part.replace(match, "\u0001$&\u0002").replace(/[&<>]/g, (c) => `&${{ "&": "amp", "<": "lt", ">": "gt" }[c]};`)
      .replaceAll("\u0001", "<mark>").replaceAll("\u0002", "</mark>").normalize("NFC")
    const missing = asked.filter((word) => !terms(word).some((term) => meanings(term).some(([key]) => keys.includes(key))))
    return {
      location: folder ? section.location.replace(/(^|\/)(?=#|$)/, "$1index.html") : section.location,
      title: mark(title),
      text: code.map((name) => `<code><mark>${name}</mark></code> `).join("") + (from ? "…" : "")
        + mark(text.slice(from, from + SHOWN)) + (from + SHOWN < text.length ? "…" : ""),
      score,
      terms: Object.fromEntries([...there.map((word) => [word, true]), ...missing.map((word) => [word, false])]),
    }
  }

  let loading
  async function answer({ type, data }) {
    if (type === SETUP) return { type: READY } // with settings and no sections, see sitekit.build.search
    if (!data) return { type: RESULT, data: { items: [] } }
    await (loading ??= load().catch((error) => { loading = undefined; throw error }))
    const asked = words(data).map(mended)
    const items = rank(asked).map(([page, found]) =>
      [...found, ...found.some(({ section }) => section === page) ? [] : [{ section: page, score: 0, keys: [] }]]
        .map((found) => shown(asked, found)))
    const begun = [...index.keys()].filter((key) => !isHan(key) && asked.length && key.startsWith(asked.at(-1)))
    const suggest = begun.sort((a, b) => index.get(b).length - index.get(a).length).slice(0, 1)
    return { type: RESULT, data: { items, suggest } }
  }

  if (self.document) self.answer = answer
  else self.onmessage = async ({ data }) => postMessage(await answer(data))
}
