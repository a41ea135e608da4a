"""What trains a model of arrays: solver, checkpoint, curves."""

from chainrule.scratch.training.checkpoint import load, save
from chainrule.scratch.training.plot import plot_loss_and_acc
from chainrule.scratch.training.trainer import Solver

__all__ = [
    "Solver",
    "load",
    "plot_loss_and_acc",
    "save",
]
