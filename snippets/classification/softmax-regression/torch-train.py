# kind: study
"""The same in PyTorch, and the same with a hidden layer."""

# --8<-- [start:train]
import torch
from sklearn.datasets import load_wine

data = load_wine()
X = torch.tensor(data.data[:, [0, 6]])
X = (X - X.mean(0)) / X.std(0, correction=0)
t = torch.tensor(data.target)

torch.manual_seed(0)
regression = torch.nn.Linear(2, 3, dtype=X.dtype)
network = torch.nn.Sequential(
    torch.nn.Linear(2, 16, dtype=X.dtype),
    torch.nn.Sigmoid(),
    torch.nn.Linear(16, 3, dtype=X.dtype),
)
loss_of = torch.nn.CrossEntropyLoss()  # takes logits: no softmax before it
for name, model in (("regression", regression), ("network", network)):
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    for _ in range(500):
        optimizer.zero_grad()
        loss = loss_of(model(X), t)
        loss.backward()
        optimizer.step()
    right = (model(X).argmax(-1) == t).double().mean()
    print(f"{name:10}  loss {loss.item():.4f}  right {right.item():.4f}")
# --8<-- [end:train]
