# kind: exact
"""Frames cut, windowed, and put together again."""

# --8<-- [start:back]
import numpy as np

from chainrule.data.audio import frame_signal, hann_window, overlap_add

signal = np.random.default_rng(0).normal(size=4000)
window = hann_window(400)
for hop in (200, 160):
    frames = window * frame_signal(signal, 400, hop)
    back = overlap_add(frames, hop, window)
    n = len(back)
    same = np.allclose(back[1:], signal[1:n], rtol=1e-9)
    sums = [window[i::hop].sum() for i in range(hop)]
    print(f"hop {hop}: sums {min(sums):.3f} ... {max(sums):.3f},", end=" ")
    print(f"{n} samples back: {same}")
# --8<-- [end:back]
