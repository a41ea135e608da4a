// Loaded on every page, before all other scripts. Nothing here is needed to read.
{
  const { documentElement: html, currentScript } = document
  const here = new URL("../", currentScript.src).href // where scripts and styles lie
  const chinese = html.lang.startsWith("zh")

  // What a reader may do with a page is fetched when it is first wanted: the script
  // assets/js/NAME.js and the style assets/css/NAME.css, for a button with
  // data-tool="NAME" when it is pressed, for any element with data-alive="NAME" when it
  // comes near the screen, for one with data-asked="NAME" when a formula is pointed at.
  // The script adds itself to tools, as tools.NAME(element).
  const fetched = {}
  const script = (name) => fetched[name] ??= new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"),
      { src: `${here}js/${name}.js`, onload: done, onerror: failed }))
  }).catch(() => delete fetched[name])
  const want = (name) => {
    if (!fetched[name])
      document.head.append(Object.assign(document.createElement("link"),
        { rel: "stylesheet", href: `${here}css/${name}.css` }))
    return script(name)
  }
  const use = (name, element) => want(name).then(() => tools[name]?.(element))

  // What is to be done with each page: with this one, and with those that stay.js puts in
  // its place.
  const begins = []
  globalThis.tools = {
    here, chinese, script,
    page(begin) { begins.push(begin); begin() },
    turned() { for (const begin of begins) begin() },
  }

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

  // The other language opens at the same place: both use the same heading ids. The header
  // is kept from page to page, so that its links must be led on.
  const links = [...document.querySelectorAll(".md-select__link")]
  let page = location.pathname
  function follow() {
    if (location.pathname !== page) {
      page = location.pathname
      const path = page.slice(new URL(site.home).pathname.length)
      for (const link of links) link.href = site.root + link.dataset.prefix + path
    }
    for (const link of links) link.hash = location.hash
  }
  addEventListener("hashchange", follow)

  // Read from a folder, no server adds the index.html.
  if (location.protocol === "file:")
    for (const link of document.querySelectorAll("a[href]"))
      if (link.pathname.endsWith("/")) link.pathname += "index.html"

  let ran
  try { ran = sessionStorage.getItem("python") } catch {}
  if (ran) want("stay") // Python stays as it is while this reader goes on

  tools.page(() => {
    follow()
    for (const button of document.querySelectorAll("button[data-tool]")) button.hidden = false
    for (const element of document.querySelectorAll("[data-alive]")) seen.observe(element)
    if (new URLSearchParams(location.search).has("h")) script("marks").then(() => tools.marks?.())
  })
}
