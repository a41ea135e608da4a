// Runs listings: one worker, one Python. docs/theme/assets/js/python.js speaks with it.
const post = (kind, more) => postMessage({ kind, ...more })

// What is loaded is counted, so that a reader sees how far it is.
const plain = fetch
const total = 0 // written here by the build
let loaded = 0, told = 0
self.fetch = async (...asked) => {
  const answer = await plain(...asked).catch(() => ({}))
  if (!answer.ok) {
    post("broken", { lost: true }) // for some files, Pyodide would wait for ever
    throw new Error(`not found: ${asked[0]}`)
  }
  const count = new TransformStream({
    transform(part, out) {
      loaded += part.length
      if (loaded - told > 2e5) post("load", { loaded: told = loaded, total })
      out.enqueue(part)
    },
  })
  const { status, statusText, headers } = answer
  return new Response(answer.body.pipeThrough(count), { status, statusText, headers })
}

importScripts("pyodide.js")
const quiet = { messageCallback() {} }
const ready = (async () => {
  const text = (name) => plain(name).then((answer) => answer.text())
  const files = Promise.all([text("helper.py"), text("near.py")])
  const py = await loadPyodide({ env: { HOME: "/home/pyodide", TQDM_DISABLE: "1" } })
  // Modules of ours, where Python finds them and a reader's own files are not.
  const [helper, near] = await files
  const place = py.runPython("import site; site.getsitepackages()[0]")
  py.FS.writeFile(`${place}/helper.py`, helper)
  py.FS.writeFile(`${place}/near.py`, near)
  return [py, py.pyimport("helper")]
})()

let queue = ready.then(() => post("booted"), (error) => post("broken", { text: `${error}` }))
onmessage = ({ data }) => {
  queue = queue.then(() => work(data))
    .catch((error) => post("broken", { job: data.job, text: `${error}` }))
}

async function work({ job, blocks }) {
  const [py, helper] = await ready
  for (const { code } of blocks) await py.loadPackagesFromImports(code, quiet)
  helper.begin()
  for (const { number, name, code, expected, kind, rtol } of blocks) {
    const start = performance.now()
    post("start", { job, number })
    const tell = (stream, text) => post("out", { job, number, stream, text })
    const result = helper.run(name, code, expected ?? null, kind ?? "exact", rtol ?? 0, tell)
    const said = result.toJs({ dict_converter: Object.fromEntries })
    result.destroy()
    const ms = performance.now() - start, heap = py._module.HEAPU8.length
    post("done", { job, number, ms, heap, ...said })
    if (!said.ok) return post("end", { job, ok: false })
  }
  post("end", { job, ok: true })
}
