"""One step of AMSGrad (Reddi, Kale and Kumar, 2018), in the form of torch."""

# --8<-- [start:amsgrad]
import numpy as np


def amsgrad(w, g, m, v, v_max, t, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
    """Weights w, moments m, v and largest v after g, the t-th gradient; (…).

    Reddi et al. (2018), arXiv:1904.09237, Algorithm 2, with the bias
    correction of torch: of the largest v, not of each v before.
    m, v and v_max start at 0, t counts from 1.
    """
    beta1, beta2 = betas
    m = beta1 * m + (1 - beta1) * g  # (23.1)
    v = beta2 * v + (1 - beta2) * g**2  # (23.2)
    v_max = np.maximum(v_max, v)  # (24.10)
    m_hat = m / (1 - beta1**t)  # (23.3)
    v_hat = v_max / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v, v_max  # (24.11)


# --8<-- [end:amsgrad]
