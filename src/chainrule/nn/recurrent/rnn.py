"""The simple recurrent network (Elman's)."""

# --8<-- [start:rnn]
import torch

from chainrule.nn.recurrent.base import Recurrent


class RNN(Recurrent):
    """h_t = tanh(W_ih x_t + b_ih + W_hh h_{t-1} + b_hh), or with relu.

    Shapes and arguments as in Recurrent; nonlinearity "tanh" or "relu".
    As torch.nn.RNN. Elman (1990). Raises ValueError for another one.
    """

    def __init__(
        self,
        input_size,
        hidden_size,
        num_layers=1,
        nonlinearity="tanh",
        bias=True,
        batch_first=False,
        dropout=0.0,
        bidirectional=False,
        device=None,
        dtype=None,
    ):
        activations = {"tanh": torch.tanh, "relu": torch.relu}
        if nonlinearity not in activations:
            raise ValueError(f"unknown nonlinearity {nonlinearity!r}")
        rest = bias, batch_first, dropout, bidirectional, device, dtype
        super().__init__(input_size, hidden_size, num_layers, *rest)
        self.activation = activations[nonlinearity]

    def step(self, seen, kept, state):
        return [self.activation(seen + kept)]

    # --8<-- [end:rnn]
