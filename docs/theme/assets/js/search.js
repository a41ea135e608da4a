// The order of what is found: sections as sitekit.build.search writes them (location, title, text, names of their
// listings, boost), by BM25 with titles and phrases on top. Words are found whole, half typed, inflected or with
// one letter wrong, Chinese by its pairs of characters, which need no dictionary. See search-worker.js.
{
  const TITLE = 9, PAGE = 4 // what a word counts in a title, and in the title of its page; in the text 1
  const K = 1.5, B = 0.5 // BM25: how soon a word's count saturates, how much length is held against a section

  let sections, usual, index // usual length; index: term -> [section, count, section, count, …]

  const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
  const words = (text) => plain(text).match(/\p{sc=Han}+|[a-z0-9_\u03b1-\u03c9]+/gu) ?? []
  const isHan = (word) => /^\p{sc=Han}/u.test(word)

  // What a word is looked up by: 梯度下降 by 梯度, 度下, 下降; weight_decay also by its parts.
  function terms(word) {
    if (!isHan(word)) return [...new Set([word, ...word.split("_").filter(Boolean)])]
    return word.length < 2 ? [word] : [...word.slice(1)].map((_, i) => word.slice(i, i + 2))
  }

  function count(text, weight, at) {
    const found = words(text)
    for (const term of found.flatMap(terms)) {
      if (!index.has(term)) index.set(term, [])
      const list = index.get(term)
      if (list.at(-2) === at) list[list.length - 1] += weight
      else list.push(at, weight)
    }
    return ` ${found.join(" ")} ` // to look for phrases in
  }

  // Index the sections, a page's own before its others.
  function start(loaded) {
    index = new Map()
    let page
    sections = loaded.map((section, at) => {
      if (!section.location.includes("#")) page = section
      else count(page.title, PAGE, at)
      count(section.names, 1, at)
      const heading = count(section.title, TITLE, at)
      return Object.assign(section, { page, heading, plain: count(section.text, 1, at) })
    })
    usual = sections.reduce((sum, section) => sum + section.plain.length, 0) / sections.length
  }

  // Whether a word with one letter wrong, missing, too many or exchanged with the next begins the other.
  function near(word, other) {
    let i = 0
    while (i < word.length && word[i] === other[i]) i++
    const rest = word.slice(i + 1)
    return i > 0 && (other.startsWith(rest, i + 1) || other.startsWith(word.slice(i), i + 1)
      || other.startsWith(rest, i) || (word[i] === other[i + 1] && word[i + 1] === other[i] && other.startsWith(word.slice(i + 2), i + 2)))
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
    if (isHan(term))
      return term.length > 1 ? found : [...index.keys()].filter((key) => key.includes(term)).map((key) => [key, 1])
    const most = found.length ? 0.8 : 1 // the word itself before its kin
    for (const key of index.keys()) {
      if (key === term || key[0] !== term[0]) continue
      let same = 0
      while (same < term.length && term[same] === key[same]) same++
      const share = same / Math.max(term.length, key.length)
      if (same === term.length && same > 1) found.push([key, most * (0.5 + share / 2)]) // half typed
      else if (same > 2 && share >= 0.6) found.push([key, most * share]) // inflected
    }
    return found
  }

  // What a term weighs: the rarer the more, but from ten sections on.
  const rarity = (term) => Math.log(1 + sections.length / ((index.get(term)?.length ?? 0) / 2 + 10))

  // By section what of the query is in it: its BM25 score, its share of the query, the words and their terms.
  function match(asked) {
    const found = new Map()
    let all = 0
    for (const word of asked)
      for (const term of terms(word)) {
        const best = new Map()
        let weight = 0
        for (const [key, value] of meanings(term)) {
          const rare = rarity(key), list = index.get(key)
          if (key === term || !index.has(term)) weight = Math.max(weight, value * rare)
          for (let i = 0; i < list.length; i += 2) {
            const size = 1 - B + (B * sections[list[i]].plain.length) / usual
            const score = (value * rare * list[i + 1]) / (list[i + 1] + K * size)
            if (score > (best.get(list[i])?.score ?? 0)) best.set(list[i], { score, key })
          }
        }
        all += weight
        for (const [at, { score, key }] of best) {
          if (!found.has(at)) found.set(at, { section: sections[at], score: 0, share: 0, keys: [], words: [] })
          const one = found.get(at)
          one.score += score
          one.share += weight
          one.keys.push(key)
          one.words.push(word)
        }
      }
    for (const one of found.values()) one.share /= all
    return [...found.values()]
  }

  // Pages and what was found on them, best first: [[page, [{section, score, …}, …]], …]
  function rank(asked) {
    const phrases = asked.flatMap((word, i) => isHan(word)
      ? [[word, ...terms(word)], ...terms(word).map((term) => [term, term])]
      : [[` ${word}`, word], ...asked[i + 1] ? [[` ${word} ${asked[i + 1]}`, word, asked[i + 1]]] : []])
      .map(([phrase, ...of]) => [phrase, of.reduce((sum, term) => sum + rarity(term), 0)])
    const whole = phrases.reduce((sum, [, weight]) => sum + weight, 0)
    const has = (text) => phrases.reduce((sum, [phrase, weight]) => sum + text.includes(phrase) * weight, 0) / whole
    const pages = new Map()
    for (const one of match(asked)) {
      const { page, heading, plain, boost = 1 } = one.section
      const titled = (one.section === page ? 4 : 1.5) * has(heading)
      one.score *= boost * one.share ** 2 * (1 + titled + has(plain) / 2)
      pages.set(page, [...pages.get(page) ?? [], one].sort((a, b) => b.score - a.score))
    }
    const value = ([, found]) => found.reduce((sum, { score }, i) => sum + score * 0.2 ** i, 0)
    return [...pages].sort((a, b) => value(b) - value(a))
  }

  // The Latin word that most sections have of those that a word begins, in a list; or none.
  const completed = (word) => [...index.keys()].filter((key) => !isHan(key) && key.startsWith(word))
    .sort((a, b) => index.get(b).length - index.get(a).length).slice(0, 1)

  self.search = { start, words: (text) => words(text).map(mended), rank, isHan, completed }
}
