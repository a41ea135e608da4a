# kind: study, tested with SEEDS=3
"""The minimum ratio along the training of six networks on handwritten digits.

Prints CSV: median, lowest and highest of six seeds, from the full Hessian, and
what twenty steps of Lanczos say of its smallest eigenvalue.
"""

# --8<-- [start:train]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn

SEEDS, STEPS = 6, (0, 10, 100, 1000)
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)  # so little work that threads only wait
digits = load_digits()
pixels = digits.images[:300].reshape(300, 4, 2, 4, 2).mean(axis=(2, 4))
X = torch.tensor(pixels.reshape(300, 16) / 16)  # 8 x 8 pixels, now 4 x 4
labels = torch.tensor(digits.target[:300])


def trained(seed):
    """A network 16-6-10 with its loss, after 0, 10, 100, 1000 steps"""
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(16, 6), nn.Tanh(), nn.Linear(6, 10))
    for step in range(STEPS[-1] + 1):
        loss = nn.functional.cross_entropy(model(X), labels)
        if step in STEPS:
            yield loss, list(model.parameters())
        model.zero_grad()
        loss.backward(retain_graph=step in STEPS)
        with torch.no_grad():
            for p in model.parameters():
                p -= 0.5 * p.grad


# --8<-- [end:train]

from chainrule.analysis import (
    extreme_eigenpairs,
    gradient,
    hessian,
    hessian_vector_product,
    inertia,
)


# --8<-- [start:measure]
def measure(loss, parameters):
    values = torch.linalg.eigvalsh(hessian(loss, parameters))
    least, largest = values[0].item(), values[-1].item()
    positive, zero, _ = inertia(values, tol=1e-10)
    ends, _, _ = extreme_eigenpairs(
        lambda v: hessian_vector_product(loss, parameters, v),
        torch.randn(len(values)),
        steps=20,
    )
    return [
        loss.item(),
        gradient(loss, parameters).norm().item(),
        positive / len(values),
        zero,
        -least / largest,
        ends[0].item() / least,
    ]


# --8<-- [end:measure]


def main():
    names = ("loss", "gradient", "ratio", "zeros", "depth", "lanczos")
    header = ",".join(f"{n},{n}_low,{n}_high" for n in names)
    print(f"step,{header}")
    runs = [[measure(*point) for point in trained(s)] for s in range(SEEDS)]
    for step, of_seeds in zip(STEPS, zip(*runs, strict=True), strict=True):
        middle, low, high = (
            f(np.array(of_seeds), axis=0) for f in (np.median, np.min, np.max)
        )
        numbers = np.stack([middle, low, high], axis=1).ravel()
        print(step, *(f"{x:.3g}" for x in numbers), sep=",")


main()
