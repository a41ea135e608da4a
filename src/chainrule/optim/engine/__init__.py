"""What makes one formula a fast optimizer that speaks torch's protocol."""

from chainrule.optim.engine.optimizer import Optimizer

__all__ = [
    "Optimizer",
]
