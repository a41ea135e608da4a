# kind: exact
"""A loss whose limit is known: the range test finds it."""

import torch

from chainrule.training import lr_range_test

# --8<-- [start:quadratic]
curvature = torch.tensor([1.0, 10.0, 100.0])
model = torch.nn.ParameterList([torch.ones(3)])
optimizer = torch.optim.SGD(model, lr=0.1)
generator = torch.Generator().manual_seed(0)


def loss_of(noise):
    return (curvature * (model[0] - noise) ** 2).sum() / 2


batches = 0.1 * torch.randn(50, 3, generator=generator)
found = lr_range_test(model, optimizer, loss_of, batches, start=1e-6, end=1)
print(f"limit 2 / 100       {2 / 100}")
print(f"edge that was found {found.edge:.4f}")
print(f"suggestion          {found.suggestion:.4f}")
print("weights as before: ", bool((model[0] == 1).all()))
# --8<-- [end:quadratic]
