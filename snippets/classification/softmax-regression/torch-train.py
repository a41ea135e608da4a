# kind: study
"""The same in PyTorch, and the same with a hidden layer.

Prints CSV: loss and share of right answers on the training set, seed by seed.
"""

# --8<-- [start:train]
import torch
from sklearn.datasets import load_wine

SEEDS = 5
data = load_wine()
X = torch.tensor(data.data[:, [0, 6]])
X = (X - X.mean(0)) / X.std(0, correction=0)
t = torch.tensor(data.target)
loss_of = torch.nn.CrossEntropyLoss()  # takes logits: no softmax before it


def regression():
    return torch.nn.Linear(2, 3, dtype=X.dtype)


def network():
    return torch.nn.Sequential(
        torch.nn.Linear(2, 16, dtype=X.dtype),
        torch.nn.Sigmoid(),
        torch.nn.Linear(16, 3, dtype=X.dtype),
    )


print("model,seed,loss,right")
for make in (regression, network):
    for seed in range(SEEDS):
        torch.manual_seed(seed)
        model = make()
        optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
        for _ in range(500):
            optimizer.zero_grad()
            loss = loss_of(model(X), t)
            loss.backward()
            optimizer.step()
        right = (model(X).argmax(-1) == t).double().mean()
        print(f"{make.__name__},{seed},{loss.item():.4f},{right.item():.3f}")
# --8<-- [end:train]
