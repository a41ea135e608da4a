# kind: exact
"""One loop with three choices walks the way of five optimizers of torch."""

# --8<-- [start:formula]
import torch


def descend(loss, theta, direction, scale, rate, steps=100):
    """θ = θ - η/σ m, with m, σ and η made from all gradients so far."""
    gradients = []
    for t in range(1, steps + 1):
        theta = theta.detach().requires_grad_()
        gradients.append(torch.autograd.grad(loss(theta), theta)[0])
        g = torch.stack(gradients)  # (t, n), oldest first
        theta = theta - rate(t) / scale(g) * direction(g)
    return theta.detach()


def average(x, beta):
    """Weighted mean with weights β^(t-i), the weights made to add to 1."""
    powers = beta ** torch.arange(len(x) - 1, -1, -1, dtype=x.dtype)
    return (powers[:, None] * x).sum(0) / powers.sum()


def heap(x, mu):
    powers = mu ** torch.arange(len(x) - 1, -1, -1, dtype=x.dtype)
    return (powers[:, None] * x).sum(0)


# --8<-- [end:formula]


# --8<-- [start:choices]
CHOICES = {  # name: direction m, scale σ
    "SGD": (lambda g: g[-1], lambda g: 1.0),
    "momentum": (lambda g: heap(g, 0.9), lambda g: 1.0),
    "Adagrad": (lambda g: g[-1], lambda g: (g**2).sum(0) ** 0.5 + 1e-10),
    "RMSprop": (
        lambda g: g[-1],
        lambda g: (0.01 * heap(g**2, 0.99)) ** 0.5 + 1e-8,
    ),
    "Adam": (
        lambda g: average(g, 0.9),
        lambda g: average(g**2, 0.999) ** 0.5 + 1e-8,
    ),
}
TORCH = {
    "SGD": torch.optim.SGD,
    "momentum": lambda w, lr: torch.optim.SGD(w, lr, momentum=0.9),
    "Adagrad": torch.optim.Adagrad,
    "RMSprop": torch.optim.RMSprop,
    "Adam": torch.optim.Adam,
}


def loss(w):
    return (w**4 - 2 * w**2 + w).sum()


def rate(t):
    """A schedule: ten steps of warm-up, then 1/t."""
    return 0.02 * min(t / 10, 10 / t)


start = torch.linspace(-1.5, 1.5, 6, dtype=torch.float64)
for name, (direction, scale) in CHOICES.items():
    ours = descend(loss, start, direction, scale, rate)
    w = start.clone().requires_grad_()
    optimizer = TORCH[name]([w], lr=1.0)
    for t in range(1, 101):
        optimizer.param_groups[0]["lr"] = rate(t)
        optimizer.zero_grad()
        loss(w).backward()
        optimizer.step()
    moved = (w - start).abs().max().item()
    gap = (ours - w).abs().max().item()
    print(f"{name:<9} moved {moved:.2f}, the same way: {gap < 1e-13}")
# --8<-- [end:choices]
