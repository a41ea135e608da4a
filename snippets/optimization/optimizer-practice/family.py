# kind: figure
"""Who descends from whom among the optimizers of this part."""

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "left": "一个学习率\n给所有参数",
        "right": "每个参数\n各有学习率",
        "momentum": "动量",
    },
    "en": {
        "left": "one rate\nfor all",
        "right": "a rate for\neach parameter",
    },
}
# name: year, across, down
NODES = {
    "SGD": (1951, 0.9, 0),
    "momentum": (1964, 0.3, 1.1),
    "Nesterov": (1983, 1.45, 2.0),
    "Adagrad": (2011, 2.6, 2.8),
    "RMSprop": (2012, 2.6, 3.9),
    "Adam": (2014, 2.0, 5),
    "NAdam": (2016, 1.15, 5.7),
    "SGDW": (2017, -0.4, 7.2),
    "LARS": (2017, 0.15, 7.2),
    "SWATS": (2017, 0.75, 7.2),
    "AdamW": (2017, 2.4, 7.2),
    "AMSGrad": (2018, 3.2, 8),
    "RAdam": (2019, 1.35, 9),
    "AdaBound": (2019, 2.05, 9),
    "AMSBound": (2019, 2.95, 9.9),
}
EDGES = """
SGD>momentum momentum>Nesterov SGD>Adagrad Adagrad>RMSprop RMSprop>Adam
momentum>Adam Adam>NAdam Nesterov>NAdam Adam>AdamW momentum>SGDW
momentum>LARS Adam>SWATS momentum>SWATS Adam>AMSGrad Adam>AdaBound
Adam>RAdam AMSGrad>AMSBound AdaBound>AMSBound"""


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 6.6))
    boxes = {}
    for name, (year, x, y) in NODES.items():
        color = "C2" if name == "Adam" else "C0" if x < 1 else "C1"
        shown = f"{text.get(name, name)}\n{year}"
        box = {"boxstyle": "round,pad=0.25", "fc": "none", "ec": color}
        where = {"ha": "center", "va": "center", "fontsize": 9}
        boxes[name] = ax.text(x, y, shown, bbox=box, **where)
    for edge in EDGES.split():
        source, target = edge.split(">")
        arrow = {"arrowstyle": "->", "color": "0.55", "lw": 1}
        arrow |= {"patchA": boxes[source].get_bbox_patch()}
        arrow |= {"patchB": boxes[target].get_bbox_patch()}
        ax.annotate("", NODES[target][1:], NODES[source][1:], arrowprops=arrow)
    ax.text(0.3, -1, text["left"], ha="center", color="C0")
    ax.text(2.6, -1, text["right"], ha="center", color="C1")
    ax.set(xlim=(-0.75, 3.6), ylim=(10.4, -1.4))
    ax.axis("off")
    return fig
