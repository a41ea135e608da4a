"""What trains a model of arrays: trainer, checkpoint, curves."""

from chainrule.scratch.training.accuracy import accuracy
from chainrule.scratch.training.checkpoint import load, save
from chainrule.scratch.training.evaluating import evaluating
from chainrule.scratch.training.plot import plot_loss_and_acc
from chainrule.scratch.training.trainer import Trainer

__all__ = [
    "Trainer",
    "accuracy",
    "evaluating",
    "load",
    "plot_loss_and_acc",
    "save",
]
