"""One step of AdamW (Loshchilov and Hutter, 2019)."""

# --8<-- [start:adamw]
import numpy as np


def adamw(
    w, g, m, v, t, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2
):
    """Weights w and moments m, v after g, the t-th gradient; all (…).

    Loshchilov and Hutter (2019), arXiv:1711.05101, Algorithm 2, whose
    schedule multiplier and alpha are one factor here: lr, as in torch.
    m and v start at 0, t counts from 1.
    """
    beta1, beta2 = betas
    m = beta1 * m + (1 - beta1) * g  # (23.1)
    v = beta2 * v + (1 - beta2) * g**2  # (23.2)
    m_hat = m / (1 - beta1**t)  # (23.3)
    v_hat = v / (1 - beta2**t)  # (23.4)
    step = m_hat / (np.sqrt(v_hat) + eps) + weight_decay * w
    return w - lr * step, m, v  # (25.7)


# --8<-- [end:adamw]
