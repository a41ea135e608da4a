// The path of the lines on which height(x, y) has one of these values, for axes of an explorer: straight through the
// cells of a grid.
tools.contours = ({ left, top, right, bottom, back }, height, levels, columns = 64, rows = 48) => {
  const w = (right - left) / columns, h = (bottom - top) / rows
  const grid = Array.from({ length: rows + 1 }, (_, j) => Array.from({ length: columns + 1 }, (_, i) =>
    height(...back([left + i * w, top + j * h]))))
  let d = ""
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const a = grid[j][i], b = grid[j][i + 1], c = grid[j + 1][i + 1], e = grid[j + 1][i] // around the cell
      const low = Math.min(a, b, c, e), high = Math.max(a, b, c, e)
      for (const level of levels) {
        if (level <= low || level > high) continue
        const found = []
        const cross = (one, two, x, y, dx, dy) => {
          if ((one < level) === (two < level)) return
          const part = (level - one) / (two - one)
          found.push(`${(left + (i + x + part * dx) * w).toFixed(1)} ${(top + (j + y + part * dy) * h).toFixed(1)}`)
        }
        cross(a, b, 0, 0, 1, 0)
        cross(b, c, 1, 0, 0, 1)
        cross(e, c, 0, 1, 1, 0)
        cross(a, e, 0, 0, 0, 1)
        for (let n = 0; n + 1 < found.length; n += 2) d += `M${found[n]}L${found[n + 1]}`
      }
    }
  return d
}
