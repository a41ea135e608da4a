# kind: figure
"""Share of starts that learn XOR, with 95% intervals."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "width": "隐藏单元数",
        "scale": "起点的标准差",
        "share": "学会 XOR 的比例",
        "two": "两个单元",
    },
    "en": {
        "width": "hidden units",
        "scale": "deviation of the start",
        "share": "share that learns XOR",
        "two": "two units",
    },
}


def rows():
    path = Path(__file__).with_name("starts.out")
    with path.open(encoding="utf-8") as file:
        lines = [line for line in file if line[0] != "#"]
    for row in csv.DictReader(lines):
        names = "units", "scale", "lr", "share", "low", "high"
        *key, share, low, high = (float(row[name]) for name in names)
        yield tuple(key), share, [[share - low], [high - share]]


def draw(lang):
    text = TEXT[lang]
    table = {key: value for key, *value in rows()}
    fig, (left, right) = plt.subplots(1, 2, figsize=(5.6, 3.4), sharey=True)
    widths = (1, 2, 3, 4, 6, 8)
    for place, units in enumerate(widths):
        share, bars = table[units, 1, 1]
        left.errorbar(place, share, bars, fmt="o", color="C0", capsize=4)
    left.set_xticks(range(len(widths)), widths)
    left.set(xlabel=text["width"], ylabel=text["share"], ylim=(-0.03, 1.03))
    scales = (0.3, 1, 3)
    for k, (lr, style) in enumerate(((0.1, "^:"), (1, "o-"), (10, "s--"))):
        share, bars = zip(*(table[2, s, lr] for s in scales), strict=True)
        bars = [[b[side][0] for b in bars] for side in (0, 1)]
        place = [n + 0.08 * (k - 1) for n in range(3)]
        label = rf"$\eta={lr}$"
        right.errorbar(
            place, share, bars, fmt=style, color=f"C{k}", capsize=3, label=label
        )
    right.set_xticks(range(3), scales)
    right.set(xlabel=text["scale"], title=text["two"])
    right.legend(loc="upper right")
    return fig
