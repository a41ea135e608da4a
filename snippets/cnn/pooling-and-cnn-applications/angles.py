# kind: figure
"""Test accuracy over the angle of the digits, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "max": "只见过正的",
        "max turned": "也见过转过的",
        "max turned first": "并在前面加空间变换",
        "angle": "测试图像转过的角度（度）",
        "accuracy": "测试准确率",
    },
    "en": {
        "max": "saw upright ones",
        "max turned": "saw turned ones, too",
        "max turned first": "and a spatial transformer",
        "angle": "angle of the test pictures (degrees)",
        "accuracy": "test accuracy",
    },
}
NUMBERS = Path(__file__).with_name("digits.out")
TESTS = {"plain": 0, "turned 30": 30, "turned 60": 60, "turned 90": 90}


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    cells = {(row["network"], row["test"]): row for row in rows}
    fig, ax = plt.subplots(figsize=(5.0, 3.8))
    networks = "max", "max turned", "max turned first"
    for n, (network, style) in enumerate(
        zip(networks, ("o-", "s--", "^:"), strict=True)
    ):
        own = [cells[network, test] for test in TESTS]
        median, low, high = (
            [float(row[key]) for row in own]
            for key in ("accuracy", "low", "high")
        )
        places = [angle + 1.2 * (n - 1) for angle in TESTS.values()]
        ax.vlines(places, low, high, color=f"C{n}", lw=2)
        ax.plot(places, median, style, color=f"C{n}", label=text[network])
    ax.axvspan(0, 45, alpha=0.12, color="C1", lw=0)
    ax.axhline(0.1, ls=":", lw=1, color="0.5")
    ax.set(xlabel=text["angle"], ylabel=text["accuracy"], ylim=(0, 1.42))
    ax.set_xticks([*TESTS.values()])
    ax.set_yticks([0, 0.2, 0.4, 0.6, 0.8, 1.0])
    ax.legend(loc="upper right", fontsize=11)
    return fig
