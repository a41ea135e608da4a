# kind: study, tested with SEEDS=2 RATES=[0.01,0.03,0.3]
"""A small network for digits; of its training one line is left out.

Prints CSV: what is left out, the learning rate, whether it is best for that
on the validation set (1), and the accuracy on the test set as the loop itself
measures it: mean, lowest, highest of the seeds. "right" is that of the same
networks in evaluation mode.
"""

# --8<-- [start:setting]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn

SEEDS, EPOCHS, RATES = 5, 8, [0.003, 0.01, 0.03, 0.1, 0.3, 1]
LEFT_OUT = ["nothing", "zero_grad", "shuffle", "eval", "train after eval"]

torch.set_num_threads(1)
digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
X = torch.tensor(digits.data[order] / 16, dtype=torch.float32)
t = torch.tensor(digits.target[order])
train, valid, test = torch.arange(len(X)).split([1000, 400, 397])
train = train[t[train].argsort(stable=True)]  # as files often are: by class
# --8<-- [end:setting]


# --8<-- [start:run]
def run(left_out, lr, seed):
    """Accuracies: validation and test as the loop has them, test in eval."""
    torch.manual_seed(seed)
    hidden = nn.Linear(64, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Dropout(0.5)
    model = nn.Sequential(*hidden, nn.Linear(64, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for epoch in range(EPOCHS):
        if left_out != "train after eval" or epoch == 0:
            model.train()
        shuffled = train[torch.randperm(len(train))]
        for rows in (train if left_out == "shuffle" else shuffled).split(50):
            if left_out != "zero_grad":
                optimizer.zero_grad()
            nn.functional.cross_entropy(model(X[rows]), t[rows]).backward()
            optimizer.step()
        if left_out != "eval":
            model.eval()
    found = [accuracy(model, rows) for rows in (valid, test)]
    return *found, accuracy(model.eval(), test)


def accuracy(model, rows):
    with torch.no_grad():
        parts = rows.split(50)
        right = [(model(X[p]).argmax(1) == t[p]).sum() for p in parts]
    return sum(n.item() for n in right) / len(rows)


# --8<-- [end:run]


def main():
    print("left out,lr,best,accuracy,low,high,right")
    for left_out in LEFT_OUT:
        cells = np.array(
            [[run(left_out, lr, s) for s in range(SEEDS)] for lr in RATES]
        )
        best = cells[:, :, 0].mean(1).argmax()
        for k, (lr, c) in enumerate(zip(RATES, cells, strict=True)):
            own, right = c[:, 1], c[:, 2].mean()
            shown = own.mean(), own.min(), own.max(), right
            shown = [f"{x:.3f}" for x in shown]
            print(left_out, lr, int(k == best), *shown, sep=",")


if __name__ == "__main__":
    main()
