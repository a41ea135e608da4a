"""Features and targets made of what was measured."""

from chainrule.scratch.preprocessing.design_matrix import design_matrix
from chainrule.scratch.preprocessing.distance_features import distance_features
from chainrule.scratch.preprocessing.indicator_features import (
    indicator_features,
)
from chainrule.scratch.preprocessing.one_hot import one_hot
from chainrule.scratch.preprocessing.polynomial_features import powers

__all__ = [
    "design_matrix",
    "distance_features",
    "indicator_features",
    "one_hot",
    "powers",
]
