"""A model's outputs for all samples, in their order."""

# --8<-- [start:predict]
import torch

from chainrule.training.checks import require_samples
from chainrule.training.device import device_of, move
from chainrule.training.evaluate import evaluating


def predict(model, loader):
    """Outputs (N, …) on the CPU, row n for sample n.

    Batches are x, or tuples whose first part is x, as those of a set
    with answers. The model's modes are restored. Raises ValueError for
    a loader that shuffles, drops the last samples or gives no batches.
    """
    require_order(loader)
    device, parts = device_of(model), []
    with evaluating(model):
        for batch in loader:
            x = batch[0] if isinstance(batch, tuple | list) else batch
            parts.append(model(move(x, device)).cpu())
    require_samples("predict", len(parts))
    return torch.cat(parts)


# --8<-- [end:predict]


# --8<-- [start:require-order]
def require_order(loader):
    """ValueError for a loader that shuffles or drops samples.

    Samplers that shuffle are known by what they draw from: a generator,
    rng or shuffle=True of their own.
    """
    parts = [loader]
    for name in ("sampler", "batch_sampler", "batches"):
        parts.append(getattr(loader, name, None))
    parts.append(getattr(parts[2], "sampler", None))
    for part in parts:
        if part is not loader and (
            hasattr(part, "generator")
            or hasattr(part, "rng")
            or getattr(part, "shuffle", False)
        ):
            raise ValueError(
                "predict: the loader shuffles, so that no row could be told "
                "from another; make one with shuffle=False"
            )
        if getattr(part, "drop_last", False):
            raise ValueError(
                "predict: the loader drops the last samples; make one with "
                "drop_last=False"
            )


# --8<-- [end:require-order]
