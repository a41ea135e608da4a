# kind: numeric
"""How often the model of 0.90 scores as high as that of 0.92, or higher."""

# --8<-- [start:compare]
import numpy as np


def difference_error(q, delta, N):
    """Standard error of the difference of two accuracies, one test set.

    q is the share of samples on which exactly one model is right.
    """
    if not (abs(delta) <= q <= 1 and N >= 1):
        raise ValueError(f"|delta| <= q <= 1 <= N, got {delta}, {q}, {N}")
    return np.sqrt((q - delta**2) / N)  # (29.2)


def upside_down(q, delta, N):
    """Probability that the worse model does not look worse."""
    one = [(q - delta) / 2, 1 - q, (q + delta) / 2]  # of -1, 0 and 1
    law = np.ones(1)
    for _ in range(N):  # the law of a sum of N such numbers
        law = np.convolve(law, one)
    return law[: N + 1].sum()  # all sums up to 0


for q in (0.164, 0.06, 0.03):
    for N in (100, 1000, 5000):
        error, p = difference_error(q, 0.02, N), upside_down(q, 0.02, N)
        print(f"q = {q:5}, N = {N:4}: {error:.4f}, {p:6.2%}")
# --8<-- [end:compare]
