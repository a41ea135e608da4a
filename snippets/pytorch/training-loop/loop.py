# kind: figure
"""The training loop: what happens to a batch, to an epoch, and at the end."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": {
        "batch": "每个批次",
        "epoch": "每一轮",
        "once": "最后做一次",
        "clear": "清空旧梯度",
        "forward": "前向：预测",
        "loss": "一个批次的平均损失",
        "backward": "反向：各参数的梯度",
        "step": "更新全部参数",
        "valid": "验证，保存最好的权重",
        "test": "载入，预测，写成 CSV",
    },
    "en": {
        "batch": "every batch",
        "epoch": "every epoch",
        "once": "once, at the end",
        "clear": "forget old gradients",
        "forward": "forward: predictions",
        "loss": "mean loss of the batch",
        "backward": "backward: gradients",
        "step": "change the parameters",
        "valid": "validate, keep the best weights",
        "test": "load, predict, write a CSV",
    },
}
STEPS = (
    ("optimizer.zero_grad()", "clear"),
    ("y = model(x)", "forward"),
    ("loss = criterion(y, t)", "loss"),
    ("loss.backward()", "backward"),
    ("optimizer.step()", "step"),
)


def box(ax, y, code, words, color):
    ax.add_patch(
        FancyBboxPatch(
            (0.4, y), 4.9, 0.62, "round,pad=0.08", fc="none", ec=color, lw=1.4
        )
    )
    centre = {"ha": "center", "va": "center"}
    ax.text(2.85, y + 0.45, code, family="monospace", fontsize=11, **centre)
    ax.text(2.85, y + 0.12, words, fontsize=10, color=color, **centre)


def back(ax, low, high, x, color, words):
    """An arrow that leads back up, at the right."""
    look = {"arrowstyle": "-|>", "lw": 1.8, "color": color}
    ax.plot([5.5, x, x], [low, low, high], color=color, lw=1.8)
    ax.annotate("", (5.45, high), (x, high), arrowprops=look)
    ax.text(
        x + 0.12,
        (low + high) / 2,
        words,
        rotation=-90,
        va="center",
        ha="left",
        color=color,
        fontsize=11,
    )


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 6.2))
    down = {"arrowstyle": "-|>", "lw": 1.8}
    rows = [(*step, "C0", 7 - k) for k, step in enumerate(STEPS)]
    rows += [
        ("model.eval(), no_grad()", "valid", "C1", 1.7),
        ("load_state_dict(…)", "test", "C2", 0.4),
    ]
    for n, (code, words, color, y) in enumerate(rows):
        box(ax, y, code, text[words], color)
        if n:
            above = rows[n - 1][3] - 0.08
            look = down | {"color": color}
            ax.annotate("", (2.85, y + 0.7), (2.85, above), arrowprops=look)
    back(ax, 3.2, 7.45, 5.95, "C0", text["batch"])
    back(ax, 2.0, 7.15, 6.75, "C1", text["epoch"])
    ax.text(5.6, 0.7, text["once"], va="center", color="C2", fontsize=11)
    ax.set(xlim=(0.2, 7.5), ylim=(0.2, 7.85))
    ax.axis("off")
    return fig
