// Tables of small squares with numbers under their name: matrices, pictures, maps. What they are made and filled with
// joins a kit: await kit.need("explore/grid"), then tools.grids(kit).
tools.grids = (kit) => {
  // Whole numbers whole, others with so many digits.
  const short = (number, digits = 2) =>
    Number.isFinite(number) ? (Number.isInteger(number) ? `${number}` : number.toFixed(digits)).replace("-", "−") : kit.format(number)

  // A table whose squares are name.i.j, with `heads` beside its rows. set(title, numbers, look) shows numbers, of any
  // size, null where there is none yet; look(i, j) says what a square looks like, in classes of explore.css.
  // point(tell) tells the row and column that a mouse is over, or that was tapped; shade(i, j, share) how strong.
  function grid(place, name, heads = [], digits = 2) {
    const made = kit.html("table", { class: "squares" }, place)
    const caption = kit.html("caption", {}, made), body = kit.html("tbody", {}, made)
    let cells = []
    const build = (rows, columns) => {
      body.replaceChildren()
      made.style.setProperty("--columns", columns)
      cells = Array.from({ length: rows }, (_, i) => {
        const row = kit.html("tr", {}, body)
        if (heads[i]) kit.html("th", { scope: "row", text: heads[i] }, row)
        return Array.from({ length: columns }, (_, j) => kit.html("td", { "data-name": `${name}.${i}.${j}` }, row))
      })
    }
    const point = (tell) => {
      const told = ({ target }) => {
        const cell = target.closest("td")
        if (cell) tell(cell.parentElement.sectionRowIndex, cell.cellIndex - (heads.length ? 1 : 0))
      }
      body.classList.add("pointed")
      body.addEventListener("click", told)
      let over // a square whose text changes below the mouse is entered again
      body.addEventListener("pointerleave", () => { over = undefined })
      body.addEventListener("pointerover", (event) => {
        const cell = event.target.closest("td")
        if (event.pointerType === "mouse" && cell !== over) told(event)
        over = cell
      })
    }
    const set = (title, numbers, look = () => "") => {
      caption.textContent = title
      if (cells.length !== numbers.length || cells[0]?.length !== numbers[0]?.length)
        build(numbers.length, numbers[0]?.length)
      numbers.forEach((row, i) => row.forEach((number, j) => {
        const cell = cells[i][j]
        cell.className = look(i, j)
        cell.textContent = number === null ? "" : short(number, digits)
        if (number === null) delete cell.dataset.value
        else cell.dataset.value = number
      }))
    }
    return { set, point, shade: (i, j, share) => cells[i][j].style.setProperty("--share", share) }
  }

  // Tables beside each other, or below where there is no room.
  const beside = (name = "", place = kit.box) => kit.html("div", { class: `beside ${name}` }, place)
  // A product of matrices: each row of A with each row of B.
  const dots = (A, B) => A.map((one) => B.map((other) => one.reduce((sum, number, c) => sum + number * other[c], 0)))
  // One row of scores as weights; −∞ gets 0.
  const softmax = (scores) => {
    const top = Math.max(...scores), parts = scores.map((score) => Math.exp(score - top))
    const sum = parts.reduce((all, part) => all + part, 0)
    return parts.map((part) => part / sum)
  }
  // The mean of rows, weighted.
  const mix = (weights, rows) => rows[0].map((_, c) => weights.reduce((sum, weight, j) => sum + weight * rows[j][c], 0))

  Object.assign(kit, { grid, beside, short, dots, softmax, mix })
}
