# kind: figure
"""What Adam was made of, and when."""

import matplotlib.pyplot as plt

TEXT = {
    "zh": [
        "梯度下降",
        "随机梯度",
        "动量",
        "Nesterov",
        "Adagrad",
        "RMSProp",
        "Adam",
    ],
    "en": [
        "gradient descent",
        "stochastic",
        "momentum",
        "Nesterov",
        "Adagrad",
        "RMSProp",
        "Adam",
    ],
}
YEARS = [1847, 1951, 1964, 1983, 2011, 2012, 2014]


def draw(lang):
    fig, ax = plt.subplots(figsize=(4.4, 3.2))
    rows = range(len(YEARS))
    ax.plot([0] * len(YEARS), rows, "-", color="0.55", lw=1)
    for row, year, name in zip(rows, YEARS, TEXT[lang], strict=True):
        color = "C1" if name == "Adam" else "C0"
        ax.plot(0, row, "o", color=color)
        ax.text(-0.06, row, str(year), ha="right", va="center")
        ax.text(0.06, row, name, ha="left", va="center", color=color)
    for source, bend in ((2, -0.5), (5, -0.7)):  # what meets in Adam
        arrow = {"arrowstyle": "->", "color": "C1"}
        arrow["connectionstyle"] = f"arc3,rad={bend}"
        ax.annotate("", (0.35, 6), (0.45, source), arrowprops=arrow)
    ax.set(xlim=(-0.3, 1), ylim=(6.6, -0.6))
    ax.axis("off")
    return fig
