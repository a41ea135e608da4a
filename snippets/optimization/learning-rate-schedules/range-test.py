# kind: figure
"""The range test of a network on the digits."""

from functools import cache

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits

from chainrule.training import lr_range_test

TEXT = {
    "zh": {
        "loss": "训练损失",
        "rate": "学习率 $\\eta$",
        "raw": "每个小批量",
        "smooth": "平滑之后",
        "edge": "最低点 {:.2g}",
        "suggestion": "建议值 {:.2g}",
    },
    "en": {
        "loss": "training loss",
        "rate": "learning rate $\\eta$",
        "raw": "each mini-batch",
        "smooth": "smoothed",
        "edge": "lowest, {:.2g}",
        "suggestion": "suggestion, {:.2g}",
    },
}


@cache
def run():
    torch.manual_seed(0)
    X, target = load_digits(return_X_y=True)
    X = torch.tensor(X / 16, dtype=torch.float32)
    target = torch.tensor(target)
    model = torch.nn.Sequential(
        torch.nn.Linear(64, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10)
    )
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    return lr_range_test(
        model,
        optimizer,
        lambda rows: torch.nn.functional.cross_entropy(
            model(X[rows]), target[rows]
        ),
        torch.randperm(1000).split(50),
        start=1e-4,
    )


def draw(lang):
    text, found = TEXT[lang], run()
    fig, ax = plt.subplots()
    look = {"color": "0.55", "lw": 0.8, "ls": "-"}
    ax.semilogx(found.lrs, found.losses, label=text["raw"], **look)
    ax.semilogx(found.lrs, found.smoothed, "C0-", label=text["smooth"])
    for name, style in (("edge", "C1--"), ("suggestion", "C2-.")):
        value = getattr(found, name)
        label = text[name].format(value)
        ax.plot([value] * 2, [0, 4], style, lw=1.2, label=label)
    ax.set(xlabel=text["rate"], ylabel=text["loss"], ylim=(0, 4))
    ax.legend(loc="upper left")
    return fig
