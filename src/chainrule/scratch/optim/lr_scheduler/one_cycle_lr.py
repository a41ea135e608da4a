"""The 1cycle policy (Smith and Topin, 2017)."""

# --8<-- [start:one-cycle]
import numpy as np


def one_cycle_lr(
    t,
    max_lr,
    total_steps,
    pct_start=0.3,
    anneal_strategy="cos",
    div_factor=25.0,
    final_div_factor=1e4,
    three_phase=False,
):
    """Up to max_lr, down again and far down, for t < total_steps."""
    low = max_lr / div_factor
    peak, end = pct_start * total_steps - 1, total_steps - 1
    steps = [0, peak, end]
    rates = [low, max_lr, low / final_div_factor]
    if three_phase:
        steps, rates = [0, peak, 2 * peak, end], [low, max_lr, low, rates[-1]]
    piece = np.interp(t, steps, range(len(steps)))
    if anneal_strategy == "cos":  # bend the way within each piece
        piece = np.floor(piece) + np.sin(np.pi / 2 * (piece % 1)) ** 2
    return np.interp(piece, range(len(steps)), rates)  # (26.17)


# --8<-- [end:one-cycle]
