# kind: exact
"""Padding, a mask, and a mean."""

# --8<-- [start:padded]
import numpy as np

from chainrule.data.sequences import pad_sequences

three = np.array([[1.0, 0], [0, 1], [2, 2]])
two = np.array([[4.0, 0], [0, 2]])
x, mask = pad_sequences([three, two])
print("padded", x.shape, "mask", mask.astype(int).tolist())


def masked_mean(x, mask):
    """Mean (N, d) of the vectors of x (N, T, d) that are there."""
    if not mask.any(axis=1).all():
        raise ValueError("no mean of an empty set")
    weights = mask[:, :, None]
    return (weights * x).sum(axis=1) / weights.sum(axis=1)  # (36.1)


print("masked mean", masked_mean(x, mask).tolist())
print("plain mean ", x.mean(axis=1).round(2).tolist())
shuffled = x[:, [1, 0, 2]]
print("in another order", masked_mean(shuffled, mask).tolist())
# --8<-- [end:padded]
