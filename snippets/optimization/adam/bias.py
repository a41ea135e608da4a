# kind: figure
"""The moving average of a noisy gradient, before and after its correction."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "raw": "$m_t$：从零慢慢爬起",
        "fixed": "$\\hat m_t = m_t/(1-\\beta_1^t)$",
        "true": "真正的平均值",
        "t": "步数 $t$",
        "value": "估计值（1,000 次的平均与 80% 区间）",
    },
    "en": {
        "raw": "$m_t$: climbs from zero",
        "fixed": "$\\hat m_t = m_t/(1-\\beta_1^t)$",
        "true": "true mean",
        "t": "step $t$",
        "value": "estimate (mean and 80% of 1,000 runs)",
    },
}


def draw(lang):
    text = TEXT[lang]
    rng = np.random.default_rng(0)
    g = 1 + rng.normal(size=(40, 1000))
    m, raw, fixed = np.zeros(1000), [], []
    for t, gradient in enumerate(g, start=1):
        m = 0.9 * m + 0.1 * gradient
        raw.append(m)
        fixed.append(m / (1 - 0.9**t))
    fig, ax = plt.subplots()
    steps = np.arange(1, 41)
    for values, color, style, name in (
        (np.array(fixed), "C0", "-", "fixed"),
        (np.array(raw), "C1", "--", "raw"),
    ):
        low, high = np.quantile(values, [0.1, 0.9], axis=1)
        ax.fill_between(steps, low, high, color=color, alpha=0.2, lw=0)
        ax.plot(
            steps, values.mean(axis=1), style, color=color, label=text[name]
        )
    ax.axhline(1, color="0.55", lw=0.8, ls=":", label=text["true"])
    ax.set(
        xlabel=text["t"], ylabel=text["value"], xlim=(1, 40), ylim=(-0.4, 2.4)
    )
    ax.legend(loc="upper right")
    return fig
