# kind: figure
"""Right answers of three chains on two tasks, from the record of chains.py."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "which": "十个数字里是哪一个",
        "even": "是奇数还是偶数",
        "linear": "线性",
        "relu": "隐藏层 ReLU",
        "maxout": "隐藏层 Maxout",
        "axis": "没看过的数字答对的比例 / %",
        "lr": "学习率 {}",
    },
    "en": {
        "which": "which of ten digits",
        "even": "even or odd",
        "linear": "linear",
        "relu": "hidden ReLU",
        "maxout": "hidden maxout",
        "axis": "right answers on unseen digits, %",
        "lr": "rate {}",
    },
}


def draw(lang):
    text, record = TEXT[lang], Path(__file__).with_name("chains.out")
    lines = record.read_text("utf-8").splitlines()
    rows = list(csv.DictReader(x for x in lines if not x.startswith("#")))
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 4.4), sharex=True)
    chains = ["linear", "relu", "maxout"]
    for ax, task in zip(axes, ("which", "even"), strict=True):
        for lr, marker, shift in (("0.1", "o", 0.14), ("0.3", "s", -0.14)):
            for k, chain in enumerate(chains):
                (row,) = (
                    r
                    for r in rows
                    if (r["task"], r["chain"], r["lr"]) == (task, chain, lr)
                )
                mean, low, high = (
                    100 * float(row[name]) for name in ("right", "low", "high")
                )
                y = -k + shift
                ax.plot([low, high], [y, y], "-", color=f"C{k}")
                label = text["lr"].format(lr) if k == 0 else None
                ax.plot(mean, y, marker, color=f"C{k}", label=label)
        ax.set_title(text[task], loc="left")
        ax.set_yticks([0, -1, -2], [text[chain] for chain in chains])
        ax.set_ylim(-2.5, 0.5)
    axes[1].set_xlabel(text["axis"])
    axes[1].legend(loc="upper right")
    return fig
