"""Lower the rate when the held-out loss no longer improves."""

# --8<-- [start:reduce-on-plateau]
import numpy as np


def reduce_lr_on_plateau(
    losses, lr, factor=0.1, patience=10, threshold=1e-4, min_lr=0.0
):
    """Rate after each of the losses (N,).

    Each time that more than patience losses in a row were no new best, by
    threshold times the size of the best, the rate is multiplied by factor,
    down to min_lr.
    """
    best, bad, rates = np.inf, 0, []
    for loss in losses:
        better = loss < best * (1 - threshold * np.sign(best))  # (26.9)
        best, bad = (loss, 0) if better else (best, bad + 1)
        if bad > patience:
            lr, bad = max(lr * factor, min(lr, min_lr)), 0
        rates.append(lr)
    return np.array(rates)


# --8<-- [end:reduce-on-plateau]
