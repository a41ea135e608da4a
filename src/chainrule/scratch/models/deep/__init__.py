"""Networks with several hidden layers."""

from chainrule.scratch.models.deep.as_layers import as_layers
from chainrule.scratch.models.deep.backward_network import BackwardNetwork
from chainrule.scratch.models.deep.mlp import (
    MLP,
    identity,
    mlp_backward,
    mlp_forward,
    mlp_gradients,
)
from chainrule.scratch.models.deep.relu_network import pieces, sawtooth
from chainrule.scratch.models.deep.side_by_side import SideBySide

__all__ = [
    "MLP",
    "BackwardNetwork",
    "SideBySide",
    "as_layers",
    "identity",
    "mlp_backward",
    "mlp_forward",
    "mlp_gradients",
    "pieces",
    "sawtooth",
]
