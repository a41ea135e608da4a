# kind: figure
"""Errors on new data against the number of training samples."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "gaussian": "高斯分布",
        "noisy labels": "标签错 20%",
        "far samples": "远处样本",
        "N": "训练样本数 $N$",
        "error": "新数据的错误率（%）",
        "generative": "生成：共享协方差",
        "discriminative": "判别：逻辑回归",
    },
    "en": {
        "gaussian": "Gaussian classes",
        "noisy labels": "20% wrong labels",
        "far samples": "far samples",
        "N": "training samples $N$",
        "error": "error on new data (%)",
        "generative": "generative: shared covariance",
        "discriminative": "discriminative: logistic regression",
    },
}
OUT = Path(__file__).with_name("few-samples.out")


def draw(lang):
    text = TEXT[lang]
    with OUT.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["d"] == "2"]
    fig, axes = plt.subplots(1, 3, figsize=(6.2, 3.6), sharey=True)
    settings = "gaussian", "noisy labels", "far samples"
    for ax, setting in zip(axes, settings, strict=True):
        own = [row for row in rows if row["setting"] == setting]
        N = [int(row["N"]) for row in own]
        for name, style in (
            ("generative", {"color": "C3", "ls": "-", "marker": "o"}),
            ("discriminative", {"color": "C2", "ls": "--", "marker": "s"}),
        ):
            errors = [float(row[name]) for row in own]
            ax.plot(N, errors, ms=4, label=text[name], **style)
        ax.set_xscale("log")
        ax.set_xticks([10, 100], ["10", "100"])
        ax.set_yticks(range(15, 31, 5))
        ax.set_title(text[setting])
        ax.grid(lw=0.5)
    axes[1].set_xlabel(text["N"])
    axes[0].set_ylabel(text["error"])
    handles, labels = axes[0].get_legend_handles_labels()
    fig.legend(handles, labels, loc="outside upper center")
    return fig
