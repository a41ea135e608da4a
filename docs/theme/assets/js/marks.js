// Marks in the text the words by which a reader found the page: those of ?h= in its address.
tools.marks = () => {
  const words = new URLSearchParams(location.search).get("h").split(/\s+/).filter(Boolean)
    .sort((a, b) => b.length - a.length) // 学习率 before 学习
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .map((word) => /^\p{sc=Han}/u.test(word) ? word : `(?<![\\p{sc=Latn}\\d_])${word}(?![\\p{sc=Latn}\\d_])`)
  if (!words.length) return
  const any = new RegExp(words.join("|"), "giu")
  const article = document.querySelector("article")
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  const found = []
  while (texts.nextNode())
    if (texts.currentNode.data.search(any) >= 0 && !texts.currentNode.parentElement.closest(".katex, svg"))
      found.push(texts.currentNode)
  for (const text of found) {
    const parts = []
    let from = 0
    for (const { 0: word, index } of text.data.matchAll(any)) {
      const mark = document.createElement("mark")
      mark.textContent = word
      parts.push(text.data.slice(from, index), mark)
      from = index + word.length
    }
    text.replaceWith(...parts, text.data.slice(from))
  }
}
