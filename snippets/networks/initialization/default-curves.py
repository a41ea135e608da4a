# kind: figure
"""What thirty layers of torch put out, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "layer": "层 $l$",
        "size": "与输入之比",
        "output": "输出",
        "differs": "样本间的差别",
    },
    "en": {
        "layer": "layer $l$",
        "size": "size over that of the input",
        "output": "outputs",
        "differs": "what differs\nbetween samples",
    },
}
NUMBERS = Path(__file__).with_name("default.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    layers = [int(row["layer"]) for row in rows]
    fig, ax = plt.subplots(figsize=(4.8, 3.6))
    for key, color, marker in (("output", "C0", "o"), ("differs", "C1", "s")):
        sizes = [float(row[key]) for row in rows]
        ax.plot(layers, sizes, marker, color=color, ms=4, label=text[key])
    derived = [float(row["derived"]) for row in rows]
    ax.plot(layers, derived, "--", color="C1", lw=1)
    ax.set(yscale="log", xlabel=text["layer"], ylabel=text["size"])
    ax.set(xticks=[1, 10, 20, 30], yticks=[1, 1e-4, 1e-8, 1e-12])
    ax.legend(loc="lower left")
    return fig
