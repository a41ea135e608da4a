// A listing with all that it needs, to the clipboard; the page as one program, as a file.
// The programs of a page are in copy/PART/PAGE.js, which the button names: texts once,
// and for each program which of them follow one another.
{
  const TEXT = tools.chinese ? {
    copied: (lines) => `已复制，共 ${lines} 行`,
    kept: (name) => `已保存为 ${name}`,
    select: "浏览器不允许写剪贴板，请从这里复制：",
    missing: "没有取到程序，请再试一次",
  } : {
    copied: (lines) => `Copied, ${lines} lines`,
    kept: (name) => `Saved as ${name}`,
    select: "The browser keeps its clipboard; copy from here:",
    missing: "The program did not arrive; try again",
  }
  const programs = {}  // by address: the promise of what it holds
  const arrived = {}
  const fetched = (src) => programs[src] ??= new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"),
      { src, onload: () => done(arrived[src]), onerror: failed }))
  }).catch((error) => {
    delete programs[src]
    throw error
  })

  // What happened is said beside the button, and to a screen reader.
  function say(button, text) {
    let status = button.nextElementSibling
    if (status?.role !== "status") {
      status = Object.assign(document.createElement("span"), { role: "status" })
      button.after(status)
    }
    status.textContent = ""
    setTimeout(() => status.textContent = text, 50)  // the same words are said again
    return status
  }

  function offer(button, text) {
    const status = say(button, TEXT.select)
    if (status.nextElementSibling?.matches("textarea")) status.nextElementSibling.remove()
    const box = Object.assign(document.createElement("textarea"),
      { value: text, readOnly: true, ariaLabel: button.textContent, rows: 8 })
    status.after(box)
    box.focus()
    box.select()
  }

  function save(button, text, name) {
    const href = URL.createObjectURL(new Blob([text], { type: "text/x-python" }))
    Object.assign(document.createElement("a"), { href, download: name }).click()
    setTimeout(() => URL.revokeObjectURL(href), 10000)
    say(button, TEXT.kept(name))
  }

  tools.copy = async (button) => {
    const at = new URL(button.dataset.at, location)
    const number = at.hash.slice(1)
    at.hash = ""
    let found
    try {
      found = await fetched(at.href)
    } catch {
      say(button, TEXT.missing)
      return
    }
    const which = number ? found.listings[number] : found.page
    const text = which.map((n) => found.parts[n]).join("")
    if (!number) save(button, text, at.pathname.match(/([^/]+)\.js$/)[1] + ".py")
    else
      try {
        await navigator.clipboard.writeText(text)
        say(button, TEXT.copied(text.trimEnd().split("\n").length))
      } catch {
        offer(button, text)
      }
  }
  // What a file of programs calls.
  tools.copy.keep = (found) => arrived[document.currentScript.src] = found
}
