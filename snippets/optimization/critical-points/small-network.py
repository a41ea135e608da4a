# kind: exact
"""Gradient, Hessian and H v of a network with ten parameters."""

import numpy as np
import torch

from chainrule.analysis import gradient, hessian, hessian_vector_product
from chainrule.scratch.analysis import central_hessian

# --8<-- [start:network]
torch.manual_seed(0)
x = torch.linspace(-1, 1, 8, dtype=torch.float64)
t = torch.sin(4 * x)
theta = torch.randn(10, dtype=torch.float64, requires_grad=True)


def loss(theta):  # one input, three tanh, one output
    w, b, v = theta[:9].reshape(3, 3)
    return ((torch.tanh(x[:, None] * w + b) @ v + theta[9] - t) ** 2).mean()


g, H = gradient(loss(theta), theta), hessian(loss(theta), theta)
print("gradient", tuple(g.shape), " Hessian", tuple(H.shape))
print("symmetric:", torch.allclose(H, H.T, rtol=0, atol=1e-12))

v = torch.randn(10, dtype=torch.float64)
Hv = hessian_vector_product(loss(theta), theta, v)
print("H v without H is right:", torch.allclose(Hv, H @ v))

by_differences = central_hessian(
    lambda p: loss(torch.tensor(p)).item(), theta.detach().numpy()
)
gap = np.abs(by_differences - H.numpy()).max() / H.abs().max().item()
print(f"differences come within {gap:.0e} of the largest entry")
# --8<-- [end:network]
