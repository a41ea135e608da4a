"""The mean loss on a set, without a trace."""

# --8<-- [start:evaluating]
from contextlib import contextmanager

import torch

from chainrule.training.checks import require_mean, require_samples
from chainrule.training.device import device_of, move


@contextmanager
def evaluating(model):
    """Within, the model evaluates and no graph is kept.

    Afterwards, also after an error, every module is in the mode that it
    had: one that was frozen by eval() stays so.
    """
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            yield
    finally:
        for module, mode in modes:
            module.training = mode


# --8<-- [end:evaluating]


# --8<-- [start:evaluate]
def evaluate(model, loss, loader, **metrics):
    """Mean loss and metrics over all samples: {"loss": …, name: …}.

    loss and metrics are functions of (y, t) whose values are means over
    the samples of a batch. Each counts with the samples of its batch,
    so that the result depends neither on the batch size nor on the
    order, but for rounding. The model's modes are restored. Raises
    ValueError for a loader without batches and for a loss that says it
    is no mean.
    """
    require_mean("evaluate", loss)
    functions = {"loss": loss, **metrics}
    totals, samples = dict.fromkeys(functions, 0.0), 0
    device = device_of(model)
    with evaluating(model):
        for batch in loader:
            x, t = move(batch, device)
            y = model(x)
            for name, function in functions.items():
                totals[name] += float(function(y, t)) * len(t)
            samples += len(t)
    require_samples("evaluate", samples)
    return {name: total / samples for name, total in totals.items()}


# --8<-- [end:evaluate]
