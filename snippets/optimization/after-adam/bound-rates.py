# kind: study
"""AdaBound on the digits: the rates of all weights between their bounds.

Prints CSV: at some steps the 5 %, 50 % and 95 % quantiles of Adam's rates,
and the share that the bounds clip.
"""

# --8<-- [start:rates]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, STEPS, LR, FINAL, GAMMA = 3, 1000, 1e-3, 0.1, 1e-3
SHOWN = (1, 2, 4, 8, 15, 30, 60, 100, 200, 300, 500, 1000)

torch.set_num_threads(1)  # on matrices this small a second one only waits
digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))[:1000]
X = torch.tensor(digits.data[order] / 16, dtype=torch.float32)
t = torch.tensor(digits.target[order])


def rates():
    """lr / (√v̂ + ε) of the weights of SEEDS networks, by step."""
    generator = torch.Generator().manual_seed(1)
    shapes = ((SEEDS, 64, 32), (SEEDS, 32, 10))
    weights = [torch.randn(s, generator=generator) / 24**0.5 for s in shapes]
    weights = [w.requires_grad_() for w in weights]
    optimizer = AdaBound(weights, lr=LR, final_lr=FINAL, gamma=GAMMA)
    for step in range(1, STEPS + 1):
        rows = torch.randint(1000, (SEEDS, 50), generator=generator)
        optimizer.zero_grad()
        logits = torch.relu(X[rows] @ weights[0]) @ weights[1]
        loss = cross_entropy(logits.mT, t[rows], reduction="sum")
        (loss / 50).backward()
        optimizer.step()
        if step in SHOWN:
            v = torch.cat([optimizer.state[w]["v"].flatten() for w in weights])
            v = v[v > 0].numpy()  # without the pixels that are always 0
            yield step, LR / ((v / (1 - 0.999**step)) ** 0.5 + 1e-8)


# --8<-- [end:rates]

from chainrule.optim import AdaBound


def main():
    print("step,low,median,high,clipped")
    for step, found in rates():
        past = GAMMA * step
        bounds = FINAL * (1 - 1 / (past + 1)), FINAL * (1 + 1 / past)
        clipped = ((found < bounds[0]) | (found > bounds[1])).mean()
        quantiles = np.quantile(found, [0.05, 0.5, 0.95])
        shown = ",".join(f"{x:.3g}" for x in quantiles)
        print(f"{step},{shown},{clipped:.3f}")


main()
