# kind: exact
"""On an axis of semitones a higher voice is the same pattern, moved."""

# --8<-- [start:pitch]
import numpy as np

from chainrule.scratch.nn import Conv2d

HARMONICS = np.round(12 * np.log2([1, 2, 3, 4])).astype(int)  # semitones


def spectrum(*bins):
    x = np.zeros((1, 1, 48, 1))  # four octaves, one moment
    x[0, 0, list(bins), 0] = 1
    return x


layer = Conv2d(1, 1, (25, 1), bias=False)
layer.weight[...] = spectrum(*HARMONICS)[:, :, :25]
for name, x in {
    "voice at 3": spectrum(*HARMONICS + 3),
    "voice at 10": spectrum(*HARMONICS + 10),
    "four tones": spectrum(5, 9, 24, 38),
}.items():
    y = layer.forward(x)[0, 0, :, 0]
    print(f"{name:12} largest answer {y.max():.0f}, at {y.argmax()}")
# --8<-- [end:pitch]
