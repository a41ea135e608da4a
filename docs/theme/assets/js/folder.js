// Read from a folder, browsers allow no workers and fetch nothing. Loaded there alone, before
// Material's script: the search answers in the page, and each page is loaded whole. (Where one
// cannot take another's place, Material's document$ would end before it begins.)
{
  const config = document.getElementById("__config")
  config.textContent = config.textContent.replace('"navigation.instant",', "")

  window.Worker = class extends EventTarget {
    #ready
    constructor(src) {
      super()
      this.#ready = new Promise((onload, onerror) =>
        document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror })))
    }
    async postMessage(message) {
      await this.#ready
      this.dispatchEvent(new MessageEvent("message", { data: await answer(message) }))
    }
  }
}
