"""One step of NAdam (Dozat, 2016), with a constant momentum."""

# --8<-- [start:nadam-constant]
import numpy as np


def nadam_constant(w, g, m, v, t, lr=2e-3, betas=(0.9, 0.999), eps=1e-8):
    """Weights w and moments m, v after g, the t-th gradient; all (…).

    Dozat (2016), with beta1 at every step. m and v start at 0, t at 1.
    """
    beta1, beta2 = betas
    m = beta1 * m + (1 - beta1) * g  # (23.1)
    v = beta2 * v + (1 - beta2) * g**2  # (23.2)
    v_hat = v / (1 - beta2**t)  # (23.4)
    momentum = beta1 * m / (1 - beta1 ** (t + 1))
    gradient = (1 - beta1) * g / (1 - beta1**t)
    ahead = momentum + gradient
    return w - lr * ahead / (np.sqrt(v_hat) + eps), m, v  # (25.2)


# --8<-- [end:nadam-constant]
