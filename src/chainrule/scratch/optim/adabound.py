"""One step of AdaBound (Luo, Xiong, Liu and Sun, 2019)."""

# --8<-- [start:adabound]
import numpy as np


def adabound(
    w,
    g,
    m,
    v,
    t,
    lr=1e-3,
    betas=(0.9, 0.999),
    final_lr=0.1,
    gamma=1e-3,
    eps=1e-8,
):
    """Weights w and moments m, v after g, the t-th gradient; all (…).

    Luo et al. (2019), arXiv:1902.09843, with the bias correction of
    their package. m and v start at 0, t counts from 1.
    """
    beta1, beta2 = betas
    m = beta1 * m + (1 - beta1) * g  # (23.1)
    v = beta2 * v + (1 - beta2) * g**2  # (23.2)
    v_hat = v / (1 - beta2**t)  # (23.4)
    lower = final_lr * (1 - 1 / (gamma * t + 1))  # (24.13)
    upper = final_lr * (1 + 1 / (gamma * t))  # (24.14)
    rate = lr / (1 - beta1**t) / (np.sqrt(v_hat) + eps)
    return w - np.clip(rate, lower, upper) * m, m, v  # (24.15), (24.16)


# --8<-- [end:adabound]
