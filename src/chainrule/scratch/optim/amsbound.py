"""One step of AMSBound (Luo, Xiong, Liu and Sun, 2019)."""

# --8<-- [start:amsbound]
import numpy as np


def amsbound(
    w,
    g,
    m,
    v,
    v_max,
    t,
    lr=1e-3,
    betas=(0.9, 0.999),
    final_lr=0.1,
    gamma=1e-3,
    eps=1e-8,
):
    """Weights w, moments m, v and largest v after g, the t-th gradient; (…).

    Luo et al. (2019), arXiv:1902.09843, with the bias correction of
    their package. m, v and v_max start at 0, t counts from 1.
    """
    beta1, beta2 = betas
    m = beta1 * m + (1 - beta1) * g  # (23.1)
    v = beta2 * v + (1 - beta2) * g**2  # (23.2)
    v_max = np.maximum(v_max, v)  # (24.10)
    v_hat = v_max / (1 - beta2**t)
    lower = final_lr * (1 - 1 / (gamma * t + 1))  # (24.13)
    upper = final_lr * (1 + 1 / (gamma * t))  # (24.14)
    rate = lr / (1 - beta1**t) / (np.sqrt(v_hat) + eps)
    return w - np.clip(rate, lower, upper) * m, m, v, v_max  # (24.17), (24.16)


# --8<-- [end:amsbound]
