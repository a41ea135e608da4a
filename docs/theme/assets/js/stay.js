// For a reader who runs Python: links put the next page in the place of this one, so that
// Python stays as it is. All others would pay for that with each page's scripts.
{
  const KEPT = "meta[name=description], link[rel=canonical], link[rel=alternate], link[rel=prev], link[rel=next]"
  const PLACES = [".md-container", ".md-header__topic:last-child", "[data-md-component=skip]"]
  const texts = new Map() // by address: the promise of a page's text

  const bare = (address) => address.split("#")[0]
  const get = (address) => {
    if (!texts.has(address))
      texts.set(address, fetch(address).then((answer) => answer.ok ? answer.text() : Promise.reject(answer.status))
        .catch((error) => {
          texts.delete(address)
          throw error
        }))
    return texts.get(address)
  }

  // Where a click leads, if a page of this language can take the place of this one.
  const others = [...document.querySelectorAll(".md-select__link")].map(({ dataset }) => site.root + dataset.prefix)
    .filter((other) => other.length > site.home.length)
  function target({ target, button, metaKey, ctrlKey, shiftKey, altKey }) {
    const link = target.closest?.("a[href]")
    if (!link || button || metaKey || ctrlKey || shiftKey || altKey || link.target) return
    const { href, pathname } = link
    const ours = href.startsWith(site.home) && pathname.endsWith("/") && !others.some((other) => href.startsWith(other))
    return ours && bare(href) !== bare(location.href) ? href : undefined
  }

  // The page at an address, at its place of #…, or as far down as it was left.
  let turns = 0
  async function turn(address, y) {
    const mine = ++turns
    document.body.ariaBusy = "true"
    let page
    try {
      page = new DOMParser().parseFromString(await get(bare(address)), "text/html")
    } catch {
      location.href = address // what is wrong, the browser says
      return
    }
    if (mine !== turns) return // the reader is further by now
    document.body.ariaBusy = null
    if (y === undefined) history.pushState({}, "", address) // before anything in it is looked up
    document.title = page.title
    for (const old of document.head.querySelectorAll(KEPT)) old.remove()
    document.head.append(...page.head.querySelectorAll(KEPT))
    for (const place of PLACES) document.querySelector(place).replaceWith(page.querySelector(place))
    for (const old of document.querySelectorAll(".md-container script")) {
      const script = document.createElement("script")
      script.textContent = old.textContent
      old.replaceWith(script) // it runs, as those of a parsed page do not
    }
    tools.turned() // it may make lines of the page higher
    const heading = document.querySelector(".md-content h1")
    heading.tabIndex = -1
    heading.focus({ preventScroll: true }) // where those read on who hear the page
    const at = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (at && y === undefined) at.scrollIntoView()
    else scrollTo({ top: y ?? 0, behavior: "instant" })
  }

  for (const link of document.querySelectorAll(".md-header a[href]")) link.href = link.href // from any page
  for (const image of document.querySelectorAll(".md-header img")) image.src = image.src
  history.scrollRestoration = "manual"
  const left = () => history.replaceState({ ...history.state, y: scrollY }, "")
  let soon
  addEventListener("scroll", () => {
    clearTimeout(soon)
    soon = setTimeout(left, 100)
  }, { passive: true })
  addEventListener("pointerover", (event) => { const address = target(event); if (address) get(bare(address)).catch(() => {}) })
  addEventListener("click", (event) => {
    const address = !event.defaultPrevented && target(event)
    if (!address) return
    event.preventDefault()
    clearTimeout(soon)
    left()
    turn(address)
  })
  let here = bare(location.href)
  tools.page(() => { here = bare(location.href) })
  addEventListener("popstate", ({ state }) => {
    clearTimeout(soon)
    if (bare(location.href) !== here) turn(location.href, state?.y ?? 0)
    else if (state) scrollTo({ top: state.y, behavior: "instant" })
  })

  // Python is ready before it is asked for.
  const idle = globalThis.requestIdleCallback ?? setTimeout
  const start = () => idle(() => tools.script("python").then(() => tools.python?.start()))
  if (document.readyState === "complete") start()
  else addEventListener("load", start)
}
