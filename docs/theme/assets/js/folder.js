// Read from a folder, browsers allow no workers. Loaded there alone, before Material's script:
// the search answers in the page.
{
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
