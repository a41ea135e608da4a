"""Cyclical learning rates (Smith, 2017)."""

# --8<-- [start:cyclic]
import numpy as np


def cyclic_lr(
    t,
    base_lr,
    max_lr,
    step_size_up=2000,
    step_size_down=None,
    mode="triangular",
    gamma=1.0,
):
    """A triangle wave from base_lr to max_lr, its height by mode."""
    down = step_size_up if step_size_down is None else step_size_down
    cycle, s = np.divmod(t, step_size_up + down)
    knots = [0, step_size_up, step_size_up + down]
    heights = {"triangular": 1, "triangular2": 2.0**-cycle}
    height = heights.get(mode, np.power(gamma, t))
    return base_lr + (max_lr - base_lr) * height * np.interp(  # (26.15)
        s, knots, [0, 1, 0]
    )


# --8<-- [end:cyclic]
