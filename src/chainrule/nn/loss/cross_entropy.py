"""Cross-entropy from logits as a module."""

import torch

from chainrule.nn.loss.base import Loss, scaled


# --8<-- [start:classes]
def _classes(target, z, dim, ignore_index):
    """Which targets count, and what to gather from z along dim."""
    shape = (*z.shape[:dim], *z.shape[dim + 1 :])
    floating = target.is_floating_point() or target.is_complex()
    if target.shape != shape or floating or target.dtype == torch.bool:
        raise ValueError(
            f"target must be classes {shape} or probabilities "
            f"{tuple(z.shape)}, got {target.dtype} {tuple(target.shape)}"
        )
    kept = target != ignore_index
    unknown = kept & ((target < 0) | (target >= z.shape[dim]))
    if unknown.any():
        raise ValueError(
            f"classes are 0 to {z.shape[dim] - 1}, got "
            f"{target[unknown].unique().tolist()}"
        )
    at = torch.where(kept, target, 0).long()
    return kept.unsqueeze(dim), at.unsqueeze(dim)


def _distributions(target, dim):
    """ValueError unless all is >= 0 and adds up to 1 along dim."""
    total = target.detach().sum(dim, dtype=torch.float64)
    tol = max(1e-3, torch.finfo(target.dtype).eps)
    if not ((target >= 0).all() and ((total - 1).abs() <= tol).all()):
        raise ValueError("target must be >= 0 and add up to 1 for each sample")
    return target


# --8<-- [end:classes]


# --8<-- [start:cross-entropy-loss]
class CrossEntropyLoss(Loss):
    """Cross-entropy of the softmax of logits (N, K, ...) and targets.

    Targets are classes (N, ...) or probabilities (N, K, ...). Arguments
    as in torch.nn.CrossEntropyLoss: weight (K,) of the classes, the
    class ignore_index counts as no target, label_smoothing mixes the
    targets with the uniform distribution. The mean is weighted, too.
    A logit of -inf, a class ruled out, costs nothing unless it is the
    target. ValueError for wrong shapes, a weight of other length, for
    classes that do not exist, for probabilities that do not add up to 1
    (torch takes them) and for a mean of nothing (torch: nan); all but
    the shapes wait for the device. TypeError for logits that are no
    floats.
    """

    weight: torch.Tensor | None

    def __init__(
        self,
        weight=None,
        ignore_index=-100,
        reduction="mean",
        label_smoothing=0.0,
    ):
        super().__init__(reduction)
        if not 0 <= label_smoothing <= 1:
            raise ValueError(f"label_smoothing {label_smoothing} not in [0, 1]")
        self.register_buffer("weight", weight)
        self.ignore_index = ignore_index
        self.label_smoothing = label_smoothing

    def forward(self, input, target):
        if not input.is_floating_point():
            raise TypeError(f"logits must be floats, got {input.dtype}")
        dim, smooth = min(input.ndim - 1, 1), self.label_smoothing
        z = input - input.detach().amax(dim, keepdim=True)
        log_y = z - z.exp().sum(dim, keepdim=True).log()  # (4.10)
        weight = torch.ones_like(log_y)
        if self.weight is not None:
            if self.weight.shape != z.shape[dim : dim + 1]:
                raise ValueError(
                    f"weight must be {(z.shape[dim],)}, one for each class, "
                    f"got {tuple(self.weight.shape)}"
                )
            weight = weight * self.weight.view(-1, *[1] * (z.ndim - 1 - dim))
        if target.shape == input.shape and target.is_floating_point():
            t = _distributions(target, dim)
            t = (1 - smooth) * t + smooth / z.shape[dim]
            loss = -scaled(t * weight, log_y).sum(dim)  # (4.8)
            total = loss.numel()
        else:
            kept, at = _classes(target, z, dim, self.ignore_index)
            costs = -scaled(weight, log_y)
            loss = (1 - smooth) * costs.gather(dim, at)
            if smooth:
                loss = loss + smooth * costs.mean(dim, True)
            loss = torch.where(kept, loss, 0).squeeze(dim)
            total = (weight.gather(dim, at) * kept).sum()
        if self.reduction != "mean":
            return self.reduce(loss)
        if total == 0:
            raise ValueError("no mean of nothing: no target counts")
        return loss.sum() / total


# --8<-- [end:cross-entropy-loss]
