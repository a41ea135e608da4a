# kind: study, tested with NETWORKS=8
"""Where training stops and where the gradient is zero: minimum ratios.

Twenty small networks. Prints CSV: how points were found, how many of the ten
eigenvalues of the full Hessian are positive, zero and negative, how often that
was so, and of these points the median and range of the loss and the range of
the gradient's length.
"""

# --8<-- [start:network]
import torch

NETWORKS, SAMPLES, WIDTH, DECAY = 20, 24, 3, 1e-3
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)  # matrices of ten by ten: threads only wait
generator = torch.Generator().manual_seed(0)
x = torch.linspace(-1, 1, SAMPLES)
noise = 0.3 * torch.randn(SAMPLES, generator=generator)
t = torch.sin(4 * x) + noise


def loss(theta):
    """theta (10,): one hidden layer of three tanh, with weight decay."""
    w, b, v = theta[:-1].reshape(3, WIDTH)
    y = torch.tanh(x[:, None] * w + b) @ v + theta[-1]
    return ((y - t) ** 2).mean() + DECAY * theta @ theta


# One network a row; torch.func turns the loss of one into that of all.
losses = torch.func.vmap(loss)
gradients = torch.func.vmap(torch.func.grad(loss))
hessians = torch.func.vmap(torch.func.jacrev(torch.func.grad(loss)))
# --8<-- [end:network]


# --8<-- [start:search]
def descend(theta, steps, lr=0.1):
    for _ in range(steps):
        theta = theta - lr * gradients(theta)
    return theta


def search(theta, value, step, steps=200):
    """Take the steps that lower the value; damp the others harder."""
    damping, best = torch.full((len(theta), 1), 0.1), value(theta)
    for _ in range(steps):
        new = theta + step(gradients(theta), hessians(theta), damping)
        reached = value(new)
        better = (reached < best)[:, None]
        theta = torch.where(better, new, theta)
        best = torch.minimum(reached, best)
        damping = torch.where(better, damping / 3, damping * 4)
        damping = damping.clamp(1e-12, 1e6)
    return theta


def to_minimum(g, H, damping):
    """Newton's step with |λ|, so that it goes downhill everywhere."""
    values, U = torch.linalg.eigh(H)
    along = (U.mT @ g[..., None]).squeeze(-1) / (values.abs() + damping)
    return -(U @ along[..., None]).squeeze(-1)


def to_zero_gradient(g, H, damping):
    """A step that shortens g, uphill or downhill (Gauss-Newton)."""
    A = H @ H + damping[..., None] * torch.eye(H.shape[-1])
    return -torch.linalg.solve(A, (H @ g[..., None])).squeeze(-1)


def length(theta):
    return gradients(theta).norm(dim=1)


start = torch.randn(NETWORKS, 3 * WIDTH + 1, generator=generator)
early = descend(start, 30)
late = descend(early, 970)
points = {
    "descent": late,
    "minimum": search(late, losses, to_minimum),
    "flat": torch.cat(
        [search(w, length, to_zero_gradient) for w in (start, early)]
    ),
}
# --8<-- [end:search]

import numpy as np

from chainrule.analysis import gradient, hessian, inertia


def kind(name, g, H):
    """For a search that shortened the gradient: how it ended."""
    if name != "flat":
        return name
    if g.norm() < 1e-8:
        return "zero"
    return "gradient-flat" if (H @ g).norm() < 0.01 * g.norm() else "crawling"


def main():
    rows = {}
    for name, found in points.items():
        for theta in found:
            theta.requires_grad_()
            value = loss(theta)
            g, H = gradient(value, theta), hessian(value, theta)
            key = kind(name, g, H), *inertia(H, tol=1e-6)
            length = g.norm().item()
            # Below 1e-8 it is zero, and its digits are rounding.
            length = length if length > 1e-8 else 0
            rows.setdefault(key, []).append((value.item(), length))
    print("found,positive,zero,negative,times", end=",")
    print("loss,loss_low,loss_high,gradient_low,gradient_high")
    for key, pairs in sorted(rows.items()):
        value, length = np.transpose(pairs)
        spread = (np.median(value), value.min(), value.max())
        shown = [f"{x:.3f}" for x in spread]
        shown += [f"{f(length):.0e}" for f in (np.min, np.max)]
        print(*key, len(pairs), *shown, sep=",")


main()
