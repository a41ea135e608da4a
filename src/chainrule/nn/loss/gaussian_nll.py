"""The negative logarithm of a normal density as a module."""

import torch

from chainrule.nn.loss.base import Loss, floats


# --8<-- [start:spread]
def _spread(var, input):
    """var in a shape that fits input, all of it at least 0."""
    if not hasattr(var, "shape"):
        var = input.new_tensor(var).expand_as(input)
    if not (var >= 0).all():
        raise ValueError("var has negative entries or NaN")
    if input.ndim and var.shape == input.shape[:-1]:
        var = var.unsqueeze(-1)
    sizes = zip(var.shape, input.shape, strict=False)
    odd = [v for v, size in sizes if v != size]
    if var.ndim != input.ndim or odd not in ([], [1]):
        raise ValueError(
            f"var {tuple(var.shape)} does not fit {tuple(input.shape)}"
        )
    return var


# --8<-- [end:spread]


# --8<-- [start:gaussian-nll-loss]
class GaussianNLLLoss(Loss):
    """-ln of the normal density of target; input is its mean, var its
    variance (Nix and Weigend, 1994).

    As torch.nn.GaussianNLLLoss: var is a number, has the shape of
    input, lacks its last dimension, or has 1 in one place; what is below
    eps counts as eps, with a slope nevertheless; ln(2 pi) / 2 is left
    out unless full. ValueError for a negative var or NaN in it.
    """

    def __init__(self, *, full=False, eps=1e-6, reduction="mean"):
        super().__init__(reduction)
        if not eps > 0:
            raise ValueError(f"eps must be positive, got {eps}")
        self.full, self.eps = full, eps

    def forward(self, input, target, var):  # type: ignore[override]
        if input.shape != target.shape:
            raise ValueError(
                f"shapes differ: input {tuple(input.shape)}, "
                f"target {tuple(target.shape)}"
            )
        input, target = floats(input, target)
        var = _spread(var, input)
        var = var + (var.clamp(min=self.eps) - var).detach()
        scale = 2 * torch.pi if self.full else 1
        loss = ((scale * var).log() + (input - target) ** 2 / var) / 2
        return self.reduce(loss)  # (4.19)


# --8<-- [end:gaussian-nll-loss]
