# kind: study
"""When SWATS switches, and to which rate: digits, ten seeds.

Prints one line for each width of the trigger: in how many runs it switched,
then median, lowest and highest value of the step of the switch, of the rate
of SGD, and of the test accuracy at the end of all ten runs.
"""

# --8<-- [start:networks]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, STEPS, BATCH = 10, 400, 50

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
def run(eps, lr=1e-3):
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
    if not len(values):
        return "-"
    return " ".join(form.format(f(values)) for f in (np.median, np.min, np.max))


print("eps    switched  step         rate               test accuracy")
for eps in (1e-9, 1e-4, 1e-3, 1e-2):
    switched, rate, accuracy = run(eps)
    done = switched > 0
    steps = three(switched[done], "{:.0f}")
    rates = three(rate[done], "{:.3f}")
    found = three(accuracy, "{:.3f}")
    print(f"{eps:.0e}  {done.sum():2} of 10  {steps:11}  {rates:17}  {found}")
# --8<-- [end:switch]
