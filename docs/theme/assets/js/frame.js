// The frame of a page: header, contents, drawer, search box and keys. It does in Material's
// markup what Material's script would do. Nothing here is needed to read.
{
  const one = (selector) => document.querySelector(selector)
  const all = (selector) => [...document.querySelectorAll(selector)]
  const header = one(".md-header"), title = one(".md-header__title")
  const drawer = one("#__drawer"), door = one("#__search"), box = one(".md-search__input")
  // What stands beside the text: the contents; the pages, too.
  const wide = matchMedia("(min-width: 60em)"), widest = matchMedia("(min-width: 76.25em)")

  // -- where the reader is: the page's title in the header, its heading in the contents --

  let heading, top, y, frame
  let contents, passed // [[heading, its links], …], and how many of them are above

  function read() {
    const links = new Map()
    for (const link of all(".md-nav--secondary a[href*='#']"))
      links.set(link.hash, [...links.get(link.hash) ?? [], link])
    contents = [...links].map(([hash, of]) => [document.getElementById(decodeURIComponent(hash.slice(1))), of])
      .filter(([at]) => at)
    heading = one(".md-content h1")
    top = one(".md-top")
    top.onclick = () => scrollTo({ top: 0 })
    y = scrollY
    passed = 0
  }

  // A link that the bar does not show comes to its middle.
  function reveal(link) {
    const bar = link?.offsetHeight && link.closest(".md-sidebar__scrollwrap")
    if (!bar) return
    const { top, bottom } = bar.getBoundingClientRect(), { top: from, bottom: to } = link.getBoundingClientRect()
    if (from < top + 2 * link.offsetHeight || to > bottom) // the bar's title covers its first line
      bar.scrollTop += from - (top + bottom) / 2
  }

  function move() {
    frame = undefined
    const edge = header.offsetHeight
    if (heading) title.classList.toggle("md-header__title--active", heading.getBoundingClientRect().bottom < edge)
    top.hidden = !(scrollY < y && scrollY > 0) // on the way up
    top.tabIndex = top.hidden ? -1 : 0 // it is seen through, but there
    y = scrollY
    if (!wide.matches && !drawer.checked) return
    const end = y && innerHeight + y >= document.documentElement.scrollHeight - 1
    const above = end ? contents.length : contents.filter(([at]) => at.getBoundingClientRect().top < 1.5 * edge).length
    if (above === passed) return
    passed = above
    contents.forEach(([, links], i) => {
      for (const link of links) {
        link.classList.toggle("md-nav__link--passed", i < passed)
        link.classList.toggle("md-nav__link--active", i === passed - 1)
        link.ariaCurrent = i === passed - 1 ? "true" : null
        if (link.ariaCurrent) reveal(link)
      }
    })
  }
  const soon = () => frame ??= requestAnimationFrame(move)
  addEventListener("scroll", soon, { passive: true })
  addEventListener("resize", soon)

  // -- the drawer and the search box: both close when a link leads on --

  const shut = () => { drawer.checked = door.checked = false }
  addEventListener("hashchange", shut)
  addEventListener("click", ({ target }) => { if (target.closest?.(":is(.md-sidebar--primary, .md-search) a")) shut() })
  drawer.addEventListener("change", soon)
  door.addEventListener("change", () => door.checked ? box.focus() : box.blur()) // at once: phones show their keys
  box.addEventListener("focus", () => {
    door.checked = true
    tools.script("find")
  })
  box.form.onsubmit = (event) => event.preventDefault()
  one(".md-search").ariaLabel = box.placeholder
  addEventListener("change", ({ target }) => {
    const part = target.matches(".md-nav__toggle") && one(`[aria-labelledby="${target.id}_label"]`)
    if (part) part.ariaExpanded = target.checked
  })

  // -- keys --

  const typing = (at) => at.isContentEditable || at.matches("select, textarea, input:not([type=radio], [type=checkbox])")
  const search = () => { box.focus(); box.select() }
  const go = (where) => () => one(`.md-footer__link--${where}`)?.click()
  const keys = { "/": search, f: search, s: search, p: go("prev"), ",": go("prev"), n: go("next"), ".": go("next") }
  addEventListener("keydown", (event) => {
    const { key, target, isComposing, metaKey, ctrlKey, altKey } = event
    if (isComposing || metaKey || ctrlKey || altKey || door.checked || typing(target)) return
    if (key === "Escape") shut()
    if (key === "Enter" && target.matches("label")) target.click()
    if (!Object.hasOwn(keys, key)) return
    event.preventDefault()
    keys[key]()
  })

  // A name that is cut is said whole.
  addEventListener("pointerover", ({ target }) => {
    const name = target.closest?.(".md-ellipsis")
    if (name && name.scrollWidth > name.offsetWidth) (name.closest("a") ?? name).title = name.textContent.trim()
  })

  tools.page(() => {
    read()
    requestAnimationFrame(() => {
      move()
      if (widest.matches) reveal(all(".md-nav--primary a.md-nav__link--active").find((link) => link.offsetHeight))
    })
  })
}
