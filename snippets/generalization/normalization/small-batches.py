# kind: study
"""How far the statistics of a batch are from those of all data.

Prints CSV: batch size; the deviation of the batches' means, over that of the
data, and the same times the root of the size; the deviation of the batches'
deviations, over that of the data, and that times the root of twice the size.
"""

# --8<-- [start:study]
import numpy as np

BATCHES, MEAN, DEVIATION = 4000, 3.0, 2.0
rng = np.random.default_rng(0)

print("size,mean,mean_root,deviation,deviation_root")
for size in (2, 4, 8, 16, 32, 64, 128, 256):
    x = rng.normal(MEAN, DEVIATION, size=(BATCHES, size))
    means = x.mean(axis=1).std() / DEVIATION
    deviations = x.std(axis=1).std() / DEVIATION
    shown = means, means * size**0.5, deviations
    shown = [f"{v:.3f}" for v in (*shown, deviations * (2 * size) ** 0.5)]
    print(size, *shown, sep=",")
# --8<-- [end:study]
