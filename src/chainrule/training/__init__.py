"""What surrounds the training loop.

>>> import torch
>>> model = torch.nn.Linear(1, 1)
>>> optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
>>> x = torch.linspace(-1, 1, 9)[:, None]
>>> def loss_of(x):
...     return (model(x) - x.exp()).square().mean()
>>> found = lr_range_test(model, optimizer, loss_of, [x], end=100.0)
>>> found.diverged, found.suggestion < 1, optimizer.param_groups[0]["lr"]
(True, True, 0.1)
"""

from chainrule.training.lr_range_test import RangeTest, lr_range_test

__all__ = [
    "RangeTest",
    "lr_range_test",
]
