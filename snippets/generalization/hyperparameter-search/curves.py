# kind: figure
"""The gallery of loss curves, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "none": "正常",
        "small-rate": "学习率太小",
        "large-rate": "学习率太大",
        "far-too-large": "学习率大得多",
        "small-weights": "初始权重太小",
        "early-cut": "学习率降得太早",
        "sorted": "按类别排序，不打乱",
        "few-samples": "样本太少",
        "wrong-labels": "三分之一标签错误",
        "dropout": "训练时随机失活",
        "no-zero-grad": "忘了 zero_grad",
        "log-of-softmax": "先 softmax 再取对数",
        "update": "更新次数",
        "train": "训练",
        "valid": "验证",
    },
    "en": {
        "none": "as it should be",
        "small-rate": "rate too small",
        "large-rate": "rate too large",
        "far-too-large": "rate far too large",
        "small-weights": "weights too small",
        "early-cut": "rate cut too early",
        "sorted": "sorted, not shuffled",
        "few-samples": "few samples",
        "wrong-labels": "a third of labels wrong",
        "dropout": "dropout in training",
        "no-zero-grad": "no zero_grad",
        "log-of-softmax": "log of a softmax",
        "update": "update",
        "train": "training",
        "valid": "validation",
    },
}
NUMBERS = Path(__file__).with_name("gallery.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    faults = list(dict.fromkeys(row["fault"] for row in rows))
    fig, axes = plt.subplots(
        6, 2, figsize=(5.0, 10.4), sharex=True, sharey=True
    )
    for k, (ax, fault) in enumerate(zip(axes.flat, faults, strict=True)):
        own = [row for row in rows if row["fault"] == fault]
        at, train, low, high, valid = (
            np.array([float(row[key]) for row in own])
            for key in ("update", "train", "low", "high", "valid")
        )
        ax.fill_between(at, low, high, color="C0", alpha=0.25, lw=0)
        ax.plot(at, train, "-", color="C0", lw=1.6, label=text["train"])
        ax.plot(at, valid, "--", color="C1", lw=1.6, label=text["valid"])
        ax.set_title(f"{k + 1}. {text[fault]}", fontsize=10)
        if np.isnan(train[-1]):
            ax.plot(4, 2.9, "x", color="C0", ms=9, mew=2)
            ax.text(20, 2.9, "NaN", va="center", fontsize=11)
    axes[0, 0].set(ylim=(0, 3.3), xlim=(0, 300), xticks=[0, 100, 200, 300])
    for ax in axes[-1]:
        ax.set_xlabel(text["update"])
    axes[0, 0].legend(fontsize=9)
    return fig
