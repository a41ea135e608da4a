# kind: numeric
"""A gradient check, and which faults it finds."""

import numpy as np

from chainrule.scratch.models.deep import mlp_forward


# --8<-- [start:complex-step]
def complex_step(E, params, step=1e-20):
    """dE/dp for each p, without a difference: E must take complex numbers."""
    grads = []
    for k, p in enumerate(params):
        grads.append(np.zeros_like(p))
        for at in np.ndindex(p.shape):
            moved = [q.astype(complex) for q in params]
            moved[k][at] += 1j * step
            grads[-1][at] = E(*moved).imag / step  # (14.19)
    return grads


# --8<-- [end:complex-step]

# --8<-- [start:faults]
rng = np.random.default_rng(0)
X, t, N = rng.normal(size=(6, 4)), rng.normal(size=(6, 3)), 6
W = {1: rng.normal(size=(4, 4)) / 2, 2: rng.normal(size=(3, 4)) / 2}
b = {n: rng.normal(size=len(w)) for n, w in W.items()}
f = {1: np.tanh, 2: np.tanh}


def E(W1, W2):
    _, y = mlp_forward(X, {1: W1, 2: W2}, b, f)
    return ((y[2] - t) ** 2).sum() / 2 / N


def derivative(u):
    return 1 - np.tanh(u) ** 2


def backward(slope=lambda u, y: derivative(u), turn=False, by=N):
    u, y = mlp_forward(X, W, b, f)
    last = (y[2] - t) / by * slope(u[2], y[2])
    first = last @ W[2] * slope(u[1], y[1])
    dW1 = (first.T @ X).T if turn else first.T @ X
    return np.concatenate([dW1.ravel(), (last.T @ y[1]).ravel()])


true = np.concatenate([g.ravel() for g in complex_step(E, W.values())])
for name, ours in {
    "as derived": backward(),
    "slope taken at y": backward(lambda u, y: derivative(y)),
    "no slope": backward(lambda u, y: 1),
    "dW(1) transposed": backward(turn=True),
    "sum, not mean": backward(by=1),
}.items():
    gap = np.linalg.norm(ours - true)
    gap /= np.linalg.norm(ours) + np.linalg.norm(true)
    print(f"{name}: {gap:.2f}" if gap > 1e-12 else f"{name}: below 1e-12")
# --8<-- [end:faults]
