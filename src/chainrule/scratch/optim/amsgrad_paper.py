"""One step of AMSGrad (Reddi, Kale and Kumar, 2018), in the paper's form."""

# --8<-- [start:amsgrad-paper]
import numpy as np


def amsgrad_paper(w, g, m, v, v_max, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
    """Weights w, moments m, v and largest v after the gradient g; all (…).

    Reddi et al. (2018), arXiv:1904.09237, Algorithm 2 with constant
    beta1 and step size, without the projection; eps is not the paper's.
    m, v and v_max start at 0.
    """
    beta1, beta2 = betas
    m = beta1 * m + (1 - beta1) * g  # (23.1)
    v = beta2 * v + (1 - beta2) * g**2  # (23.2)
    v_max = np.maximum(v_max, v)  # (24.10)
    return w - lr * m / (np.sqrt(v_max) + eps), m, v, v_max  # (24.12)


# --8<-- [end:amsgrad-paper]
