// Small repairs that Material's templates leave no room for. Nothing here is needed to read.
{
  const chinese = document.documentElement.lang.startsWith("zh")

  // The other language opens at the same place: both use the same heading ids. The header
  // is kept from page to page, so that its links must be led on.
  const root = new URL("../../", document.currentScript.src).pathname
  const links = [...document.querySelectorAll(".md-select__link")]
  const { prefix } = links.find((link) => link.lang === document.documentElement.lang).dataset
  let page = location.pathname
  function follow() {
    if (location.pathname !== page) {
      page = location.pathname
      const path = page.slice(root.length + prefix.length)
      for (const link of links) link.href = root + link.dataset.prefix + path
    }
    for (const link of links) link.hash = location.hash
  }
  follow()
  location$.subscribe(follow)
  addEventListener("hashchange", follow)

  // Names and tab stops that Material's scripts leave out, or take away.
  let count = 0
  function repair() {
    for (const code of document.querySelectorAll("pre > code:not([tabindex])")) code.tabIndex = 0
    for (const table of document.querySelectorAll(".table-box:not([tabindex])"))
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0
    for (const nav of document.querySelectorAll(".md-code__nav:not([aria-label])"))
      nav.ariaLabel = (chinese ? "代码按钮 " : "Code buttons ") + ++count
  }

  const search = document.querySelector(".md-search")
  search.ariaLabel = chinese ? "搜索" : "Search"
  // Material waits for a key; a word that is pasted, or picked with the mouse, has none.
  const hand = (box) => box.dispatchEvent(new Event("keyup"))
  search.addEventListener("input", (event) => hand(event.target))
  // The first look at the box loads what the first word will need: a blank is asked for.
  search.querySelector("input").addEventListener("focus", ({ target }) => {
    if (target.value) return
    target.value = " "
    hand(target)
    target.value = ""
  }, { once: true })
  // Read from a folder, no server adds the index.html.
  if (location.protocol === "file:")
    for (const link of document.querySelectorAll("a[href]"))
      if (link.pathname.endsWith("/")) link.pathname += "index.html"

  // What a reader may do with a page is fetched when it is first wanted: the script
  // assets/js/NAME.js and the style assets/css/NAME.css, for a button with
  // data-tool="NAME" when it is pressed, for any element with data-alive="NAME" when it
  // comes near the screen, for one with data-asked="NAME" when a formula is pointed at.
  // The script adds itself to tools, as tools.NAME(element).
  const here = new URL("../", document.currentScript.src).href
  const fetched = {}
  const script = (name) => fetched[name] ??= new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"),
      { src: `${here}js/${name}.js`, onload: done, onerror: failed }))
  }).catch(() => delete fetched[name])
  globalThis.tools = { here, chinese, script }
  const want = (name) => {
    if (!fetched[name])
      document.head.append(Object.assign(document.createElement("link"),
        { rel: "stylesheet", href: `${here}css/${name}.css` }))
    return script(name)
  }
  const use = (name, element) => want(name).then(() => tools[name]?.(element))
  addEventListener("click", ({ target }) => {
    const button = target.closest?.("button[data-tool]")
    if (button) use(button.dataset.tool, button)
  })
  const again = { pointerover: "pointermove", focusin: "focusin" }
  function ask(event) {
    if (!event.target.closest?.(".arithmatex")) return
    for (const element of document.querySelectorAll("[data-asked]")) {
      const name = element.dataset.asked
      delete element.dataset.asked
      use(name, element).then(() => { // it has missed what it was asked
        if (!tools[name]) element.dataset.asked = name
        else event.target.dispatchEvent(new event.constructor(again[event.type], event))
      })
    }
  }
  for (const name in again) addEventListener(name, ask)
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting) {
        seen.unobserve(target)
        use(target.dataset.alive, target)
      }
  }, { rootMargin: "400px" })

  document$.subscribe(() => {
    repair()
    for (const button of document.querySelectorAll("button[data-tool]")) button.hidden = false
    for (const element of document.querySelectorAll("[data-alive]")) seen.observe(element)
    new MutationObserver(repair).observe(document.querySelector(".md-content"), {
      subtree: true, childList: true, attributeFilter: ["tabindex", "open"],
    })
  })
  addEventListener("resize", repair)
}
