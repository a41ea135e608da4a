# kind: exact
"""How many frames a second of sound has, and how many numbers they are."""

# --8<-- [start:frames]
import numpy as np

from chainrule.data.audio import frame_signal, log_mel_spectrogram

rate = 16_000  # samples a second
length, hop = rate * 25 // 1000, rate * 10 // 1000
print(f"{length} samples in a frame, the next {hop} later")
second = np.sin(2 * np.pi * 440 * np.arange(rate) / rate)
for padding in ("valid", "same", "center"):
    frames = frame_signal(second, length, hop, padding)
    print(f"{padding:6} {frames.shape[0]} frames, {frames.size:,} numbers")
mel = log_mel_spectrogram(second, rate, length, hop)
print(f"log-mel {mel.shape}, {mel.size:,} numbers")
# --8<-- [end:frames]
