"""Layers and losses as functions of arrays."""

from chainrule.scratch.nn.activation.hard_sigmoid import hard_sigmoid, ramp
from chainrule.scratch.nn.activation.relu import relu
from chainrule.scratch.nn.activation.sigmoid import sigmoid
from chainrule.scratch.nn.loss.mse import mse
