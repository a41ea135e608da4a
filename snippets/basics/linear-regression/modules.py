# kind: numeric
"""The same descent with a layer, a loss and an optimizer."""

import torch
from sklearn.datasets import load_diabetes

from chainrule.nn import Linear, MSELoss
from chainrule.optim import SGD

data = load_diabetes(scaled=False)
X = torch.tensor(data.data)
t = torch.tensor(data.target)
X = (X - X.mean(0)) / X.std(0, correction=0)

# --8<-- [start:train]
from sklearn.linear_model import LinearRegression


def train(model, loss_function, optimizer, steps):
    for _ in range(steps):
        loss = loss_function(model(X).squeeze(-1), t)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model.weight.detach().squeeze(0)


torch.manual_seed(0)
ours = Linear(10, 1, dtype=torch.float64)
theirs = torch.nn.Linear(10, 1, dtype=torch.float64)
theirs.load_state_dict(ours.state_dict())

w = train(ours, MSELoss(), SGD(ours.parameters(), lr=0.2), 5000)
w_torch = train(
    theirs,
    torch.nn.MSELoss(),
    torch.optim.SGD(theirs.parameters(), lr=0.2),
    5000,
)
w_sklearn = torch.tensor(LinearRegression().fit(X, t).coef_)
print("same as torch.nn:    ", torch.allclose(w, w_torch, rtol=1e-9))
print("same as scikit-learn:", torch.allclose(w, w_sklearn, rtol=1e-6))
for name, value in zip(data.feature_names, w, strict=True):
    print(f"{name:>4} {value:8.2f}")
# --8<-- [end:train]
