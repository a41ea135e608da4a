"""The gated recurrent unit."""

# --8<-- [start:gru]
from chainrule.nn.recurrent.base import Recurrent


class GRU(Recurrent):
    """One gate mixes the old state and a new one; another resets.

    r, z = sigmoid of W_ih x_t + b_ih + W_hh h_{t-1} + b_hh; n = tanh(W_in
    x_t + b_in + r (W_hn h_{t-1} + b_hn)); h_t = (1 - z) n + z h_{t-1}.
    Shapes and arguments as in Recurrent. As torch.nn.GRU; Cho et al.
    (2014), arXiv:1406.1078, multiply r and h before W_hn.
    """

    gates = 3

    def step(self, seen, kept, state):
        r_x, z_x, n_x = seen.chunk(3, -1)
        r_h, z_h, n_h = kept.chunk(3, -1)
        r, z = (r_x + r_h).sigmoid(), (z_x + z_h).sigmoid()
        n = (n_x + r * n_h).tanh()
        return [(1 - z) * n + z * state[0]]

    # --8<-- [end:gru]
