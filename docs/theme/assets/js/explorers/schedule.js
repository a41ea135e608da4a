// A learning-rate schedule: its curve, its rate at a step, its mean. The formulas are those of
// chainrule.scratch.optim.lr_scheduler, under the same names.
{
  const TEXT = {
    zh: {
      schedule: "调度", lr: "η", t: "步数 t", rate: "学习率", log: "对数纵轴", lines: "三段直线（论文）",
      facts: { at: "这一步的学习率 ηₜ", mean: "平均值", highest: "最大值", last: "最后一步" },
      names: {
        warmup: "预热，再余弦退火", cosine: "余弦退火", restarts: "热重启（SGDR）", onecycle: "单循环", cyclic: "循环学习率",
        step: "阶梯下降", exponential: "指数下降", inversetime: "a / (b + t)", inversesqrt: "η / √(t + 1)", noam: "Transformer（Noam）",
      },
      say: (name, t, at, mean) => `${name}：第 ${t} 步的学习率是 ${at}，200 步的平均值是 ${mean}。`,
    },
    en: {
      schedule: "Schedule", lr: "η", t: "Step t", rate: "rate", log: "logarithmic axis", lines: "three lines (paper)",
      facts: { at: "rate of this step ηₜ", mean: "mean", highest: "highest", last: "last step" },
      names: {
        warmup: "Warm-up, then cosine", cosine: "Cosine annealing", restarts: "Warm restarts (SGDR)", onecycle: "One cycle", cyclic: "Cyclical",
        step: "Staircase", exponential: "Exponential", inversetime: "a / (b + t)", inversesqrt: "η / √(t + 1)", noam: "Transformer (Noam)",
      },
      say: (name, t, at, mean) => `${name}: the rate of step ${t} is ${at}, the mean of 200 steps ${mean}.`,
    },
  }

  const { cos, floor, min, sqrt, PI } = Math
  const bend = (way) => (1 - cos(PI * way)) / 2
  const SCHEDULES = {
    warmup: (t, lr, { total_iters: T }, steps) =>
      t < T ? lr * min(1, (t + 1) / T) : SCHEDULES.cosine(t - T, lr, { T_max: steps - T, eta_min: 0 }),
    cosine: (t, lr, { T_max, eta_min }) => eta_min + (lr - eta_min) / 2 * (1 + cos(PI * t / T_max)),
    restarts(t, lr, { T_0, T_mult }) {
      let length = T_0
      while (t >= length) [t, length] = [t - length, length * T_mult]
      return SCHEDULES.cosine(t, lr, { T_max: length, eta_min: 0 })
    },
    onecycle(t, lr, { pct_start, lines }, steps) {
      const peak = pct_start * steps - 1, low = 1 / 25, knots = [[0, low], [peak, 1], [steps - 1, low / 1e4]]
      if (lines) knots.splice(2, 0, [2 * peak, low])
      const at = knots.findIndex(([end]) => t <= end) || 1
      const [[a, from], [b, to]] = [knots[at - 1], knots[at]]
      const way = (t - a) / (b - a)
      return lr * (from + (to - from) * (lines ? way : bend(way)))
    },
    cyclic(t, lr, { step_size_up: up, gamma }) {
      const s = t % (2 * up)
      return lr / 10 + (lr - lr / 10) * gamma ** t * min(s / up, 2 - s / up)
    },
    step: (t, lr, { step_size, gamma }) => lr * gamma ** floor(t / step_size),
    exponential: (t, lr, { gamma }) => lr * gamma ** t,
    inversetime: (t, lr, { b }) => lr * b / (b + t),
    inversesqrt: (t, lr) => lr / sqrt(t + 1),
    noam: (t, lr, { d_model, warmup_steps }) => lr * d_model ** -0.5 * min((t + 1) ** -0.5, (t + 1) * warmup_steps ** -1.5),
  }

  function schedule(kit) {
    const { data, state } = kit, text = kit.text(TEXT)
    const svg = kit.stage()
    const axes = kit.axes(svg, { left: 70, x: { from: 0, to: data.steps, label: "t" }, y: { from: 0, to: 1, label: "" } })
    const curve = kit.svg("path", { class: "line c0" }, axes.plot)
    const mean = kit.svg("path", { class: "line c1" }, axes.plot)
    const dot = kit.svg("circle", { class: "dot c0", r: 7 }, svg)

    kit.begin()
    kit.select("schedule", text.schedule, text.names)
    kit.range("lr", text.lr, { values: data.choices.lr, value: data.rate })
    kit.range("t", text.t, { max: data.steps - 1, value: data.step })
    const own = {} // the controls of each schedule
    for (const name in data.schedules) {
      own[name] = kit.begin()
      for (const key in data.schedules[name])
        if (key === "lines") kit.check(`${name}-${key}`, text.lines)
        else kit.range(`${name}-${key}`, key, { values: data.choices[key], value: data.schedules[name][key] })
    }
    kit.begin().classList.add("buttons")
    kit.check("log", text.log)
    kit.resetter()
    const shown = kit.facts(text.facts)
    kit.tap(svg, (place) => kit.set({ t: Math.round(axes.back(place)[0]) }))

    kit.draw = () => {
      const { schedule, lr, t, log } = state
      const given = Object.fromEntries(Object.keys(data.schedules[schedule]).map((key) => [key, state[`${schedule}-${key}`]]))
      const rates = Array.from({ length: data.steps }, (_, t) => SCHEDULES[schedule](t, lr, given, data.steps))
      for (const name in own) own[name].hidden = name !== schedule
      const highest = Math.max(...rates), sum = rates.reduce((sum, rate) => sum + rate, 0)
      const numbers = { at: rates[t], mean: sum / rates.length, highest, last: rates.at(-1) }
      axes.set({ y: { from: log ? highest / 1e6 : 0, to: highest * (log ? 2 : 1.05), log, label: text.rate } })
      const points = rates.map((rate, t) => [t, rate])
      kit.change(curve, { d: axes.line(schedule === "step" ? points.flatMap(([t, rate]) => [[t, rate], [t + 1, rate]]) : points) })
      kit.change(mean, { d: axes.line([[0, numbers.mean], [data.steps, numbers.mean]]) })
      const [cx, cy] = axes.at([t, rates[t]])
      kit.change(dot, { cx, cy: Math.min(cy, axes.bottom) })
      for (const name in numbers) kit.put(shown[name], numbers[name])
      kit.say(text.say(text.names[schedule], t, kit.format(numbers.at), kit.format(numbers.mean)))
    }
  }

  tools.explorers.schedule = Object.assign(schedule, { SCHEDULES })
}
