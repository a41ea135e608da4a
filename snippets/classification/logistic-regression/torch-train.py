# kind: exact
"""The same model in PyTorch: a linear layer and a loss from logits."""

# --8<-- [start:train]
import torch
from sklearn.datasets import load_breast_cancer

data = load_breast_cancer()
X = torch.tensor(data.data[:, :2])
X = (X - X.mean(0)) / X.std(0, correction=0)
t = 1 - torch.tensor(data.target, dtype=X.dtype)  # 1 is malignant

layer = torch.nn.Linear(2, 1, dtype=X.dtype)
torch.nn.init.zeros_(layer.weight)
torch.nn.init.zeros_(layer.bias)
loss_of = torch.nn.BCEWithLogitsLoss()
optimizer = torch.optim.SGD(layer.parameters(), lr=4.0)
for _ in range(300):
    optimizer.zero_grad()
    loss = loss_of(layer(X).squeeze(-1), t)
    loss.backward()
    optimizer.step()
print(f"loss {loss.item():.6f}")
w, b = layer.weight.tolist()[0], layer.bias.item()
print("w =", [round(wj, 4) for wj in w], " b =", round(b, 4))
# --8<-- [end:train]
