// Python in the reader's browser, for whatever wants to run code: tools.python.
// One worker, kept from one run to the next, and from page to page once there was one
// (stay.js). It is served as run/worker.js, once for both languages.
{
  const folder = new URL("../run/", tools.here).href
  const LARGE = 1e9 // bytes
  let worker, warm, job = 0, now // the run in progress: its number, who hears of it

  function start() {
    try { sessionStorage.setItem("python", "1") } catch {} // what stay.js goes by
    const mine = worker = new Worker(`${folder}worker.js`)
    warm = false
    worker.onmessage = ({ data }) => { if (mine === worker) hear(data) }
    worker.onerror = (event) => {
      event.preventDefault?.()
      if (mine === worker) hear({ kind: "broken", lost: !warm, text: event.message ?? "" })
    }
  }

  function hear(said) {
    if (said.kind === "booted") warm = true
    if (said.kind === "broken") drop()
    if (!now || (said.job ?? now.job) !== now.job) return
    const { tell, end } = now
    if (said.kind === "done") now.last = said
    if (said.kind === "end") {
      if (now.last?.heap > LARGE) drop() // WebAssembly gives no memory back
      end({ ...now.last })
    }
    else if (said.kind === "broken") end({ ok: false, broken: true, lost: said.lost, error: said.text })
    else tell?.(said)
  }

  function drop() {
    worker?.terminate()
    worker = undefined
  }

  tools.python = {
    // Why there is no Python: "folder", "old", or nothing if there is.
    lacking() {
      if (location.protocol === "file:") return "folder"
      return globalThis.Worker && globalThis.WebAssembly ? "" : "old"
    },
    get warm() { return warm && !!worker },

    // Gets ready, before anything is to run.
    start() { if (!worker && !tools.python.lacking()) start() },

    // Runs blocks, one after the other, in one fresh namespace: {number, name, code} and,
    // to compare what one prints, {expected, kind, rtol}. Tells of each message of the
    // worker: load {loaded, total}, booted, start {number}, out {number, text, stream},
    // done {number, ok, ms, differs, error, type, line, where, text}. The promise becomes
    // the last "done", or {ok: false} with stopped, or broken (and lost, if it could not be
    // loaded). A run that is not over is stopped by the next.
    run(blocks, tell) {
      tools.python.stop()
      if (!worker) start()
      return new Promise((done) => {
        now = { job: ++job, tell, end: (last) => { now = undefined; done(last) } }
        worker.postMessage({ job, blocks })
      })
    },

    // Python itself cannot be interrupted: its worker goes, and the next gets ready.
    stop() {
      if (!now) return
      const { end } = now
      drop()
      end({ ok: false, stopped: true })
      start()
    },
  }

  // A page that is left takes its run along; an idle Python stays.
  tools.page(tools.python.stop)
}
