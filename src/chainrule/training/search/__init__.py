"""Which hyperparameters: all of some, random ones, and the better for longer.

>>> space = {"lr": LogUniform(1e-4, 1e-1), "momentum": [0.0, 0.9]}
>>> def objective(lr, momentum):
...     return abs(lr - 0.01) + momentum
>>> found = random_search(objective, space, 20, random_state=0, progress=False)
>>> {name: round(x, 3) for name, x in found.best.params.items()}
{'lr': 0.007, 'momentum': 0.0}
>>> grid = {"lr": LogUniform(1e-3, 1e-1).grid(3), "momentum": [0.0]}
>>> print(grid_search(objective, grid, progress=False))
score     lr  momentum
    0   0.01         0
0.009  0.001         0
 0.09    0.1         0
"""

from chainrule.training.search.draw import draw, grid
from chainrule.training.search.grid_search import grid_search
from chainrule.training.search.random_search import random_search
from chainrule.training.search.results import Search, Trial
from chainrule.training.search.spaces import Choice, LogUniform, Uniform
from chainrule.training.search.successive_halving import (
    rungs,
    successive_halving,
)
from chainrule.training.search.trials import Trials

__all__ = [
    "Choice",
    "LogUniform",
    "Search",
    "Trial",
    "Trials",
    "Uniform",
    "draw",
    "grid",
    "grid_search",
    "random_search",
    "rungs",
    "successive_halving",
]
