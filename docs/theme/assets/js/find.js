// The search box and the list below it, fetched when the box is first entered. What is
// found, and how it is marked, search-worker.js says; the markup is that of Material.
{
  const TEXT = tools.chinese ? {
    empty: "键入以开始搜索", loading: "正在载入…", none: "没有找到符合条件的结果", failed: "没有取到搜索的内容，请再试一次",
    pages: (n) => `在 ${n} 页上找到`, more: (n) => `在该页上还有 ${n} 个符合条件的结果`, missing: "缺少",
  } : {
    empty: "Type to start searching", loading: "Loading …", none: "No matching documents", failed: "The search did not arrive; try again",
    pages: (n) => n === 1 ? "Found on 1 page" : `Found on ${n} pages`, more: (n) => `${n} more on this page`, missing: "Missing",
  }
  const one = (selector) => document.querySelector(selector)
  const door = one("#__search"), box = one(".md-search__input"), hint = one(".md-search__suggest")
  const state = one(".md-search-result__meta"), list = one(".md-search-result__list"), scroll = one(".md-search__scrollwrap")
  let best // the link that Enter follows

  const make = (tag, className, ...children) => {
    const element = Object.assign(document.createElement(tag), { className })
    element.append(...children)
    return element
  }

  function link({ location, title, text, found, missing }, heading, teaser) {
    const address = new URL(location, site.home)
    if (found.length) address.searchParams.set("h", found.join(" "))
    const article = make("article", "md-search-result__article md-typeset")
    if (heading === "h1") article.append(make("div", "md-search-result__icon md-icon"))
    article.append(Object.assign(make(heading, ""), { innerHTML: title }))
    if (teaser) {
      article.append(Object.assign(make("span", ""), { innerHTML: text }))
      if (missing.length) {
        const words = missing.flatMap((word) => [" ", make("del", "", word)])
        article.append(make("p", "md-search-result__terms", `${TEXT.missing}:`, ...words))
      }
    }
    return Object.assign(make("a", "md-search-result__link", article), { href: address, tabIndex: -1 })
  }

  // A page, what fits best on it, and behind a fold the rest.
  function entry({ best, page, sections }) {
    const links = [link(page, "h1", best), ...sections.map((section) => link(section, "h2", true))]
    const open = links.splice(0, best ? 1 : 2)
    const item = make("li", "md-search-result__item", ...open)
    if (links.length) {
      const summary = Object.assign(make("summary", "", make("div", "", TEXT.more(links.length))), { tabIndex: -1 })
      item.append(make("details", "md-search-result__more", summary, ...links))
    }
    return [item, open.at(-1)]
  }

  function show({ words, items, suggest, failed }) {
    if (words !== box.value) return // something else is asked by now
    const entries = failed ? [] : items.map(entry)
    best = entries[0]?.[1]
    list.replaceChildren(...entries.map(([item]) => item))
    scroll.scrollTop = 0
    state.textContent = failed ? TEXT.failed : !words.trim() ? TEXT.empty : items.length ? TEXT.pages(items.length) : TEXT.none
    const [whole, last] = words.match(/(\S*)$/)
    hint.textContent = last && suggest?.startsWith(last) ? words.slice(0, words.length - whole.length) + suggest : ""
  }

  let worker
  async function ask(question) {
    if (location.protocol === "file:") { // where there are no workers
      await tools.script("search-worker")
      show(await answer(question))
      return
    }
    if (!worker) {
      worker = new Worker(`${tools.here}js/search-worker.js`)
      worker.onmessage = ({ data }) => show(data)
      worker.onerror = () => { // it did not come: the next word asks for another
        worker = undefined
        show({ words: box.value, failed: true })
      }
    }
    worker.postMessage(question)
  }
  const search = () => {
    if (!hint.textContent.startsWith(box.value)) hint.textContent = ""
    ask({ home: site.home, words: box.value })
  }
  state.role = "status"
  state.textContent = TEXT.loading
  box.addEventListener("input", search)
  box.form.addEventListener("reset", () => {
    box.focus()
    setTimeout(search) // once it is empty
  })
  search()

  addEventListener("keydown", (event) => {
    const { key, isComposing, metaKey, ctrlKey } = event
    if (!door.checked || isComposing || metaKey || ctrlKey) return
    const at = document.activeElement
    if (key === "Escape" || key === "Tab") {
      door.checked = false
      box.blur()
    } else if (key === "Enter" && at === box) best?.click()
    else if (key === "ArrowUp" || key === "ArrowDown") {
      event.preventDefault()
      const stops = [box, ...list.querySelectorAll(":not(details) > a, summary, details[open] > a")]
      stops.at((Math.max(0, stops.indexOf(at)) + (key === "ArrowUp" ? -1 : 1)) % stops.length).focus()
    } else if (key === "ArrowRight" && hint.textContent && box.selectionStart === box.value.length) {
      box.value = hint.textContent
      search()
    } else if (key.length === 1 || key === "Backspace") box.focus()
  })
}
