"""What a training loop is not begun with."""

import math
from numbers import Real

import torch

CHOICES: dict[str, list] = {
    "scheduler_step": ["epoch", "update"],
    "dtype": [None, torch.bfloat16, torch.float16],
}


def require_mean(name, loss):
    """ValueError for a loss object that says it is a sum, or no reduction.

    Its values are weighted by the samples of a batch, which is right
    for means alone.
    """
    found = getattr(loss, "reduction", "mean")
    if found != "mean":
        raise ValueError(
            f"{name}: the loss must be a mean over samples, got one with "
            f"reduction={found!r}"
        )


def require_samples(name, samples):
    """ValueError where a loader gave no samples, of which there is no mean."""
    if samples == 0:
        raise ValueError(f"{name}: the loader gave no batches")


def require_losses(name, target, train, **others):
    """ValueError for what is no loss; the others may be None."""
    given = {"target": target, "train": train}
    given |= {n: x for n, x in others.items() if x is not None}
    for which, value in given.items():
        if not isinstance(value, Real) or math.isnan(value):
            raise ValueError(f"{name}: {which} must be a loss, got {value!r}")
    if math.isinf(target):
        raise ValueError(f"{name}: target must be finite, got {target}")


def require_stopping(stopping, model, valid, epoch):
    """ValueError unless stopping can be told of this training's epochs."""
    if valid is None:
        raise ValueError("fit: early_stopping needs valid, a validation set")
    if stopping.model is not model:
        raise ValueError("fit: early_stopping is of another model")
    if stopping.epoch != epoch:
        raise ValueError(
            f"fit: early_stopping has seen {stopping.epoch} epochs, the "
            f"training {epoch}"
        )


def require_arguments(optimizer, clip_grad_norm, **given):
    """What fit is given besides; TypeError or ValueError that names it."""
    if not isinstance(optimizer, torch.optim.Optimizer):
        raise TypeError(f"fit: {optimizer!r} is not an Optimizer")
    if clip_grad_norm is not None and not clip_grad_norm > 0:
        raise ValueError(
            f"fit: clip_grad_norm must be positive, got {clip_grad_norm}"
        )
    for name, value in given.items():
        if name in CHOICES:
            if value not in CHOICES[name]:
                said = " or ".join(map(repr, CHOICES[name]))
                raise ValueError(f"fit: {name} must be {said}, got {value!r}")
        elif not (value is None or (type(value) is int and value >= 1)):
            raise ValueError(f"fit: {name} must be 1 or more, got {value!r}")
