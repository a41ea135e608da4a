"""What makes one formula fast and torch-compatible."""

from chainrule.optim.engine.optimizer import Optimizer
