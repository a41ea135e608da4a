"""What all losses share: reductions, and a look at shapes and dtypes."""

# --8<-- [start:loss]
import torch


def floats(input, target):
    """Both, integers and booleans of one in the other's dtype."""
    dtype = torch.result_type(input, target)
    if not (dtype.is_floating_point or dtype.is_complex):
        raise TypeError(f"need floats, got {input.dtype}, {target.dtype}")
    inexact = torch.Tensor.is_floating_point, torch.Tensor.is_complex
    return [
        x if any(kind(x) for kind in inexact) else x.to(dtype)
        for x in (input, target)
    ]


def scaled(p, x):
    """p x, and 0 where p = 0 though x is infinite: its limit."""
    return p * torch.where((p == 0) & x.isinf(), 0, x)


class Loss(torch.nn.Module):
    """A loss of each element, reduced by "mean", "sum" or "none".

    A subclass says what one element costs. ValueError for input and
    target of different shapes (torch broadcasts some) and for a mean
    of nothing (torch returns nan); TypeError, as in torch, where both
    are integers, whose differences wrap. NaN in the input passes, as in
    torch: mixed-precision training looks for it in the result.
    """

    def __init__(self, reduction="mean"):
        super().__init__()
        if reduction not in ("mean", "sum", "none"):
            raise ValueError(f"{reduction!r} is not a valid reduction")
        self.reduction = reduction

    def elementwise(self, input, target):
        raise NotImplementedError

    def forward(self, input, target):
        if input.shape != target.shape:
            raise ValueError(
                f"shapes differ: input {tuple(input.shape)}, "
                f"target {tuple(target.shape)}"
            )
        return self.reduce(self.elementwise(*floats(input, target)))

    def weighted(self, loss, name="weight"):
        """Times the weight of this name, of which each loss has one."""
        weight = getattr(self, name)
        if weight is None:
            return loss
        try:
            weight = weight.expand_as(loss)
        except RuntimeError:
            raise ValueError(
                f"{name} {tuple(weight.shape)} does not fit the losses "
                f"{tuple(loss.shape)}"
            ) from None
        return scaled(weight, loss)

    def reduce(self, loss):
        if self.reduction == "none":
            return loss
        if self.reduction == "mean" and loss.numel() == 0:
            raise ValueError(f"no mean of nothing: {tuple(loss.shape)}")
        return getattr(loss, self.reduction)()

    # --8<-- [end:loss]

    def __call__(self, *tensors, **named):
        """Under autocast a loss is computed in float32, as torch's are."""
        named = {name: _full(x) for name, x in named.items()}
        return super().__call__(*map(_full, tensors), **named)


def _full(x):
    """x in float32 if it is what torch.autocast has made of a float32."""
    half = isinstance(x, torch.Tensor) and x.dtype in (
        torch.bfloat16,
        torch.float16,
    )
    return x.float() if half and torch.is_autocast_enabled(x.device.type) else x
