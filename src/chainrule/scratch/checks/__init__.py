"""What functions and estimators let in: numbers, and samples made of them."""

from chainrule.scratch.checks.numbers import double, plain, real
from chainrule.scratch.checks.samples import (
    features,
    labels,
    one_each,
    pair,
    targets,
)

__all__ = [
    "double",
    "features",
    "labels",
    "one_each",
    "pair",
    "plain",
    "real",
    "targets",
]
