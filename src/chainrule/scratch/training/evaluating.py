"""The mode of evaluation, and afterwards the one that was."""

# --8<-- [start:evaluating]
from contextlib import contextmanager


@contextmanager
def evaluating(model):
    """Within, every layer of the model evaluates; then it is as it was.

    Also after an error. A model without layers has no modes.
    """
    layers = [model]
    for layer in layers:  # grows while it is gone through
        layers += getattr(layer, "layers", ())
    modes = [(x, x.training) for x in layers if hasattr(x, "training")]
    for layer, _ in modes:
        layer.training = False
    try:
        yield
    finally:
        for layer, mode in modes:
            layer.training = mode


# --8<-- [end:evaluating]
