# kind: study
"""When SWATS switches, and to which rate: digits, six seeds.

Prints CSV: for each rate of Adam and width of the trigger how many runs
switched; median, lowest and highest step of the switch and rate of SGD; and
test accuracy at the end of all runs.
"""

# --8<-- [start:networks]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, STEPS, BATCH = 6, 200, 50

torch.set_num_threads(1)  # on matrices this small a second one only waits
digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, test = torch.tensor(order[:1000]), order[1000:]
X = torch.tensor(digits.data / 16, dtype=torch.float64)
t = torch.tensor(digits.target)


def outputs(weights, x):
    """Of networks 64-32-10, each one flat vector: it switches as a whole."""
    first, second = torch.stack(weights).split([2048, 320], dim=1)
    hidden = torch.relu(x @ first.reshape(-1, 64, 32))
    return hidden @ second.reshape(-1, 32, 10)


# --8<-- [end:networks]

from chainrule.optim import SWATS


# --8<-- [start:switch]
def run(lr, eps):
    """Step of each switch (or 0), rate of SGD, test accuracy: (SEEDS,)."""
    generator = torch.Generator().manual_seed(1)
    given = {"generator": generator, "dtype": X.dtype}
    start = torch.randn(SEEDS, 2368, **given) / 24**0.5
    weights = [w.requires_grad_() for w in start.unbind()]
    optimizer = SWATS(weights, lr=lr, eps=eps)
    switched = np.zeros(SEEDS)
    for step in range(1, STEPS + 1):
        drawn = torch.randint(1000, (SEEDS, BATCH), generator=generator)
        rows = train[drawn]
        optimizer.zero_grad()
        logits = outputs(weights, X[rows]).mT
        cross_entropy(logits, t[rows], reduction="sum").div(BATCH).backward()
        optimizer.step()
        ratio = np.array([optimizer.state[w]["ratio"] for w in weights])
        switched[(ratio != 0) & (switched == 0)] = step
    with torch.no_grad():
        right = outputs(weights, X[test]).argmax(dim=2) == t[test]
    return switched, lr * ratio, right.float().mean(dim=1).numpy()


def three(values, form):
    """Median, lowest, highest; empty cells where nothing switched."""
    found = [f(values) for f in (np.median, np.min, np.max) if len(values)]
    return ",".join(form.format(x) for x in found) or ",,"


def main():
    names = "step,first,last,rate,rate_low,rate_high,accuracy,low,high"
    print(f"lr,eps,switched,{names}")
    for lr, eps in ((1e-3, 1e-9), (1e-3, 1e-4), (1e-3, 1e-2), (1e-2, 1e-4)):
        switched, rate, accuracy = run(lr, eps)
        done = switched > 0
        steps, rates = switched[done], rate[done]
        shown = three(steps, "{:.0f}"), three(rates, "{:.3f}")
        found = three(accuracy, "{:.3f}")
        print(f"{lr:g},{eps:g},{done.sum()},{shown[0]},{shown[1]},{found}")


main()
# --8<-- [end:switch]
