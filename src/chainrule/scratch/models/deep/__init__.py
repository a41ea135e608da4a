"""Networks with several hidden layers."""

from chainrule.scratch.models.deep.relu_network import network, pieces, sawtooth

__all__ = ["network", "pieces", "sawtooth"]
