# kind: figure
"""Adam with and without warm-up, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "t": "第几步",
        "size": "均方根步长 / $\\eta$",
        "rate": "学习率 $\\eta$",
        "accuracy": "测试集准确率",
        "1": "不预热",
        "60": "预热 60 步",
        "depth": "隐藏层数：{}",
    },
    "en": {
        "t": "number of the step",
        "size": "root-mean-square step / $\\eta$",
        "rate": "learning rate $\\eta$",
        "accuracy": "test accuracy",
        "1": "no warm-up",
        "60": "warm-up of 60 steps",
        "depth": "hidden layers: {}",
    },
}
NUMBERS = Path(__file__).with_name("warm-up-adam.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(3, 1, figsize=(5.6, 8))
    for warm, color, style in (("1", "C0", "-"), ("60", "C1", "--")):
        own = [row for row in rows if row["warm_up"] == warm]
        one = next(r for r in own if (r["depth"], r["lr"]) == ("12", "0.003"))
        steps = [int(key[1:]) for key in one if key[0] == "s"]
        sizes = [float(one[f"s{t}"]) for t in steps]
        look = {"color": color, "ls": style, "label": text[warm]}
        axes[0].plot(steps, sizes, marker="o", ms=4, **look)
        for ax, depth in zip(axes[1:], ("1", "12"), strict=True):
            deep = [row for row in own if row["depth"] == depth]
            lr = [float(row["lr"]) for row in deep]
            values = [
                [float(row[key]) for row in deep]
                for key in ("accuracy", "low", "high")
            ]
            ax.plot(lr, values[0], marker="o", ms=4, **look)
            ax.fill_between(lr, *values[1:], color=color, alpha=0.2, lw=0)
            ax.set(xscale="log", ylabel=text["accuracy"], ylim=(0, 1))
            ax.set_title(text["depth"].format(depth))
    axes[0].set(xlabel=text["t"], ylabel=text["size"], xscale="log")
    axes[0].set(yscale="log")
    axes[2].set_xlabel(text["rate"])
    axes[0].legend(loc="lower right")
    axes[1].legend(loc="lower left")
    return fig
