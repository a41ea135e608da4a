// Read from a folder, browsers allow no workers and no instant navigation. Loaded there alone,
// before Material's script: the search answers in the page, and the links load their pages.
{
  const config = document.getElementById("__config")
  config.textContent = config.textContent.replace(/"navigation\.instant",? ?/, "")
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
