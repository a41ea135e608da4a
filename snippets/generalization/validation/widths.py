# kind: study, tested with WIDTHS=(2,32)
"""Digits by networks of four widths, five folds, each network trained anew.

Prints CSV: width; the mean accuracy of the folds, its standard error, the
lowest and the highest.
"""

# --8<-- [start:widths]
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn.functional import cross_entropy

from chainrule.data import DataLoader, Subset
from chainrule.training import StratifiedKFold, cross_validate, evaluate, fit

torch.set_num_threads(1)  # on matrices this small a second one only waits
X, t = load_digits(return_X_y=True)
X, t = torch.tensor(X[:500] / 16, dtype=torch.float32), torch.tensor(t[:500])
data = [*zip(X, t, strict=True)]


def accuracy(y, t):
    return (y.argmax(dim=1) == t).float().mean()


def score(width, train, held_out):
    """Accuracy on held_out of a network that saw train alone."""
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, width), nn.ReLU(), nn.Linear(width, 10))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    batches = DataLoader(Subset(data, train), batch_size=50, shuffle=True)
    fit(model, cross_entropy, optimizer, batches, epochs=20, progress=False)
    held = DataLoader(Subset(data, held_out), batch_size=100)
    return evaluate(model, cross_entropy, held, accuracy=accuracy)["accuracy"]


# --8<-- [end:widths]
WIDTHS = 2, 8, 32


# --8<-- [start:compare]
def main():
    print("width,mean,standard_error,low,high")
    for width in WIDTHS:

        def fit_and_score(train, held_out, width=width):
            return score(width, train, held_out)

        folds = StratifiedKFold(5, shuffle=True, random_state=0).split(X, t)
        found = cross_validate(fit_and_score, folds, progress=False)
        ends = found.scores.min(), found.scores.max()
        cells = found.mean, found.standard_error, *ends
        print(width, *(f"{cell:.3f}" for cell in cells), sep=",")


# --8<-- [end:compare]
if __name__ == "__main__":
    main()
