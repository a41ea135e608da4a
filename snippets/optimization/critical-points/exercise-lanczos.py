# kind: exact
"""Exercise: the ends of the spectrum of a network with 5,110 parameters."""

import torch

from chainrule.analysis import extreme_eigenpairs, hessian_vector_product

# --8<-- [start:solution]
torch.set_default_dtype(torch.float64)
torch.manual_seed(0)
model = torch.nn.Sequential(
    torch.nn.Linear(40, 100), torch.nn.Tanh(), torch.nn.Linear(100, 10)
)
parameters = list(model.parameters())
X, labels = torch.randn(200, 40), torch.randint(10, (200,))
loss = torch.nn.functional.cross_entropy(model(X), labels)


def product(v):
    return hessian_vector_product(loss, parameters, v)


start = torch.randn(sum(p.numel() for p in parameters))
for steps in (5, 20, 80):
    values, _, residuals = extreme_eigenpairs(product, start, steps)
    least, largest = values.tolist()
    worst = residuals.max().item()
    print(f"{steps:2} steps: {least:.3f} to {largest:.3f}, within {worst:.0e}")
# --8<-- [end:solution]
