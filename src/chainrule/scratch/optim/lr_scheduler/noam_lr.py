"""The schedule of the Transformer (Vaswani et al., 2017)."""

# --8<-- [start:noam]
import numpy as np


def noam_lr(t, lr, d_model, warmup_steps=4000):
    """Equation 3 of the paper, whose step_num is t + 1, times lr."""
    step_num = np.add(t, 1.0)
    rise, fall = step_num * warmup_steps**-1.5, step_num**-0.5
    return lr * d_model**-0.5 * np.minimum(fall, rise)  # (26.13)


# --8<-- [end:noam]
