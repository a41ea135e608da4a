# kind: exact
"""The same descent in PyTorch: gradients by autograd, update by hand."""

# --8<-- [start:data]
import torch
from sklearn.datasets import load_diabetes

data = load_diabetes(scaled=False)
X = torch.tensor(data.data)  # (442, 10), float64
t = torch.tensor(data.target)
X = (X - X.mean(0)) / X.std(0, correction=0)
# --8<-- [end:data]

# --8<-- [start:loop]
w = torch.zeros(10, dtype=X.dtype, requires_grad=True)
b = torch.zeros((), dtype=X.dtype, requires_grad=True)
for step in range(2001):
    loss = ((X @ w + b - t) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        for theta in (w, b):
            theta -= 0.2 * theta.grad
            theta.grad = None  # backward() adds: start from nothing
    if step in (0, 10, 100, 1000, 2000):
        print(f"step {step:4}  loss {loss.item():.4f}")
# --8<-- [end:loop]
