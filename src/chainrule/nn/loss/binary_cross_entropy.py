"""Binary cross-entropy as modules, from probabilities and from logits."""

import torch

from chainrule.nn.loss.base import Loss, scaled


# --8<-- [start:bce-loss]
class _Log(torch.autograd.Function):
    """ln y, never below -100, with a slope that is never infinite."""

    @staticmethod
    def forward(ctx, y):
        ctx.save_for_backward(y)
        return y.log().clamp(min=-100)

    @staticmethod
    def backward(ctx, upstream):
        (y,) = ctx.saved_tensors
        return upstream / y.clamp(min=1e-12)


class BCELoss(Loss):
    """-t ln y - (1 - t) ln(1 - y) for probabilities y; times weight.

    As in torch.nn.BCELoss, logarithms stop at -100. At y = t = 0 the
    slope is the true 1, where torch's is 0. ValueError for
    probabilities outside [0, 1] and NaN, which waits for the device,
    and for a weight that does not broadcast to the losses.
    """

    weight: torch.Tensor | None

    def __init__(self, weight=None, reduction="mean"):
        super().__init__(reduction)
        self.register_buffer("weight", weight)

    def elementwise(self, input, target):
        for name, y in (("input", input), ("target", target)):
            if not ((y >= 0) & (y <= 1)).all():
                raise ValueError(f"{name} must lie in [0, 1]")
        log = _Log.apply
        loss = -target * log(input) - (1 - target) * log(1 - input)  # (4.12)
        return self.weighted(loss)


# --8<-- [end:bce-loss]


# --8<-- [start:bce-with-logits-loss]
def softplus(z):
    """ln(1 + e^z), and at ±inf its limit, with the slope 1 or 0."""
    zero, infinite = torch.zeros_like(z), z.isinf()
    finite = zero.logaddexp(torch.where(infinite, zero, z))
    return torch.where(infinite, z.relu(), finite)


class BCEWithLogitsLoss(Loss):
    """Binary cross-entropy of sigmoid(input), for logits of any size.

    As torch.nn.BCEWithLogitsLoss: weight scales every loss, pos_weight
    the part of class 1. Targets are not looked at, as in torch. At ±inf
    the loss is its limit, 0 or inf, where torch's may be nan.
    ValueError for a weight that does not broadcast to the losses.
    """

    weight: torch.Tensor | None
    pos_weight: torch.Tensor | None

    def __init__(self, weight=None, reduction="mean", pos_weight=None):
        super().__init__(reduction)
        self.register_buffer("weight", weight)
        self.register_buffer("pos_weight", pos_weight)

    def elementwise(self, input, target):
        if_0, if_1 = softplus(input), softplus(-input)
        share = self.weighted(target, "pos_weight")
        loss = scaled(1 - target, if_0) + scaled(share, if_1)  # (4.13)
        return self.weighted(loss)


# --8<-- [end:bce-with-logits-loss]
