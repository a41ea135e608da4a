// Runs a listing where it stands: its line above has the button, and names in data-needs
// the blocks that have to run before it. What it says and prints comes below it.
{
  const say = tools.chinese
    ? {
        run: "运行", stop: "停止", edit: "修改", restore: "还原", out: "输出", s: " 秒",
        load: (part) => `正在载入 Python（只在第一次，约 9 MB）… ${part}%`,
        busy: "正在运行…", before: (n, all) => `先运行所依赖的代码（${n}/${all}）…`,
        done: "完成，用时 ", same: "与书中所印一致", study: "数字因机器而异，列与书中一致",
        differs: "与书中所印不同：", stopped: "已停止。", broken: "Python 已停止，多半是内存不够。再运行时会重新启动。",
        error: (e, line) => `${e}${line ? `（第 ${line} 行）` : ""}`,
        above: (e, n, line) => `第 ${n} 段代码出错${line ? `，第 ${line} 行` : ""}：${e}`,
        absent: "浏览器里没有这个库；笔记本里有。",
        code: "可修改的代码：Ctrl+Enter 运行，Esc 还原", changed: "代码已修改。",
        folder: "从文件夹打开的页面不能运行 Python。在该文件夹中执行 python -m http.server，再打开它给出的地址。",
        old: "这个浏览器没有 WebAssembly，不能运行 Python。", lost: "Python 载入失败：请检查网络后再试。",
      }
    : {
        run: "Run", stop: "Stop", edit: "Edit", restore: "Restore", out: "Output", s: " s",
        load: (part) => `Loading Python (once, about 9 MB) … ${part}%`,
        busy: "Running …", before: (n, all) => `First what it needs (${n} of ${all}) …`,
        done: "Done in ", same: "as printed", study: "digits of this machine, columns as printed",
        differs: "not as printed:", stopped: "Stopped.", broken: "Python has stopped, most likely for want of memory. The next run starts it anew.",
        error: (e, line) => `${e}${line ? ` (line ${line})` : ""}`,
        above: (e, n, line) => `Listing ${n} failed${line ? `, line ${line}` : ""}: ${e}`,
        absent: "A browser has no such package; the notebook has.",
        code: "Code to change: Ctrl+Enter runs it, Escape restores it", changed: "Changed.",
        folder: "A page opened from a folder cannot run Python. Run python -m http.server in that folder, and open the address that it names.",
        old: "This browser has no WebAssembly, so it cannot run Python.", lost: "Python could not be loaded: look at the connection, and try again.",
      }
  const cells = new WeakMap() // by the line above a listing
  let active // the run in progress, of a cell

  const make = (tag, more) => Object.assign(document.createElement(tag), more)

  function cell(line) {
    if (cells.has(line)) return cells.get(line)
    const block = line.nextElementSibling
    const code = block.querySelector("code")
    const below = block.nextElementSibling
    const printed = below?.matches(".language-text") ? below : undefined
    const number = Number(line.dataset.block)
    const made = { number, line, block, code, printed, text: code.textContent, html: code.innerHTML }
    cells.set(line, made)
    return made
  }

  // What comes below a listing, once it was run: buttons, a line that says how it went,
  // and what it printed.
  function dress(it) {
    if (it.box) return
    it.first = it.line.querySelector("[data-tool=run]")
    it.box = make("div", { className: "run" })
    it.again = make("button", { type: "button", textContent: say.run, onclick: () => toggle(it) })
    it.edit = make("button", { type: "button", textContent: say.edit, onclick: () => edit(it) })
    it.status = make("span", { className: "run-status", role: "status" })
    it.out = make("pre", { className: "run-out", tabIndex: 0, hidden: true })
    it.out.setAttribute("role", "region")
    it.out.ariaLabel = `${say.out} ${it.number + 1}`
    const bar = make("div", { className: "run-bar" })
    bar.append(it.again, it.edit, it.status)
    it.box.append(bar, it.out)
    it.block.after(it.box)
  }

  function edit(it) {
    if (it.editing) return restore(it)
    it.editing = true
    it.edit.textContent = say.restore
    // As an attribute: the property throws where a browser does not know this value.
    it.code.setAttribute("contenteditable", "plaintext-only")
    if (!it.code.isContentEditable) it.code.contentEditable = "true"
    it.code.spellcheck = false
    it.code.role = "textbox"
    it.code.ariaMultiLine = "true"
    it.code.ariaLabel = say.code
    it.code.onkeydown = (event) => {
      if (event.key === "Escape") { restore(it); it.edit.focus() }
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      run(it)
    }
    it.code.focus()
    it.status.textContent = say.code
  }

  function restore(it) {
    it.editing = false
    it.edit.textContent = say.edit
    it.code.innerHTML = it.html
    it.code.contentEditable = "false"
    for (const name of ["role", "aria-multiline", "aria-label"]) it.code.removeAttribute(name)
    it.status.textContent = ""
  }

  function busy(it, is) {
    for (const button of [it.first, it.again]) button.textContent = is ? say.stop : say.run
    it.box.classList.toggle("run-busy", is)
  }

  function toggle(it) {
    if (active?.it === it) return tools.python.stop()
    run(it)
  }

  // The blocks to run, this one last: what it needs, or all that can run above it.
  function chain(it, whole) {
    const lines = [...document.querySelectorAll(".listing-line[data-block]")]
    const needs = it.first.dataset.needs.split(" ").filter(Boolean).map(Number)
    const wanted = (line) => whole
      ? line.querySelector("[data-tool=run]") && Number(line.dataset.block) < it.number
      : needs.includes(Number(line.dataset.block))
    return [...lines.filter(wanted).map(cell), it]
  }

  async function run(it, whole = false) {
    const lacking = tools.python ? tools.python.lacking() : "lost"
    if (lacking) { it.status.textContent = say[lacking]; return }
    const todo = chain(it, whole)
    const changed = todo.some((each) => each.code.textContent !== each.text)
    tools.python.stop() // what another listing does, or this one
    const mine = active = { it }
    busy(it, true)
    it.out.textContent = ""
    it.out.hidden = true
    it.status.textContent = tools.python.warm ? say.busy : say.load(0)
    const { kind, rtol } = it.first.dataset
    const blocks = todo.map((each) => ({
      number: each.number, name: `listing ${each.number + 1}`, code: each.code.textContent,
      ...(each === it && !changed && kind && it.printed
        ? { expected: it.printed.textContent, kind, rtol: Number(rtol ?? 0) } : {}),
    }))
    const last = await tools.python.run(blocks, (said) => hear(it, todo, said))
    if (active === mine) active = undefined
    else if (active?.it === it) return // it runs anew
    busy(it, false)
    // A name that the change asks for may be bound by any listing above.
    if (changed && !whole && last.type === "NameError") return run(it, true)
    it.status.textContent = told(it, last, changed)
    if (last.differs && kind !== "study") show(it, `\n${say.differs}\n${last.differs}\n`)
    if (last.text) show(it, last.text)
    it.out.scrollTop = last.text ? it.out.scrollHeight : 0
  }

  function told(it, last, changed) {
    if (last.stopped) return say.stopped
    if (last.broken) return last.lost ? say.lost : say.broken
    if (!last.ok) {
      const hint = last.type === "ModuleNotFoundError" ? ` ${say.absent}` : ""
      const here = last.number === it.number && last.where === `listing ${it.number + 1}`
      if (here || !/^listing/.test(last.where)) return say.error(last.error, here && last.line) + hint
      return say.above(last.error, last.where.slice(8), last.line) + hint
    }
    const took = say.done + (last.ms / 1000).toFixed(2) + say.s
    if (changed || last.differs == null) return took
    const study = it.first.dataset.kind === "study"
    return `${took} · ${last.differs ? say.differs.slice(0, -1) : study ? say.study : say.same}`
  }

  function show(it, text) {
    it.out.hidden = false
    it.out.append(text)
  }

  function hear(it, todo, said) {
    const part = Math.min(99, Math.round(100 * said.loaded / said.total))
    if (said.kind === "load" && !tools.python.warm) it.status.textContent = say.load(part)
    if (said.kind === "booted") it.status.textContent = say.busy
    if (said.kind === "start") {
      const at = todo.findIndex((each) => each.number === said.number) + 1
      it.status.textContent = at < todo.length ? say.before(at, todo.length - 1) : say.busy
    }
    if (said.kind === "out" && said.number === it.number) show(it, said.text)
  }

  tools.run = async (button) => {
    const it = cell(button.closest(".listing-line"))
    const first = !it.box
    dress(it)
    await tools.script("python")
    toggle(it)
    if (first) it.box.scrollIntoView({ block: "nearest" })
  }
}
