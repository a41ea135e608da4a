# kind: figure
"""The first bytes of the file of training images."""

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "zeros": "总是 0",
        "type": "类型：无符号字节",
        "axes": "维数",
        "images": "60,000 张",
        "rows": "28 行",
        "columns": "28 列",
        "pixels": "像素，每个一字节",
    },
    "en": {
        "zeros": "always 0",
        "type": "type: unsigned byte",
        "axes": "axes",
        "images": "60,000 images",
        "rows": "28 rows",
        "columns": "28 columns",
        "pixels": "pixels, a byte each",
    },
}
FIELDS = [  # row, first place, bytes, name, where the name stands
    (0, 0, "00 00", "zeros", 0),
    (0, 2, "08", "type", 1),
    (0, 3, "03", "axes", 0),
    (1, 0, "00 00 ea 60", "images", 0),
    (2, 0, "00 00 00 1c", "rows", 0),
    (3, 0, "00 00 00 1c", "columns", 0),
    (4, 0, "00 00 00 …", "pixels", 0),
]


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 3.9))
    for k, (row, first, numbers, name, _) in enumerate(FIELDS):
        numbers = numbers.split()
        color = f"C{k % 5}"
        for place, number in enumerate(numbers, first):
            box = plt.Rectangle((place, -row), 0.92, -0.7, fill=False)
            box.set(edgecolor=color, linewidth=1.8)
            ax.add_patch(box)
            ax.text(place + 0.46, -row - 0.37, number, ha="center", va="center")
        if row:
            ax.text(4.25, -row - 0.35, text[name], va="center", color=color)
    for place, name, k, up in ((1, "zeros", 0, 1), (2.46, "type", 1, 2)):
        ax.text(place, up * 0.32 - 0.15, text[name], ha="center", color=f"C{k}")
    ax.plot([2.46, 2.46], [0.06, 0.42], color="C1", lw=1, ls="-")
    ax.text(3.46, 0.17, text["axes"], ha="center", color="C2")
    for row, offset in enumerate((0, 4, 8, 12, 16)):
        ax.text(-0.2, -row - 0.35, offset, ha="right", va="center", fontsize=9)
    ax.set(xlim=(-0.8, 7.4), ylim=(-4.9, 1.0))
    ax.axis("off")
    return fig
