"""Transformer layers with torch's numbers, and the masks they are asked with."""

import torch

from chainrule import nn
from chainrule.models import Transformer

F64 = {"dtype": torch.float64}
OPTIONS = [
    {},
    {"norm_first": True},
    {"batch_first": True, "activation": torch.nn.functional.gelu},
    {"batch_first": True, "norm_first": True, "layer_norm_eps": 1e-3},
    {"bias": False, "batch_first": True},
]


def both(name, d_model, nhead, ours=None, **options):
    """Ours and torch's of this name, with the same numbers: not the start's."""
    torch.manual_seed(d_model)
    options = {"dim_feedforward": 3 * d_model, "dropout": 0.0, **options, **F64}
    oracle = getattr(torch.nn, name)(d_model, nhead, **options)
    with torch.no_grad():
        for parameter in oracle.parameters():
            parameter.add_(torch.randn_like(parameter), alpha=0.3)
    ours = (ours or getattr(nn, name))(d_model, nhead, **options)
    ours.load_state_dict(oracle.state_dict())
    return ours, oracle


def batch(n, length, d_model, batch_first):
    shape = (n, length) if batch_first else (length, n)
    return torch.randn(*shape, d_model, **F64, requires_grad=True)


def results(layer, inputs, **keywords):
    """The output and the gradients for the inputs and the parameters."""
    y = layer(*inputs, **keywords)
    torch.manual_seed(5)
    loss = (y * torch.randn(y.shape, **F64)).sum()
    return [y, *torch.autograd.grad(loss, [*inputs, *layer.parameters()])]


def padding(n, length):
    """True behind the end: the last one is shorter."""
    hidden = torch.zeros(n, length, dtype=torch.bool)
    hidden[-1, length // 2 :] = True
    return hidden


SIZES = {
    "d_model": 16,
    "nhead": 4,
    "num_encoder_layers": 2,
    "num_decoder_layers": 2,
    "dim_feedforward": 24,
    "dropout": 0.0,
}


def transformer(**options):
    """A small one in float64, of eleven tokens."""
    torch.manual_seed(0)
    return Transformer(11, **{**SIZES, **options}).double()


def tokens():
    """The second of each is shorter; 0 is padding."""
    torch.manual_seed(1)
    src, tgt = torch.randint(1, 11, (2, 6)), torch.randint(1, 11, (2, 5))
    src[1, 4:] = 0
    tgt[1, 3:] = 0
    return src, tgt
