// Small repairs that Material's templates leave no room for. Nothing here is needed to read.
{
  const chinese = document.documentElement.lang.startsWith("zh")

  // The other language opens at the same place: both use the same heading ids.
  function follow() {
    for (const link of document.querySelectorAll(".md-select__link")) link.hash = location.hash
  }
  follow()
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
  document$.subscribe(() => {
    repair()
    new MutationObserver(repair).observe(document.querySelector(".md-content"), {
      subtree: true, childList: true, attributeFilter: ["tabindex", "open"],
    })
  })
  addEventListener("resize", repair)
}
