"""The exponential moving average."""

# --8<-- [start:ema]
import numpy as np


def ema(values, beta=0.9, *, bias_correction=True):
    """Averages m (T, ...) over the first axis of values (T, ...).

    m_t = β m_{t-1} + (1 - β) x_t with m_0 = 0, divided by 1 - β^t: as
    Adam's first moment (Kingma & Ba, 2015, arXiv:1412.6980, Algorithm
    1). Undivided, the curve begins near zero. The weight of a
    value falls by β a step, about 1 / (1 - β) steps count. Raises
    ValueError unless 0 <= beta < 1, and for a single number.
    """
    values = np.asarray(values, dtype=float)
    if values.ndim == 0:
        raise ValueError(f"ema: values must be (T, ...), got {values}")
    if not 0 <= beta < 1:
        raise ValueError(f"ema: beta must be in [0, 1), got {beta}")
    averages, m = np.empty_like(values), np.zeros(values.shape[1:])
    for t, x in enumerate(values, 1):
        m = beta * m + (1 - beta) * x
        averages[t - 1] = m / (1 - beta**t) if bias_correction else m
    return averages


# --8<-- [end:ema]
