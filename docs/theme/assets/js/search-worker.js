// The search at work, away from the page: it is asked {home, words} and answers {words, items, suggest} or, if
// something did not arrive, {words, failed}. It loads nothing before it is asked: then search.js, which finds, and
// search/sections.js of home, in which it finds. Opened from a folder there are no workers: find.js calls answer.
{
  const SHOWN = 160 // characters of a section

  const base = self.document?.currentScript.src ?? location.href
  const folder = location.protocol === "file:"

  // What to mark: of 学习率太大 whatever stands together, of Latin words those found, with any accents.
  function marked(asked, keys) {
    const parts = asked.filter(search.isHan).flatMap((word) => word.length < 2 ? [word] : [...word].flatMap((_, i) =>
      [...word].map((_, j) => word.slice(i, j + 1)).filter((part) => part.length > 1)))
    const latin = keys.filter((key) => !search.isHan(key)).map((key) => [...key].join("[\u0300-\u036f]*"))
    parts.sort((a, b) => b.length - a.length)
    return new RegExp([...parts, ...latin.map((key) => `(?<![a-z0-9_])${key}(?![a-z0-9_])`)].join("|"), "giu")
  }

  // A section as it is listed: matches marked, the text cut to where most of them are.
  function shown(asked, { section, keys, words }) {
    const [title, text] = [section.title, section.text].map((part) => part.normalize("NFD"))
    const any = keys.length ? marked(asked, keys) : /(?!)/g
    const hits = [...text.matchAll(any)]
    const kinds = (at) => new Set(hits.map(({ index: i, 0: hit }) => i >= at && i < at + SHOWN / 2 && hit)).size
    const starts = hits.slice(0, 50).map((hit) => hit.index)
    const best = starts.reduce((best, at) => kinds(at) > kinds(best) ? at : best, starts[0] ?? 0)
    const from = best < 40 ? 0 : text.slice(0, best - 20).search(/\S{0,20}$/)
    const mark = (part) => part.replace(any, "\u0001$&\u0002")
      .replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c])
      .replaceAll("\u0001", "<mark>").replaceAll("\u0002", "</mark>").normalize("NFC")
    const names = section.names.split(" ").filter((name) => keys.includes(name.toLowerCase()))
    const there = [...hits.map(([hit]) => hit), ...title.match(any) ?? [], ...names]
    return {
      location: folder ? section.location.replace(/(?<=^|\/)(?=#|$)/, "index.html") : section.location,
      title: mark(title),
      text: names.map((name) => `<code><mark>${name}</mark></code> `).join("") + (from ? "…" : "")
        + mark(text.slice(from, from + SHOWN)) + (from + SHOWN < text.length ? "…" : ""),
      found: [...new Set(there.map((word) => word.normalize("NFC").toLowerCase()))],
      missing: asked.filter((word) => !words.includes(word)),
    }
  }

  function get(src) {
    return !self.document ? importScripts(src) : new Promise((onload, onerror) =>
      document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror })))
  }

  async function load(home) {
    await get(new URL("search.js", base).href)
    await get(`${home}search/sections.js`)
    search.start(self.SECTIONS)
  }

  let loading
  async function answer({ home, words }) {
    try {
      await (loading ??= load(home))
    } catch {
      loading = undefined
      return { words, failed: true }
    }
    const asked = search.words(words)
    const items = search.rank(asked).map(([page, found]) => {
      const own = found.find(({ section }) => section === page) ?? { section: page, keys: [], words: asked }
      const rest = found.filter((one) => one !== own)
      return { best: found[0] === own, page: shown(asked, own), sections: rest.map((one) => shown(asked, one)) }
    })
    return { words, items, suggest: asked.length ? search.completed(asked.at(-1))[0] : undefined }
  }

  if (self.document) self.answer = answer
  else self.onmessage = async ({ data }) => postMessage(await answer(data))
}
