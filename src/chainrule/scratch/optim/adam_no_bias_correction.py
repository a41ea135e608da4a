"""One step of Adam without its bias correction."""

# --8<-- [start:adam-no-bias-correction]
import numpy as np


def adam_no_bias_correction(w, g, m, v, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
    """Weights w and moments m, v after the gradient g; all (…).

    Kingma and Ba (2015), arXiv:1412.6980, Algorithm 1 without its
    m_hat and v_hat. m and v start at 0.
    """
    beta1, beta2 = betas
    m = beta1 * m + (1 - beta1) * g  # (23.1)
    v = beta2 * v + (1 - beta2) * g**2  # (23.2)
    return w - lr * m / (np.sqrt(v) + eps), m, v  # (23.6)


# --8<-- [end:adam-no-bias-correction]
