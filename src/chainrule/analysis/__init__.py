"""Measurements of losses and of training."""

from chainrule.analysis.sharpness import sharpness
from chainrule.analysis.timing import batch_times
