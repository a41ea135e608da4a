"""Optimizers as literal formulas, one per file."""

from chainrule.scratch.optim.gradient_descent import gradient_descent
