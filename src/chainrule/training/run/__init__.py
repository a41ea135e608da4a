"""What `fit` is made of: an update, the place of a run, and how it is stopped."""

from chainrule.training.run.advance import advance
from chainrule.training.run.interrupt import Interrupt
from chainrule.training.run.random_state import random_state, restore
from chainrule.training.run.run import Run
from chainrule.training.run.update import Update

__all__ = ["Interrupt", "Run", "Update", "advance", "random_state", "restore"]
