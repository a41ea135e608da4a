# kind: figure
"""The graph of a small computation, drawn from the tensors themselves."""

import matplotlib.pyplot as plt
from matplotlib.patches import Circle

from chainrule.scratch.autograd import Tensor, topological

TEXT = {
    "zh": {
        "forward": "上：前向得到的值",
        "backward": "下：$z$ 对它的导数",
        "edge": "边上：沿这条边送回的份额",
    },
    "en": {
        "forward": "above: the value, going forward",
        "backward": "below: the derivative of $z$ by it",
        "edge": "on an edge: the share that is sent back along it",
    },
}
PLACES = {
    "s": (0, 0.0),
    "r": (0, 2.2),
    "p": (2.4, 2.2),
    "q": (2.4, 0.0),
    "z": (4.8, 1.1),
}
MADE = {"p": "$p = s\\,r$", "q": "$q = s - 1$", "z": "$z = p\\,q$"}


def computed():
    s, r = Tensor(3.0, True), Tensor(2.0, True)
    p, q = s * r, s - 1
    z = p * q
    z.backward(retain_graph=True)
    return {"s": s, "r": r, "p": p, "q": q, "z": z}


def edge(ax, start, end, share, place):
    (x, y), (x2, y2) = start, end
    for offset, color, ends in (
        (0.07, "C0", ((x, y), (x2, y2))),
        (-0.07, "C1", ((x2, y2), (x, y))),
    ):
        (a, b), (c, d) = ends
        length = ((c - a) ** 2 + (d - b) ** 2) ** 0.5
        u, v = (c - a) / length, (d - b) / length
        up = (-abs(v) if v * u > 0 else abs(v)), abs(u)
        shift = [offset * k for k in up]
        tail = a + 0.42 * u + shift[0], b + 0.42 * v + shift[1]
        head = c - 0.42 * u + shift[0], d - 0.42 * v + shift[1]
        style = {"arrowstyle": "->", "color": color, "lw": 1.5}
        style |= {"shrinkA": 0, "shrinkB": 0}
        style["ls"] = "-" if color == "C0" else (0, (4, 2))
        ax.annotate("", head, tail, arrowprops=style)
    ax.text(
        x + place * (x2 - x),
        y + place * (y2 - y) - 0.17,
        share,
        color="C1",
        ha="center",
        va="top",
        fontsize=11,
        bbox={"fc": plt.rcParams["axes.facecolor"], "ec": "none", "pad": 1},
    )


def draw(lang):
    text, tensors = TEXT[lang], computed()
    names = {x: name for name, x in tensors.items()}
    fig, ax = plt.subplots(figsize=(5.6, 4.9))
    for y in topological(tensors["z"]):
        at, name = PLACES[names[y]], names[y]
        ax.add_patch(Circle(at, 0.37, fc="none", ec="0.5", lw=1.5))
        ax.text(*at, f"${name}$", ha="center", va="center", fontsize=14)
        if y.op:
            ax.text(at[0], at[1] + 0.85, MADE[name], ha="center")
        value, grad = f"${y.item():g}$", f"${y.grad.item():g}$"
        ax.text(
            at[0], at[1] + 0.43, value, color="C0", ha="center", fontsize=13
        )
        ax.text(
            at[0],
            at[1] - 0.45,
            grad,
            color="C1",
            ha="center",
            va="top",
            fontsize=13,
        )
        for x, derivative in y.edges:
            local = derivative(1.0)
            share = rf"${y.grad.item():g} \times {local:g}$"
            place = 0.4 if (names[x], name) == ("s", "p") else 0.5
            edge(ax, PLACES[names[x]], at, share, place)
    for n, (key, color) in enumerate(
        (("forward", "C0"), ("backward", "C1"), ("edge", "C1"))
    ):
        ax.text(-0.5, 4.3 - 0.33 * n, text[key], color=color, fontsize=11.5)
    ax.set(xlim=(-0.6, 5.4), ylim=(-0.9, 4.6))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
