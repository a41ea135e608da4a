# kind: study, tested with SEEDS=2
"""What helps a network that has learned 100 noisy digits by heart.

Prints CSV: samples, noise (inputs that say nothing), width; medians of the
training loss and the validation loss, then median, lowest and highest share of
errors in validation.
"""

# --8<-- [start:study]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

from chainrule.models import MLP
from chainrule.optim import Adam

SEEDS, STEPS = 10, 150
TRIED = (  # samples, inputs of noise, hidden units
    (100, 192, 64),
    *((300, 192, 64), (1000, 192, 64)),  # more data
    *((100, 64, 64), (100, 0, 64)),  # fewer features
    *((100, 192, 256), (100, 192, 16), (100, 192, 4), (100, 192, 1)),  # units
)

torch.set_num_threads(1)
digits, t = (torch.tensor(part) for part in load_digits(return_X_y=True))
digits = digits.float() / 16 - 0.3


def train(samples, noise, width, seed):
    """Losses in training and validation, and errors in validation."""
    generator = torch.Generator().manual_seed(seed)
    order = torch.randperm(len(t), generator=generator)
    rows, held = order[:samples], order[1000:]
    extra = 0.3 * torch.randn(len(t), 192, generator=generator)
    X = torch.cat([digits, extra[:, :noise]], dim=1)
    torch.manual_seed(seed)
    model = MLP(X.shape[1], [width], 10)
    optimizer = Adam(model.parameters(), lr=0.01)
    for _ in range(STEPS):
        loss = cross_entropy(model(X[rows]), t[rows])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        y = model(X[held])
    wrong = (y.argmax(1) != t[held]).float().mean()
    return loss.item(), cross_entropy(y, t[held]).item(), wrong.item()


def main():
    print("samples,noise,width,train,valid,error,low,high")
    for setting in TRIED:
        runs = np.array([train(*setting, seed) for seed in range(SEEDS)])
        errors = runs[:, 2].min(), runs[:, 2].max()
        shown = [f"{a:.3f}" for a in (*np.median(runs, axis=0), *errors)]
        print(*setting, *shown, sep=",")


main()
# --8<-- [end:study]
