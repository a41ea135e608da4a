"""What recurrent networks share: layers, directions, and ends of sequences."""

import math

import torch
from torch import nn

from chainrule.nn.dropout import Dropout
from chainrule.nn.linear import linear


# --8<-- [start:recurrent]
class Recurrent(nn.Module):
    """Layers that read in order, each what the one below has written.

    A subclass names its gates and its step. x (T, N, input_size), or N
    first with batch_first=True, or without N; output (T, N, hidden_size),
    with both directions side by side if bidirectional, and the last
    states (layers * directions, N, hidden_size). Names, order, state_dict
    and start are torch.nn's. lengths (N,): behind a sequence's end the
    output is zero and its state stays, as with torch's packed sequences.
    """

    gates = 1
    states = 1

    def __init__(
        self,
        input_size,
        hidden_size,
        num_layers=1,
        bias=True,
        batch_first=False,
        dropout=0.0,
        bidirectional=False,
        device=None,
        dtype=None,
    ):
        super().__init__()
        if min(input_size, hidden_size, num_layers) < 1:
            sizes = input_size, hidden_size, num_layers
            raise ValueError(f"sizes must be at least 1, got {sizes}")
        self.input_size, self.hidden_size = input_size, hidden_size
        self.num_layers, self.batch_first = num_layers, batch_first
        self.dropout, self.bidirectional = Dropout(dropout), bidirectional
        like, rows = (
            {"device": device, "dtype": dtype},
            self.gates * hidden_size,
        )
        ends = ["", "_reverse"] if bidirectional else [""]
        self.names = [
            [f"{{}}_l{n}{end}" for end in ends] for n in range(num_layers)
        ]
        width = input_size
        for layer in self.names:
            for name in layer:
                shapes = {"weight_ih": [rows, width]}
                shapes["weight_hh"] = [rows, hidden_size]
                if bias:
                    shapes["bias_ih"] = shapes["bias_hh"] = [rows]
                for kind, shape in shapes.items():
                    parameter = nn.Parameter(torch.empty(shape, **like))
                    self.register_parameter(name.format(kind), parameter)
            width = len(ends) * hidden_size
        self.reset_parameters()

    @torch.no_grad()
    def reset_parameters(self):
        bound = 1 / math.sqrt(self.hidden_size)
        for parameter in self.parameters():
            parameter.uniform_(-bound, bound)

    # --8<-- [end:recurrent]

    # --8<-- [start:recurrent-forward]
    def forward(self, x, hx=None, *, lengths=None):
        """Output, and the last state: a tensor, of an LSTM a pair."""
        single = x.dim() == 2
        x = self.steps_first(x, single)
        if lengths is not None:
            lengths = self.checked(lengths, x)
        starts = self.starts(x, hx, single)
        ends, index = [], 0
        for depth, layer in enumerate(self.names):
            if depth:
                x = self.dropout(x)
            written = []
            for name in layer:
                start = [state[index] for state in starts]
                backwards = name.endswith("_reverse")
                y, end = self.read(x, start, name, lengths, backwards)
                written.append(y)
                ends.append(end)
                index += 1
            x = torch.cat(written, -1)
        last = [torch.stack(states) for states in zip(*ends, strict=True)]
        if single:
            x, last = x[:, 0], [state[:, 0] for state in last]
        elif self.batch_first:
            x = x.transpose(0, 1)
        return x, last[0] if self.states == 1 else tuple(last)

    def read(self, x, state, name, lengths, backwards):
        """One direction of one layer: outputs (T, N, hidden_size), state."""
        part = [getattr(self, name.format(kind), None) for kind in KINDS]
        w_ih, w_hh, b_ih, b_hh = part
        seen = linear(x, w_ih, b_ih)  # of all steps at once
        order = range(len(x))[:: -1 if backwards else 1]
        outputs = [x] * len(x)  # each is replaced
        for t in order:
            new = self.step(seen[t], linear(state[0], w_hh, b_hh), state)
            outputs[t] = new[0]
            if lengths is not None:
                there = (t < lengths)[:, None]
                outputs[t] = new[0].masked_fill(~there, 0)
                pairs = zip(new, state, strict=True)
                new = [torch.where(there, a, b) for a, b in pairs]
            state = new
        return torch.stack(outputs), state

    # --8<-- [end:recurrent-forward]

    def step(self, seen, kept, state):
        """New states of W_ih x + b_ih, W_hh h + b_hh and the states."""
        raise NotImplementedError

    def steps_first(self, x, single):
        if x.dim() not in (2, 3) or x.shape[-1] != self.input_size:
            shape = f"(…, {self.input_size}) of 2 or 3 axes"
            raise ValueError(f"x must be {shape}, got {(*x.shape,)}")
        x = x[:, None] if single else x
        x = x if single or not self.batch_first else x.transpose(0, 1)
        if not len(x):
            raise ValueError("a sequence needs at least one step")
        return x

    def starts(self, x, hx, single):
        """The first states, one tensor (layers * directions, N, H) each."""
        rows = sum(map(len, self.names))
        shape = rows, x.shape[1], self.hidden_size
        if hx is None:
            return [x.new_zeros(shape)] * self.states
        states = [hx] if self.states == 1 else [*hx]
        states = [state[:, None] if single else state for state in states]
        for state in states:
            if state.shape != shape:
                got = (*state.shape,)
                raise ValueError(f"hx must be {shape}, got {got}")
        return states

    def checked(self, lengths, x):
        lengths = torch.as_tensor(lengths, device=x.device)
        steps, n, _ = x.shape
        outside = (lengths < 1) | (lengths > steps)
        if lengths.shape != (n,) or outside.any():
            wanted = f"{n} numbers from 1 to {steps}"
            raise ValueError(
                f"lengths must be {wanted}, got {lengths.tolist()}"
            )
        return lengths

    def extra_repr(self) -> str:
        sizes = f"{self.input_size}, {self.hidden_size}"
        return f"{sizes}, num_layers={self.num_layers}"


KINDS = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
