# kind: figure
"""Test accuracy over the steps for four orders, from the numbers beside."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "clean": "标签正确",
        "noisy": "约三成标签是瞎填的",
        "all": "全部打乱",
        "easy": "由易到难",
        "random": "随机次序，逐步放开",
        "hard": "由难到易",
        "step": "步数",
        "accuracy": "测试集准确率",
    },
    "en": {
        "clean": "right labels",
        "noisy": "three in ten labels drawn at random",
        "all": "all, shuffled",
        "easy": "easy first",
        "random": "random, opened bit by bit",
        "hard": "hard first",
        "step": "step",
        "accuracy": "test accuracy",
    },
}
NUMBERS = Path(__file__).with_name("curriculum.out")
STYLES = {
    "all": ("C0", "-"),
    "easy": ("C1", "--"),
    "random": ("C2", ":"),
    "hard": ("C3", "-."),
}


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(2, 1, figsize=(5.2, 6.4), sharex=True)
    for ax, kind in zip(axes, ("clean", "noisy"), strict=True):
        for name, (color, style) in STYLES.items():
            own = [r for r in rows if (r["labels"], r["order"]) == (kind, name)]
            steps = [int(r["step"]) for r in own]
            middle, low, high = (
                [float(r[key]) for r in own]
                for key in ("accuracy", "low", "high")
            )
            ax.plot(steps, middle, style, color=color, label=text[name])
            ax.fill_between(steps, low, high, color=color, alpha=0.12, lw=0)
        ax.set(title=text[kind], ylabel=text["accuracy"], ylim=(0, 1))
        ax.set_xscale("log")
        ax.set_xticks([10, 20, 40, 80, 120], [10, 20, 40, 80, 120])
        ax.minorticks_off()
    axes[0].legend(loc="lower right")
    axes[1].set(xlabel=text["step"])
    return fig
