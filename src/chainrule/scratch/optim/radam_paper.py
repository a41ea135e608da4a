"""One step of RAdam (Liu et al., 2020), with the threshold of the paper."""

# --8<-- [start:radam-paper]
import numpy as np


def radam_paper(w, g, m, v, t, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
    """Weights w and moments m, v after g, the t-th gradient; all (…).

    Liu et al. (2020), arXiv:1908.03265, Algorithm 2, line by line, with
    eps beside the root of v and rho over 4 for the rectified step.
    m and v start at 0, t counts from 1.
    """
    beta1, beta2 = betas
    rho_inf = 2 / (1 - beta2) - 1  # (24.19)
    v = beta2 * v + (1 - beta2) * g**2  # (23.2)
    m = beta1 * m + (1 - beta1) * g  # (23.1)
    m_hat = m / (1 - beta1**t)  # (23.3)
    rho = rho_inf - 2 * t * beta2**t / (1 - beta2**t)  # (24.20)
    if rho > 4:
        above = (rho - 4) * (rho - 2) * rho_inf
        below = (rho_inf - 4) * (rho_inf - 2) * rho
        r = (above / below) ** 0.5  # (24.21)
        adaptive = (1 - beta2**t) ** 0.5 / (np.sqrt(v) + eps)
        return w - lr * r * m_hat * adaptive, m, v  # (24.22)
    return w - lr * m_hat, m, v  # (24.23)


# --8<-- [end:radam-paper]
