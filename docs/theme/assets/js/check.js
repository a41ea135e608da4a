// Checks what a reader wrote, here: the button of a box below an exercise opens a place
// to write in, and the check answers below it. The text stays on this machine.
{
  const say = tools.chinese
    ? {
        label: (name) => `${name} 的代码`, check: "检查", stop: "停止", help: "Ctrl+Enter 检查",
        load: (part) => `正在载入 Python（只在第一次，约 9 MB）… ${part}%`, busy: "正在检查…",
        long: "还没有结果：是不是死循环？可以停止。", stopped: "已停止：程序没有结束。",
        broken: "Python 已停止，多半是内存不够。再检查时会重新启动。", lost: "Python 载入失败：请检查网络后再试。",
        folder: "从文件夹打开的页面不能运行 Python：请在终端执行上面的命令。",
        old: "这个浏览器没有 WebAssembly，不能运行 Python：请在终端执行上面的命令。", answer: "回答",
      }
    : {
        label: (name) => `Code of ${name}`, check: "Check", stop: "Stop", help: "Ctrl+Enter checks",
        load: (part) => `Loading Python (once, about 9 MB) … ${part}%`, busy: "Checking …",
        long: "No answer yet: an endless loop? You can stop it.", stopped: "Stopped: the program did not end.",
        broken: "Python has stopped, most likely for want of memory. The next check starts it anew.", lost: "Python could not be loaded: look at the connection, and try again.",
        folder: "A page opened from a folder cannot run Python: use the command above in a terminal.",
        old: "This browser has no WebAssembly, so it cannot run Python: use the command above in a terminal.", answer: "Answer",
      }
  const LONG = 10_000 // milliseconds until one may think of an endless loop
  const make = (tag, more) => Object.assign(document.createElement(tag), more)

  // A browser may refuse to keep anything; then the text lasts as long as the page.
  function kept(name, text) {
    try {
      if (text === undefined) return localStorage.getItem(`check ${name}`)
      localStorage.setItem(`check ${name}`, text)
    } catch { /* nothing to do */ }
  }

  function open(button) {
    const { name, start } = button.dataset
    const box = button.parentElement
    const it = { name, box, where: box.querySelector("a").href }
    it.text = make("textarea", { className: "check-text", value: kept(name) || start, spellcheck: false, autocapitalize: "off", wrap: "off" })
    it.text.setAttribute("autocorrect", "off")
    it.text.ariaLabel = say.label(name)
    it.text.oninput = () => { kept(name, it.text.value); fit(it) }
    it.text.onkeydown = (event) => key(it, event)
    it.go = make("button", { type: "button", textContent: say.check, onclick: () => it.busy ? tools.python.stop() : check(it) })
    it.status = make("span", { className: "check-status", role: "status", textContent: say.help })
    it.answer = make("div", { className: "check-answer", role: "status", hidden: true })
    const bar = make("div", { className: "check-bar" })
    bar.append(it.go, it.status)
    box.append(it.text, bar, it.answer)
    button.hidden = true
    fit(it)
    it.text.focus()
    it.text.setSelectionRange(it.text.value.length, it.text.value.length)
  }

  const fit = ({ text }) => { text.rows = Math.min(24, Math.max(6, text.value.split("\n").length + 1)) }

  // Tab goes on to the button and Escape does nothing; a new line begins where the last did.
  function key(it, event) {
    if (event.key !== "Enter" || event.isComposing) return
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      return it.busy || check(it)
    }
    const { value, selectionStart: at } = it.text
    const line = value.slice(value.lastIndexOf("\n", at - 1) + 1, at)
    const indent = line.match(/^ */)[0] + (line.trimEnd().endsWith(":") ? "    " : "")
    if (!indent) return
    event.preventDefault()
    // As if it was typed, so that it can be undone.
    if (!document.execCommand("insertText", false, `\n${indent}`)) {
      it.text.setRangeText(`\n${indent}`, at, it.text.selectionEnd, "end")
      it.text.oninput()
    }
  }

  async function check(it) {
    const lang = tools.chinese ? "zh" : "en"
    it.busy = true
    it.go.textContent = say.stop
    it.answer.hidden = true
    it.status.textContent = tools.python.warm ? say.busy : say.load(0)
    const printed = ["", ""] // by the reader's program, and then the answer
    let late
    // A text of JSON is one of Python, too.
    const asked = [it.name, it.text.value, lang].map((text) => JSON.stringify(text)).join(", ")
    const blocks = [`from ${it.box.dataset.module} import ask\n_, said = ask(${asked})`, "print(said)"]
    const last = await tools.python.run(
      blocks.map((code, number) => ({ number, name: `check ${number}`, code })),
      (said) => {
        const part = Math.min(99, Math.round(100 * said.loaded / said.total))
        if (said.kind === "load" && !tools.python.warm) it.status.textContent = say.load(part)
        if (said.kind === "out") printed[said.number] += said.text
        if (said.kind === "start" && said.number === 0) {
          it.status.textContent = say.busy
          late = setTimeout(() => { it.status.textContent = say.long }, LONG)
        }
      },
    )
    clearTimeout(late)
    it.busy = false
    it.go.textContent = say.check
    it.status.textContent = last.ok ? "" : last.stopped ? say.stopped : last.broken
      ? (last.lost ? say.lost : say.broken) : last.error
    if (last.ok) show(it, printed[1].trimEnd(), printed[0])
  }

  // The first line of an answer names the equation, which is one link away.
  function show(it, said, printed) {
    const [head, ...rest] = said.split("\n")
    const found = head.match(/^.*?\(\d[^)]*\)/)
    it.answer.replaceChildren()
    if (found) it.answer.append(make("a", { href: it.where, textContent: found[0] }))
    const text = (printed && `${printed}\n`) + (found ? rest.join("\n").trim() : said)
    const pre = make("pre", { textContent: text, tabIndex: 0 })
    pre.setAttribute("role", "region")
    pre.ariaLabel = `${say.answer}: ${it.name}`
    it.answer.append(pre)
    it.answer.classList.toggle("check-right", /^✓/m.test(rest.join("\n")))
    it.answer.hidden = false
  }

  tools.check = async (button) => {
    await tools.script("python")
    const lacking = tools.python ? tools.python.lacking() : "lost"
    button.nextElementSibling?.remove() // what was said before
    if (!lacking) return open(button)
    button.hidden = lacking !== "lost" // which another try may mend
    button.after(make("p", { className: "check-status", role: "status", textContent: say[lacking] }))
  }
}
