// For a reader who runs Python, loaded before Material's script: links put the next page in the place of this one, so
// that Python stays as it is. All others would pay for that with a quarter more processor time, on each first page.
{
  const config = document.getElementById("__config")
  const wanted = ["instant", "instant.prefetch", "instant.progress"].map((name) => `"navigation.${name}", `)
  config.textContent = config.textContent.replace('"features": [', (found) => found + wanted.join(""))
  const bar = document.createElement("div")
  bar.className = "md-progress"
  bar.dataset.mdComponent = "progress"
  bar.ariaHidden = "true"
  document.body.prepend(bar)
  // Ready before it is asked for.
  const idle = globalThis.requestIdleCallback ?? setTimeout
  addEventListener("load", () => idle(() => tools.script("python").then(() => tools.python?.start())))
}
