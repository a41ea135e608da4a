// A figure that a reader can play with, <figure data-alive="explore" data-explorer="race">. What it begins with lies
// beside its picture, as explore() of its program wrote it; explorers/race.js, which adds itself to tools.explorers,
// is given a kit: data, state, controls (explore/controls.js), axes and lines (explore/plot.js). Its stage takes the
// picture's place on the screen; on paper, without scripts and where something fails, the picture stays.
{
  const loaded = {}
  const load = (src) => loaded[src] ??= new Promise((done, failed) => document.head.append(Object.assign(
    document.createElement("script"), { src, onload: done, onerror: failed }))).catch((error) => {
    delete loaded[src]
    throw error
  })
  const script = (name) => load(`${tools.here}js/${name}.js`)

  const data = {}
  tools.explorerData = (name, value) => { data[name] = value }
  tools.explorers = {} // kind -> what makes a kit an explorer
  tools.kit = [] // what adds to each kit

  tools.explore = async (figure) => {
    // figures/optimization/adam/x.zh.svg#only-light: beside it is x.js
    const pictures = [...figure.querySelectorAll("img")], caption = figure.querySelector("figcaption")
    if (!pictures.length || !caption) return // of a page that is taken apart
    const [, place, name] = pictures[0].src.match(/^(.*\/figures\/(.+))\.\w+\.svg/)
    const kind = figure.dataset.explorer
    try {
      await Promise.all([load(`${place}.js`), script("explore/controls"), script("explore/plot"), script(`explorers/${kind}`)])
    } catch { return }
    if (!caption.isConnected) return
    const box = Object.assign(document.createElement("div"), { className: "explorer" })
    const kit = {
      figure, box, data: data[name], alt: pictures[0].alt,
      text: (both) => both[tools.chinese ? "zh" : "en"],
      need: script, // what not every explorer does
      draw() {}, // an explorer's own: shows kit.state
    }
    kit.width = +pictures[0].getAttribute("width")
    kit.height = +pictures[0].getAttribute("height")
    remember(kit, name.split("/").at(-1))
    for (const add of tools.kit) add(kit)
    await tools.explorers[kind](kit)
    kit.draw()
    for (const picture of pictures) picture.loading = "eager" // paper will want it
    caption.before(box)
    figure.classList.add("alive")
  }

  // kit.state, of which the address has what is not as at first: ?x=surface:bowl,lr:0.3 for the figure x.
  function remember(kit, id) {
    const first = {}, puts = {}
    const asked = Object.fromEntries((new URLSearchParams(location.search).get(id) ?? "").split(",")
      .map((pair) => pair.split(":")))
    let timer
    function note() {
      delete kit.figure.dataset.moves
      if (!kit.figure.isConnected) return
      const mine = Object.keys(first).filter((key) => kit.state[key] !== first[key]).map((key) => `${key}:${kit.state[key]}`)
      const others = location.search.slice(1).split("&").filter((part) => part && !part.startsWith(`${id}=`))
      const query = [...others, ...mine.length ? [`${id}=${mine}`] : []].join("&")
      try {
        history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`)
      } catch {} // of a page in a folder, not every browser lets the address change
      for (const link of document.querySelectorAll(".md-select__link")) link.search = query
    }
    Object.assign(kit, {
      state: {},
      // One value of the state. put(value) shows it in its control and returns what it has become there; of what
      // it cannot be, as an address may say anything, put returns nothing.
      keep(key, value, put) {
        puts[key] = put
        first[key] = put(value)
        kit.state[key] = (asked[key] === undefined ? undefined : put(asked[key])) ?? put(value)
      },
      set(values) {
        for (const key in values) kit.state[key] = puts[key](values[key]) ?? kit.state[key]
        kit.changed()
      },
      reset: () => kit.set(first),
      changed() {
        kit.draw()
        kit.figure.dataset.moves = "" // until the address knows it
        clearTimeout(timer) // browsers count how often an address changes
        timer = setTimeout(note, 250)
      },
    })
  }
}
