"""One step of Adam (Kingma and Ba, 2015)."""

# --8<-- [start:adam]
import numpy as np


def adam(w, g, m, v, t, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
    """Weights w and moments m, v after g, the t-th gradient; all (…).

    Kingma and Ba (2015), arXiv:1412.6980, Algorithm 1, line by line.
    m and v start at 0, t counts from 1.
    """
    beta1, beta2 = betas
    m = beta1 * m + (1 - beta1) * g  # (23.1)
    v = beta2 * v + (1 - beta2) * g**2  # (23.2)
    m_hat = m / (1 - beta1**t)  # (23.3)
    v_hat = v / (1 - beta2**t)  # (23.4)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v  # (23.5)


# --8<-- [end:adam]
