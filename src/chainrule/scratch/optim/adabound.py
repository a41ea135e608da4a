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
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    v_hat = v / (1 - beta2**t)
    lower = final_lr * (1 - 1 / (gamma * t + 1))
    upper = final_lr * (1 + 1 / (gamma * t))
    rate = lr / (1 - beta1**t) / (np.sqrt(v_hat) + eps)
    return w - np.clip(rate, lower, upper) * m, m, v


# --8<-- [end:adabound]
