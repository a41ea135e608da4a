"""A fault in positions or in a variant of attention does not go unseen."""

import importlib
import inspect

import pytest
import torch
from helpers.mutants import gap, surviving, unexplained
from torch.nn.functional import conv2d, embedding

from chainrule import nn

F64 = {"dtype": torch.float64}
# Asked in the tests of each; the start of rotary positions is its table.
HAND_ON = {"__init__"}


def samples(*shape, seed=0):
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), **F64)


def refused(f, *args):
    """1 if it raises ValueError, and nothing else."""
    try:
        f(*args)
    except ValueError:
        return torch.ones(())
    return torch.zeros(())


def loaded(new, old):
    """The mutant with the numbers of the right one."""
    new.load_state_dict(old.state_dict())
    return new


def learned(cls=nn.LearnedPositionalEncoding):
    right = nn.LearnedPositionalEncoding(4, max_len=6).double()
    layer, x = loaded(cls(4, max_len=6).double(), right), samples(2, 3, 4)
    for offset in (0, 2, 3):
        rows = torch.arange(offset, offset + 3)
        yield layer(x, offset), x + embedding(rows, right.table)
    yield layer(x), layer(x, 0)
    yield refused(layer, x, 4), torch.ones(())


def rotary(cls=nn.RotaryPositionalEmbedding):
    for dim, base in ((6, 10_000.0), (4, 50.0)):
        layer, x = cls(dim, 9, base), samples(2, 4, dim)
        for offset in (0, 5):
            z = torch.view_as_complex(x.unflatten(-1, (-1, 2)))
            at = torch.arange(offset, offset + 4, **F64)[:, None]
            angle = at * base ** (-2 * torch.arange(dim // 2, **F64) / dim)
            turned = z * torch.polar(torch.ones_like(angle), angle)
            yield layer(x, offset), torch.view_as_real(turned).flatten(-2)
        yield layer(x), layer(x, 0)
        yield refused(layer, x, 6), torch.ones(())
    yield refused(cls, 3), torch.ones(())
    yield refused(cls, 0), torch.ones(())
    yield cls(2)(samples(5000, 2)).shape[0] * torch.ones(()), torch.tensor(5000.0)
    yield refused(cls(2), samples(5001, 2)), torch.ones(())


def turned(f=nn.apply_rotary):
    angle = samples(3, 2, seed=1)
    for x in (samples(2, 3, 4), samples(3, 4)):
        y = torch.view_as_complex(x.unflatten(-1, (-1, 2))) * torch.exp(1j * angle)
        yield f(x, angle.cos(), angle.sin()), torch.view_as_real(y).flatten(-2)


def shift(f=nn.relative_shift):
    for T, first in ((1, (2,)), (2, (2, 3)), (5, (2,))):
        given = samples(*first, T, 2 * T - 1)
        steps = torch.arange(T) - torch.arange(T)[:, None] + T - 1
        yield f(given), given.gather(-1, steps.expand(*first, T, T))
    for shape in ((3, 4), (3, 6)):
        yield refused(f, samples(*shape)), torch.ones(())


def band(f=nn.band_mask):
    for before, after in ((0, 0), (2, 1), (0, 3)):
        rows = [[not -before <= j - i <= after for j in range(5)] for i in range(5)]
        yield f(5, before, after).double(), torch.tensor(rows).double()
    yield refused(f, 3, -1, 0), torch.ones(())


def truncated(f=nn.truncated_self_attention):
    q, k, v = (samples(2, 6, 3, seed=n) for n in range(3))
    for before, after in ((0, 0), (2, 1), (0, 3), (6, 6)):
        mask = ~nn.band_mask(6, before, after)
        for scale in (None, 0.3):
            oracle = torch.nn.functional.scaled_dot_product_attention(
                q, k, v, mask, scale=scale
            )
            yield f(q, k, v, before, after, scale=scale), oracle
    yield refused(f, q, k, v, 0, -1), torch.ones(())
    for given in ((q[:, :5], k, v), (q, k[:, :5], v), (q, k, v[:, :5])):
        yield refused(f, *given, 1, 1), torch.ones(())


def pixels(cls=nn.PixelAttention):
    right = nn.PixelAttention(4, 2).double()
    with torch.no_grad():
        right.gamma.fill_(0.7)
    layer, x = loaded(cls(4, 2).double(), right), samples(2, 4, 2, 3)
    f, g, h = (
        conv2d(x, part.weight[:, :, None, None]).flatten(2)
        for part in (right.key, right.query, right.value)
    )
    beta = torch.softmax(torch.einsum("nci,ncj->nij", f, g), 1)
    o = torch.einsum("nij,nci->ncj", beta, h).reshape(2, -1, 2, 3)
    yield layer(x), x + 0.7 * conv2d(o, right.out.weight[:, :, None, None])
    for shape in ((1, 3, 2, 2), (4, 2, 2), (1, 4, 2)):
        yield refused(layer, samples(*shape)), torch.ones(())


def shifts(cls=nn.ShiftAttention):
    for args, more, shape in (
        ((2, 3, 3), {"padding": 1}, (2, 2, 4, 5)),
        ((1, 2, (3, 2)), {"stride": (2, 1), "padding": (1, 2)}, (1, 1, 7, 6)),
        ((2, 2, 2), {"dilation": (1, 2), "bias": False}, (1, 2, 3, 5)),
        ((1, 1, (2, 3)), {}, (1, 1, 2, 3)),
    ):
        torch.manual_seed(0)
        conv, x = torch.nn.Conv2d(*args, **more, **F64), samples(*shape)
        yield cls(conv)(x), conv(x)
    layer = cls(torch.nn.Conv2d(1, 1, (2, 3), **F64))
    for shape in ((1, 1, 1, 3), (1, 1, 2, 2)):
        yield refused(layer, samples(*shape)), torch.ones(())


def along_edges(cls=nn.GraphAttention):
    for sizes in ((3, 2, 2), (2, 3, 1)):
        right = nn.GraphAttention(*sizes).double()
        layer, x = loaded(cls(*sizes).double(), right), samples(4, sizes[0])
        edges = samples(4, 4, seed=5) > -0.3
        edges[2] = False
        weights = right.weight.unflatten(0, (sizes[2], -1))
        rows = torch.zeros(4, sizes[2], sizes[1], **F64)
        for i, k in ((i, k) for i in range(4) for k in range(sizes[2])):
            W, a = weights[k], right.attention[k]
            near = [j for j in range(4) if edges[i, j]]
            e = [a @ torch.cat([W @ x[i], W @ x[j]]) for j in near]
            e = [torch.exp(s if s > 0 else 0.2 * s) for s in e]
            for share, j in zip(e, near, strict=True):
                rows[i, k] += share / sum(e) * (W @ x[j])
        yield layer(x, edges), rows.flatten(1)
        yield refused(layer, x, edges[:, :3]), torch.ones(())


THINGS = {
    "LearnedPositionalEncoding": learned,
    "RotaryPositionalEmbedding": rotary,
    "apply_rotary": turned,
    "relative_shift": shift,
    "band_mask": band,
    "truncated_self_attention": truncated,
    "PixelAttention": pixels,
    "ShiftAttention": shifts,
    "GraphAttention": along_edges,
}


@pytest.mark.parametrize("name", THINGS)
def test_no_mutant_survives(name):
    found, thing = THINGS[name], getattr(nn, name)
    source = inspect.getsource(importlib.import_module(thing.__module__))
    skip = () if name == "RotaryPositionalEmbedding" else HAND_ON
    with torch.no_grad():
        assert gap(found) < 1e-11
        tried, left = surviving(source, name, found, skip)
    assert tried > 0
    assert unexplained(left, {}) == []
