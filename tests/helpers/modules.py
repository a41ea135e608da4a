"""A module of ours and torch's of its name, gone both ways with the same numbers."""

import torch


def pairs(ours, theirs, z):
    """Output, gradient of the input, gradients of the parameters; ours and torch's.

    The parameters have to be copied beforehand.
    """
    found = []
    upstream = torch.randn_like(theirs(z))
    for module in (ours, theirs):
        leaf = z.clone().requires_grad_()
        y = module(leaf)
        y.backward(upstream)
        found.append([y, leaf.grad, *(p.grad for p in module.parameters())])
    return zip(*found, strict=True)


def corners():
    """Where activation functions bend, saturate or are told nonsense."""
    inf, nan = float("inf"), float("nan")
    return torch.tensor(
        [0.0, -0.0, 1e-300, -1e-300, inf, -inf, nan, 800, -800]
    ).double()
