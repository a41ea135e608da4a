# kind: figure
"""What augmentations gain on digits, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "none": "无",
        "crop": "轻微裁剪",
        "rotation": "旋转 15° 以内",
        "jitter": "亮度与对比度",
        "shift": "平移 1 像素",
        "mixup": "mixup",
        "flip": "左右翻转",
        "erasing": "随机擦除",
        "half-turn": "任意旋转",
        "accuracy": "原样的测试图像",
        "moved": "平移过的测试图像",
        "axis": "准确率",
    },
    "en": {
        "none": "none",
        "crop": "slight crops",
        "rotation": "up to 15°",
        "jitter": "light",
        "shift": "shifts by 1",
        "mixup": "mixup",
        "flip": "mirrored",
        "erasing": "erasing",
        "half-turn": "any turn",
        "accuracy": "test images as they are",
        "moved": "test images shifted",
        "axis": "accuracy",
    },
}
NUMBERS = Path(__file__).with_name("gains.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 6.6), sharex=True)
    for ax, name in zip(axes, ("accuracy", "moved"), strict=True):
        for size, color, marker, off in (
            ("100", "C0", "o", -0.15),
            ("800", "C1", "s", 0.15),
        ):
            own = [r for r in rows if r["size"] == size]
            for y, r in enumerate(own):
                low, mid, high = (
                    float(r[name + e]) for e in ("_low", "", "_high")
                )
                ax.plot([low, high], [y + off] * 2, color=color, ls="-", lw=2)
                ax.plot(mid, y + off, marker, color=color, ms=5.5, ls="")
            ax.plot([], [], marker, color=color, label=f"$N = {size}$", ls="")
        ax.set_yticks(range(len(own)), [text[r["augmentation"]] for r in own])
        ax.invert_yaxis()
        ax.set_title(text[name])
        ax.grid(axis="x")
        ax.set_axisbelow(True)
    axes[1].legend(loc="lower right")
    axes[1].set_xlabel(text["axis"])
    return fig
