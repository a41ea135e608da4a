// What a text has beside its words: a button to copy each listing, tabs, tables, folds.
// Nothing here is needed to read.
{
  const TEXT = tools.chinese ? { copy: "复制", copied: "已复制" } : { copy: "Copy", copied: "Copied" }
  const all = (selector) => document.querySelectorAll(selector)

  const dialog = Object.assign(document.querySelector(".md-dialog"), { role: "status" })
  let silent
  function say(text) {
    dialog.firstElementChild.textContent = text
    dialog.classList.add("md-dialog--active")
    clearTimeout(silent)
    silent = setTimeout(() => dialog.classList.remove("md-dialog--active"), 2000)
  }

  async function copy(code) {
    try {
      await navigator.clipboard.writeText(code.innerText.trimEnd())
    } catch { // not over http, or forbidden
      getSelection().selectAllChildren(code)
      if (!document.execCommand("copy")) return // it is selected, at least
    }
    say(TEXT.copied)
  }

  // A button comes when its listing does: there are dozens on a page.
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target: code } of entries) {
      if (!isIntersecting) continue
      near.unobserve(code)
      const row = Object.assign(document.createElement("div"), { className: "md-code__nav" })
      const button = Object.assign(document.createElement("button"),
        { type: "button", className: "md-code__button", title: TEXT.copy, onclick: () => copy(code) })
      button.dataset.mdType = "copy" // its icon
      row.append(button)
      code.before(row)
    }
  }, { rootMargin: "200px" })

  // What is wider than its place can be scrolled by keyboard.
  const sized = new ResizeObserver((entries) => {
    for (const { target: table } of entries)
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0
      else table.removeAttribute("tabindex")
  })

  // A tab is the same everywhere, now and on the next page.
  addEventListener("change", ({ target }) => {
    if (!target.matches(".tabbed-set > input")) return
    const name = target.labels[0].textContent
    const height = () => target.parentElement.getBoundingClientRect().top
    const before = height()
    for (const label of all(".tabbed-labels > label")) if (label.textContent === name) label.control.checked = true
    scrollBy({ top: height() - before, behavior: "instant" })
    site.set("tabs", [...new Set([name, ...[site.get("tabs") ?? []].flat()])])
  })

  // A link into a fold opens it.
  function unfold() {
    const at = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!at?.closest("details:not([open])")) return
    for (let fold = at.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true
    at.scrollIntoView()
  }
  addEventListener("hashchange", unfold)

  tools.page(() => {
    for (const code of all("pre > code")) {
      code.tabIndex = 0
      if (!code.closest(".no-copy")) near.observe(code)
    }
    for (const table of all(".table-box")) sized.observe(table)
    unfold()
  })
}
