"""Recurrent networks beside torch's of their names."""

import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from chainrule import nn

F64 = {"dtype": torch.float64}
CASES = [
    {},
    {"bias": False, "num_layers": 2},
    {"batch_first": True, "bidirectional": True},
    {"num_layers": 3, "bidirectional": True, "hidden_size": 1},
]
LENGTHS = torch.tensor([3, 5, 1, 4])


def both(name, input_size, hidden_size, **options):
    """Ours and torch's with the same numbers."""
    torch.manual_seed(hidden_size)
    oracle = getattr(torch.nn, name)(input_size, hidden_size, **options, **F64)
    ours = getattr(nn, name)(input_size, hidden_size, **options, **F64)
    ours.load_state_dict(oracle.state_dict())
    return ours, oracle


def flat(found):
    """Output and states in one list."""
    y, last = found
    return [y, *(last if isinstance(last, tuple) else [last])]


def packed(oracle, x, hx, batch_first):
    """torch's answer where sequences end at LENGTHS."""
    first = {"batch_first": batch_first}
    pack = pack_padded_sequence(x, LENGTHS, enforce_sorted=False, **first)
    y, last = oracle(pack, hx)
    return pad_packed_sequence(y, **first, total_length=5)[0], last


def is_torchs(agree, unit, name, ends=False, hidden_size=3, **options):
    """Outputs, states, all gradients; from zeros and from a given state."""
    ours, oracle = both(name, 2, hidden_size, **options)
    first = options.get("batch_first", False)
    shape = (4, 5, 2) if first else (5, 4, 2)
    rows = options.get("num_layers", 1) * (1 + options.get("bidirectional", False))
    for given in (False, True):
        x = torch.randn(shape, **F64, requires_grad=True)
        states = [
            torch.randn(rows, 4, hidden_size, **F64, requires_grad=True)
            for _ in range(2 if name == "LSTM" else 1)
        ]
        hx = None if not given else tuple(states) if len(states) > 1 else states[0]
        if ends:
            mine = flat(ours(x, hx, lengths=LENGTHS))
            theirs = flat(packed(oracle, x, hx, first))
        else:
            mine, theirs = flat(ours(x, hx)), flat(oracle(x, hx))
        found = []
        for layer, outputs in ((ours, mine), (oracle, theirs)):
            torch.manual_seed(3)
            loss = sum((y * torch.randn(y.shape, **F64)).sum() for y in outputs)
            inputs = [x, *(states if given else []), *layer.parameters()]
            found.append([*outputs, *torch.autograd.grad(loss, inputs)])
        against = f"torch.nn.{name}"
        for a, b in zip(*found, strict=True):
            assert a.shape == b.shape
            agree(unit, a, b, 1e-12, atol=1e-13, against=against)
