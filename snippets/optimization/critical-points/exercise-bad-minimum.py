# kind: exact
"""Exercise: a local minimum of a network that is not its global one."""

from chainrule.analysis import (
    classify_critical_point,
    gradient,
    hessian,
)

# --8<-- [start:solution]
import torch

torch.set_default_dtype(torch.float64)
x = torch.linspace(-1, 1, 24)
noise = torch.randn(24, generator=torch.Generator().manual_seed(0))
t = torch.sin(4 * x) + 0.3 * noise


def error(theta):
    w, b, v = theta[:9].reshape(3, 3)
    y = torch.tanh(x[:, None] * w + b) @ v + theta[9]
    return ((y - t) ** 2).mean() + 1e-3 * theta @ theta


for seed in (0, 9):
    generator = torch.Generator().manual_seed(seed)
    theta, damping = torch.randn(10, generator=generator), 0.1
    for _ in range(300):  # Newton's step with |λ|, if it goes down
        theta.requires_grad_()
        value = error(theta)
        g, H = gradient(value, theta), hessian(value, theta)
        values, U = torch.linalg.eigh(H)
        with torch.no_grad():
            new = theta - U @ ((U.T @ g) / (values.abs() + damping))
            better = error(new) < value
            theta = new if better else theta.detach()
        damping = max(damping / 3, 1e-12) if better else damping * 4
    kind = classify_critical_point(H, gradient=g)
    print(f"start {seed}: loss {value:.3f}, {kind}")
# --8<-- [end:solution]
