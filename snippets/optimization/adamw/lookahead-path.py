# kind: figure
"""Fast and slow weights of Lookahead in a narrow valley."""

import matplotlib.pyplot as plt
import numpy as np
import torch

from chainrule.optim import SGD, Lookahead

TEXT = {
    "zh": {
        "fast": "快权重 $\\theta$",
        "slow": "慢权重 $\\phi$",
        "alone": "单独的 SGD",
    },
    "en": {
        "fast": "fast weights $\\theta$",
        "slow": "slow weights $\\phi$",
        "alone": "SGD alone",
    },
}


def gradient(w):
    return torch.tensor([0.1, 2.0]) * w


def paths(steps=25, lr=0.94):
    """Fast weights by step, and slow weights by round; SGD's path alone."""
    w = torch.tensor([-4.0, 1.0], requires_grad=True)
    plain = w.detach().clone().requires_grad_()
    optimizer = Lookahead(SGD([w], lr=lr), k=5, alpha=0.5)
    alone = SGD([plain], lr=lr)
    fast, slow, other = [], [w.detach().clone()], [w.detach().clone()]
    rounds = [[w.detach().clone()]]
    for step in range(1, steps + 1):
        w.grad = gradient(w.detach())
        plain.grad = gradient(plain.detach())
        before = w.detach() - lr * w.grad  # where the inner step leads
        optimizer.step()
        alone.step()
        rounds[-1].append(before)
        other.append(plain.detach().clone())
        if step % 5 == 0:
            fast.append(torch.stack(rounds.pop()).numpy())
            slow.append(w.detach().clone())
            rounds.append([w.detach().clone()])
    return fast, torch.stack(slow).numpy(), torch.stack(other).numpy()


def draw(lang):
    text = TEXT[lang]
    x, y = np.meshgrid(np.linspace(-4.6, 1, 80), np.linspace(-1.2, 1.2, 60))
    fig, ax = plt.subplots()
    levels = [0.02, 0.1, 0.3, 0.6, 1, 1.5]
    ax.contour(x, y, 0.05 * x**2 + y**2, levels, colors="0.6", linewidths=0.7)
    fast, slow, alone = paths()
    ax.plot(*alone.T, ":", color="C1", lw=1, label=text["alone"])
    for i, way in enumerate(fast):
        label = text["fast"] if i == 0 else None
        ax.plot(*way.T, ".-", color="C0", lw=0.9, ms=4, label=label)
    ax.plot(*slow.T, "s--", color="C4", ms=6, label=text["slow"])
    ax.plot(0, 0, "*", ms=11, color="C4")
    ax.set(xlabel="$\\theta_1$", ylabel="$\\theta_2$", ylim=(-1.2, 1.2))
    ax.legend(loc="lower right")
    return fig
