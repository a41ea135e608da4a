// Small repairs that Material's templates leave no room for. Nothing here is needed to read.
const chinese = document.documentElement.lang.startsWith("zh")

function repair(root) {
  // Material takes the tab stop off listings on touch devices: give it back.
  for (const code of root.querySelectorAll("pre > code:not([tabindex])")) code.tabIndex = 0
  root.querySelectorAll("nav.md-code__nav:not([aria-label])").forEach((nav) => {
    nav.ariaLabel = `${chinese ? "代码按钮" : "Code buttons"} ${++repair.count}`
  })
  root.querySelectorAll(".md-annotation__index:not([aria-label])").forEach((mark) => {
    mark.ariaLabel = chinese ? "注释" : "Annotation"
  })
}
repair.count = 0

document$.subscribe(() => {
  const search = document.querySelector(".md-search[role=dialog]")
  search.ariaLabel = chinese ? "搜索" : "Search"
  // Instant navigation keeps the header: point its language links at the new page.
  const page = location.pathname.replace(/index\.html$/, "")
  const base = new URL(__md_scope.href ?? __md_scope).pathname
  const root = chinese ? base : base.replace(/en\/$/, "")
  for (const link of document.querySelectorAll(".md-select__link")) {
    const prefix = link.hreflang === "en" ? "en/" : ""
    link.href = root + prefix + page.slice(base.length) + (location.protocol === "file:" ? "index.html" : "")
  }
  repair(document)
  new MutationObserver(() => repair(document)).observe(document.querySelector(".md-content"), {
    subtree: true, childList: true, attributeFilter: ["tabindex"],
  })
})
