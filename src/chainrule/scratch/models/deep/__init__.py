"""Networks with several hidden layers."""

from chainrule.scratch.models.deep.relu_network import pieces, sawtooth

__all__ = ["pieces", "sawtooth"]
