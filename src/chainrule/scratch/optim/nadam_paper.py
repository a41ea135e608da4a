"""One step of NAdam (Dozat, 2016), whose m is averaged with mu itself."""

# --8<-- [start:nadam-paper]
import numpy as np


def nadam_paper(
    w,
    g,
    m,
    v,
    total,
    t,
    lr=2e-3,
    betas=(0.9, 0.999),
    eps=1e-8,
    momentum_decay=4e-3,
):
    """Weights w, moments m, v (…) and total after g, the t-th gradient.

    Dozat (2016), Algorithm 2, with the schedule of mu of torch. total is 1
    minus the product of all mu so far. All but w start at 0, t at 1.
    """
    beta1, beta2 = betas
    mu = beta1 * (1 - 0.5 * 0.96 ** (t * momentum_decay))  # (25.3)
    next_mu = beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * momentum_decay))
    product = (1 - total) * mu
    m = mu * m + (1 - mu) * g  # torch: beta1, not mu
    v = beta2 * v + (1 - beta2) * g**2  # (23.2)
    v_hat = v / (1 - beta2**t)  # (23.4)
    ahead = next_mu * m / (1 - product * next_mu) + (1 - mu) * g / (1 - product)
    return w - lr * ahead / (np.sqrt(v_hat) + eps), m, v, 1 - product  # (25.4)


# --8<-- [end:nadam-paper]
