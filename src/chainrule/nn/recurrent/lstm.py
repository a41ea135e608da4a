"""Long short-term memory."""

# --8<-- [start:lstm]
import torch

from chainrule.nn.recurrent.base import Recurrent


class LSTM(Recurrent):
    """A memory c beside the output h: gates say what enters and stays.

    i, f, o = sigmoid and g = tanh of W_ih x_t + b_ih + W_hh h_{t-1} +
    b_hh; c_t = f c_{t-1} + i g; h_t = o tanh(c_t). Shapes and arguments
    as in Recurrent; the state is the pair (h, c). As torch.nn.LSTM.
    Hochreiter and Schmidhuber (1997), with the forget gate of Gers,
    Schmidhuber and Cummins (2000).
    """

    gates = 4
    states = 2

    def step(self, seen, kept, state):
        i, f, g, o = (seen + kept).chunk(4, -1)
        c = f.sigmoid() * state[1] + i.sigmoid() * g.tanh()
        return [o.sigmoid() * torch.tanh(c), c]

    # --8<-- [end:lstm]
