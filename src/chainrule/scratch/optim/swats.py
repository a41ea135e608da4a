"""One step of SWATS (Keskar and Socher, 2017)."""

# --8<-- [start:swats]
import numpy as np


def swats(
    w,
    g,
    m,
    v,
    average,
    ratio,
    t,
    lr=1e-3,
    betas=(0.9, 0.999),
    eps=1e-9,
):
    """Weights w, moments m, v (…) and two numbers after the t-th gradient g.

    Keskar and Socher (2017), arXiv:1712.07628, Algorithm 1, with Adam's
    place of eps. average is the paper's lambda; ratio is its Lambda over
    lr, so that lr may change later, and 0 as long as the phase is Adam.
    All but w start at 0, t counts from 1.
    """
    beta1, beta2 = betas
    if ratio != 0:
        m = beta1 * m + g  # (24.6)
        rate = (1 - beta1) * (ratio * lr)
        return w - rate * m, m, v, average, ratio  # (24.7)
    m = beta1 * m + (1 - beta1) * g  # (23.1)
    v = beta2 * v + (1 - beta2) * g**2  # (23.2)
    m_hat = m / (1 - beta1**t)  # (23.3)
    v_hat = v / (1 - beta2**t)  # (23.4)
    p = -lr * m_hat / (np.sqrt(v_hat) + eps)  # (24.1)
    w = w + p
    if np.sum(p * g) != 0:
        gamma = np.sum(p * p) / -np.sum(p * g)  # (24.2)
        average = beta2 * average + (1 - beta2) * gamma  # (24.3)
        if t > 1 and abs(average / (1 - beta2**t) - gamma) < eps:  # (24.4)
            ratio = average / (1 - beta2**t) / lr  # (24.5)
            m = np.zeros_like(m)
    return w, m, v, average, ratio


# --8<-- [end:swats]
