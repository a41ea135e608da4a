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

__all__ = [
    "MLP",
    "BackwardNetwork",
    "as_layers",
    "identity",
    "mlp_backward",
    "mlp_forward",
    "mlp_gradients",
    "pieces",
    "sawtooth",
]
