// Small repairs that Material's templates leave no room for. Nothing here is needed to read.
{
  const chinese = document.documentElement.lang.startsWith("zh")
  const root = new URL(chinese ? "." : "..", __md_scope) // of the whole site
  const file = location.protocol === "file:"

  // Instant navigation keeps the header: point its language links at the new page.
  // Both languages use the same addresses below their root, and the same heading ids.
  function follow() {
    const page = location.href.slice(new URL(__md_scope).href.length)
    for (const link of document.querySelectorAll(".md-select__link"))
      link.href = root.href + (link.hreflang === "en" ? "en/" : "") + page
  }

  // Names and tab stops that Material's scripts leave out, or take away.
  let count = 0
  function repair() {
    for (const code of document.querySelectorAll("pre > code:not([tabindex])")) code.tabIndex = 0
    for (const nav of document.querySelectorAll(".md-code__nav:not([aria-label])"))
      nav.ariaLabel = (chinese ? "代码按钮 " : "Code buttons ") + ++count
    for (const mark of document.querySelectorAll(".md-annotation__index:not([aria-label])"))
      mark.ariaLabel = chinese ? "注释" : "Annotation"
  }

  document$.subscribe(() => {
    document.querySelector(".md-search").ariaLabel = chinese ? "搜索" : "Search"
    // The page for wrong addresses has no canonical one, and no other language.
    if (document.querySelector("link[rel=canonical]")) follow()
    repair()
    new MutationObserver(repair).observe(document.querySelector(".md-content"), {
      subtree: true, childList: true, attributeFilter: ["tabindex"],
    })
    // Read from a folder, without a server: no one else adds the index.html.
    if (file)
      for (const link of document.querySelectorAll("a[href]"))
        if (link.pathname.endsWith("/")) link.pathname += "index.html"
  })
  location$.subscribe(() => {
    if (document.querySelector("link[rel=canonical]") && !file) follow()
  })
}
