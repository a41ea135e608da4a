# kind: figure
"""The three steps, and the way back."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": {
        "steps": (
            ("1  函数集合", r"$f_\theta$：哪些函数可选？"),
            ("2  损失", r"$L(\theta)$：一个函数有多差？"),
            ("3  最好的函数", r"$\theta^*$：哪个损失最小？"),
        ),
        "use": "用来预测没见过的输入",
        "back": "看误差，\n改函数集合",
    },
    "en": {
        "steps": (
            ("1  Function set", r"$f_\theta$: which functions are allowed?"),
            ("2  Loss", r"$L(\theta)$: how bad is one of them?"),
            ("3  Best function", r"$\theta^*$: which has the lowest loss?"),
        ),
        "use": "predict from new inputs",
        "back": "look at\nthe errors,\nrevise",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 4.4))
    arrow = {"arrowstyle": "-|>", "lw": 1.8, "color": "0.55"}
    for i, (name, question) in enumerate(text["steps"]):
        top, color = 4.4 - 1.5 * i, f"C{i}"
        look = {"boxstyle": "round,pad=0.1", "fc": "none", "lw": 2}
        ax.add_patch(FancyBboxPatch((0.2, top - 1), 5, 0.9, ec=color, **look))
        ax.text(0.35, top - 0.35, name, color=color, va="center", fontsize=13)
        ax.text(0.35, top - 0.78, question, va="center", fontsize=11)
        ax.annotate("", (2.7, top - 1.52), (2.7, top - 1.1), arrowprops=arrow)
    ax.text(2.7, -0.35, text["use"], ha="center", va="center", fontsize=12)
    back = arrow | {"ls": "--", "color": "C4"}
    back["connectionstyle"] = "arc,angleA=0,angleB=0,armA=32,armB=32,rad=8"
    ax.annotate("", (5.35, 3.85), (5.35, 0.85), arrowprops=back)
    ax.text(6.1, 2.35, text["back"], color="C4", va="center", fontsize=11)
    ax.set(xlim=(0, 7.7), ylim=(-0.6, 4.5))
    ax.axis("off")
    return fig
