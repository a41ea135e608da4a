"""A fault in attention, in a score, a mask or the cache does not go unseen.

The mechanical faults of `helpers.mutants` at every place, and by hand those that
people make: each is compared with torch, or with plain sums, on the same numbers.
"""

import importlib
import inspect
import math

import numpy as np
import pytest
import torch
from helpers.mutants import SEEN, gap, surviving, unexplained
from torch.nn import functional

from chainrule.nn import KeyValueCache, MultiheadAttention, causal_mask
from chainrule.nn.attention import masks as masks_module
from chainrule.nn.attention import scaled_dot_product_attention as sdpa_module

F64 = {"dtype": torch.float64}
ATTENTION = "chainrule.nn.attention."
NUMPY = "chainrule.scratch.nn.attention.self_attention"


def drawn(*shape, seed=0):
    generator = torch.Generator().manual_seed(seed + sum(shape))
    return torch.randn(*shape, **F64, generator=generator, requires_grad=True)


def some(*shape):
    """True where one may look; the first query of each may look at nothing."""
    mask = torch.rand(shape, generator=torch.Generator().manual_seed(1)) > 0.4
    mask[..., 0, :], mask[..., 1:, 0] = False, True
    return mask


def hidden_sums(q, k, v, mask=None, causal=False, scale=None):
    """The definition, with a weight of 0 for what is hidden: (output, weights)."""
    scores = torch.einsum("...te,...se->...ts", q, k)
    scores = scores * (q.shape[-1] ** -0.5 if scale is None else scale)
    t, s = scores.shape[-2:]
    seen = torch.ones(scores.shape, **F64)
    if causal:
        seen = seen * (torch.arange(t)[:, None] >= torch.arange(s))
    if mask is not None and mask.dtype == torch.bool:
        seen = seen * mask
    elif mask is not None:
        seen = seen * (mask > -math.inf)
        scores = scores + mask.clamp_min(-1e3)
    powers = scores.exp() * seen
    total = powers.sum(-1, keepdim=True)
    weights = powers / torch.where(total > 0, total, torch.ones_like(total))
    return torch.einsum("...ts,...sf->...tf", weights, v), weights


def both_gradients(pairs, inputs):
    """The pairs, and their gradients by the inputs, for fixed upstreams."""
    pairs = list(pairs)
    yield from pairs
    found = []
    for side in zip(*pairs, strict=True):
        loss = sum((y * drawn(*y.shape, seed=9).detach()).sum() for y in side)
        found.append(torch.autograd.grad(loss, inputs))
    yield from zip(*found, strict=True)


# --- the formula ----------------------------------------------------------------------

added = some(3, 5).double().log() + drawn(3, 5).detach()  # −∞ where hidden
OPTIONS = [
    {},
    {"is_causal": True},
    {"scale": 0.3},
    {"attn_mask": some(3, 5)},
    {"attn_mask": added},
    {"attn_mask": added[2:]},
]


def formula_gaps(function):
    q, k, v = drawn(2, 3, 4), drawn(2, 5, 4), drawn(2, 5, 6)
    for options in OPTIONS:
        mask, causal = options.get("attn_mask"), options.get("is_causal", False)
        oracle = hidden_sums(q, k, v, mask, causal, options.get("scale"))
        pair = function(q, k, v, **options, need_weights=True)
        yield from both_gradients(zip(pair, oracle, strict=True), (q, k, v))
        yield function(q, k, v, **options), oracle[0]
    many = drawn(3, 6, 3, 4)
    shared = drawn(3, 2, 5, 4), drawn(3, 2, 5, 4, seed=1)
    for need_weights in (True, False):
        y = function(many, *shared, enable_gqa=True, need_weights=need_weights)
        each = (x.repeat_interleave(3, 1) for x in shared)
        yield y[0] if need_weights else y, hidden_sums(many, *each)[0]
    torch.manual_seed(0)
    y, weights = function(q, k, v, None, 0.5, need_weights=True)
    torch.manual_seed(0)
    kept = functional.dropout(hidden_sums(q, k, v)[1], 0.5)
    yield from zip((y, weights), (kept @ v, kept), strict=True)
    torch.manual_seed(0)
    ours = function(q, k, v, None, 0.5)
    torch.manual_seed(0)
    yield ours, functional.scaled_dot_product_attention(q, k, v, None, 0.5)


def attention_with(name, new, monkeypatch):
    """scaled_dot_product_attention in which one function is another."""
    if name == "scaled_dot_product_attention":
        return new
    monkeypatch.setattr(sdpa_module, name, new)
    return sdpa_module.scaled_dot_product_attention


# --- layers ---------------------------------------------------------------------------


def self_gaps(make):
    for activation in ("softmax", "relu"):
        for bias, scale in ((False, None), (True, 0.3)):
            torch.manual_seed(0)
            layer = make(3, 4, 2, bias, scale=scale, activation=activation, **F64)
            for options in (OPTIONS[0], OPTIONS[1], {"attn_mask": some(5, 5)}):
                x = drawn(2, 5, 3)
                names = "query", "key", "value"
                layers = [getattr(layer, name) for name in names]
                q, k, v = (functional.linear(x, f.weight, f.bias) for f in layers)
                mask, causal = options.get("attn_mask"), options.get("is_causal", False)
                oracle = hidden_sums(q, k, v, mask, causal, scale)
                if activation == "relu":
                    weights = (q @ k.mT * (scale or 0.5)).clamp_min(0)
                    seen = causal_mask(5).logical_not() if causal else mask
                    weights = weights if seen is None else weights * seen
                    oracle = weights @ v, weights
                pair = layer(x, **options, need_weights=True)
                inputs = [x, *layer.parameters()]
                yield from both_gradients(zip(pair, oracle, strict=True), inputs)
                yield layer(x, **options), oracle[0]


def additive_gaps(make):
    layer, q, k = make(5, 4, 3, **F64), drawn(2, 3, 5), drawn(2, 6, 4)
    W, U, w = layer.parameters()
    with torch.no_grad():  # whatever they started with
        for seed, p in enumerate((W, U, w)):
            p.copy_(drawn(*p.shape, seed=seed))
    rows = [torch.tanh(q[:, i, None] @ W.T + k @ U.T) @ w for i in range(3)]
    pairs = [(layer(q, k), torch.stack(rows, 1))]
    yield from both_gradients(pairs, [q, k, W, U, w])
    yield layer(q[0], k[0]), layer(q, k)[0]
    yield layer(q[None], k[None]), layer(q, k)[None]


def dot_gaps(function):
    q, k = drawn(2, 3, 5), drawn(2, 6, 5)
    for scale in (1.0, 0.3):
        oracle = torch.einsum("nte,nse->nts", q, k) * scale
        yield from both_gradients([(function(q, k, scale), oracle)], [q, k])
    yield function(q, k), torch.einsum("nte,nse->nts", q, k)


def numpy_gaps(make):
    for shape in ((5, 3), (2, 4, 3)):
        for scale in (None, 0.7):
            layer, x = make(3, 4, 2, scale, rng=0), drawn(*shape)
            W = [torch.tensor(p, requires_grad=True) for p in layer.params]
            q, k, v = (x @ w.T for w in W)
            y = functional.scaled_dot_product_attention(q, k, v, scale=scale)
            dy = drawn(*y.shape, seed=2).detach()
            yield layer.forward(x.detach().numpy()), y
            dx = layer.backward(dy.numpy())
            found = [dx, *layer.grads]
            oracle = torch.autograd.grad(y, [x, *W], dy)
            yield from zip(found, oracle, strict=True)


def copied(make, bias=True, batch_first=True, num_heads=2):
    options = {"bias": bias, "batch_first": batch_first}
    torch.manual_seed(0)
    theirs = torch.nn.MultiheadAttention(6, num_heads, **options)
    ours = make(6, num_heads, **options, **F64)
    ours.load_state_dict(theirs.double().state_dict())
    return ours, theirs


def heads_gaps(make):
    """Weights copied from torch; a cache against all positions at once."""
    x, memory = drawn(3, 4, 6), drawn(3, 5, 6)
    padding = torch.zeros(3, 5, dtype=torch.bool)
    padding[-1, -2:] = True
    each = some(6, 4, 5).logical_not()
    each[:, 0, :2] = False
    calls = [
        ((x, x, x), {}),
        ((x, memory, memory), {"key_padding_mask": padding}),
        ((x, memory, memory), {"attn_mask": each, "average_attn_weights": False}),
        ((x, memory, memory), {"attn_mask": each[0], "key_padding_mask": padding}),
        ((x, x, x), {"attn_mask": causal_mask(4), "need_weights": False}),
    ]
    for bias in (True, False):
        for first in (True, False):
            ours, theirs = copied(make, bias, first)
            for tensors, options in calls:
                given = [a if first else a.transpose(0, 1) for a in tensors]
                ys = [layer(*given, **options) for layer in (ours, theirs)]
                pairs = [p for p in zip(*ys, strict=True) if p[1] is not None]
                yield from both_gradients(pairs, [x])
    ours, theirs = copied(make)
    yield from zip(ours(x[0], x[0], x[0]), theirs(x[0], x[0], x[0]), strict=True)
    whole, _ = theirs(x, x, x, attn_mask=causal_mask(4))
    for options in ({"need_weights": False}, {}):
        yield ours(x, x, x, is_causal=True, **options)[0], whole
    short = padding[:, 1:]
    y, _ = ours(x, x, x, short, need_weights=False, is_causal=True)
    yield y, theirs(x, x, x, short, attn_mask=causal_mask(4))[0]
    for num_heads in (1, 2):
        ours, theirs = copied(make, num_heads=num_heads)
        whole, _ = theirs(x, x, x, attn_mask=causal_mask(4))
        for sizes in ((1, 1, 1, 1), (2, 2), (1, 3)):
            cache, start, parts = KeyValueCache(6), 0, []
            for size in sizes:
                new = x[:, start : start + size]
                call = {"is_causal": True, "need_weights": False, "cache": cache}
                parts.append(ours(new, new, new, **call)[0])
                start += size
            yield torch.cat(parts, 1), whole
    cache = KeyValueCache(6)
    ours(memory, memory, memory, cache=cache)
    yield ours(x, None, None, cache=cache)[0], theirs(x, memory, memory)[0]
    dropped = make(6, 2, dropout=0.5, batch_first=True, **F64)
    dropped.load_state_dict(theirs.state_dict())
    torch.manual_seed(1)
    yield float(torch.equal(dropped(x, x, x)[0], theirs(x, x, x)[0])), 0.0
    yield dropped.eval()(x, x, x)[0], theirs(x, x, x)[0]


def cache_gaps(make):
    k, v = drawn(2, 3, 5, 4).detach(), drawn(2, 3, 5, 6).detach()
    for sizes in ((5,), (1, 3, 1), (2, 2)):
        cache, start = make(5), 0
        for size in sizes:
            end = start + size
            found = cache.extend(k[:, :, start:end], v[:, :, start:end])
            yield from zip(found, (k[:, :, :end], v[:, :, :end]), strict=True)
            yield float(cache.length), float(end)
            start = end
        rows = torch.tensor([1, 1, 0])
        yield from zip(cache.held(), (k[:, :, :end], v[:, :, :end]), strict=True)
        cache.select(rows)
        kept = k[rows][:, :, :end], v[rows][:, :, :end]
        yield from zip(cache.held(), kept, strict=True)
    cache = make(2)
    cache.select(torch.tensor([0]))  # of nothing
    try:
        cache.extend(k, v)
    except ValueError:
        yield 0.0, 0.0
    else:
        yield 0.0, 1.0


def causal_gaps(function):
    for length, keys, offset in ((4, None, 0), (3, 5, 2), (1, 4, 3), (2, 2, 0)):
        options = {} if keys is None else {"keys": keys, "offset": offset}
        i = torch.arange(length)[:, None] + offset
        yield function(length, **options), torch.arange(keys or length) > i


def taking_gaps(function):
    x, memory = drawn(3, 4, 6), drawn(3, 5, 6)
    padding = torch.zeros(3, 5, dtype=torch.bool)
    padding[-1, -2:], padding[0, 0] = True, True
    each = some(6, 4, 5).logical_not()
    each[:, :, 1] = False
    number = drawn(4, 5).detach()
    far = torch.zeros(3, 5, **F64).masked_fill(padding, -math.inf)
    _, theirs = copied(MultiheadAttention)
    options = [
        (None, padding),
        (each, None),
        (each, padding),
        (each[0], padding),
        (number, padding),
        (each, far),
        (number, far),
    ]
    yield float(function(None, None, 2) is None), 1.0
    for attn_mask, padded in options:
        mask = function(attn_mask, padded, 2)
        q = functional.linear(x, *weights_of(theirs, 0))
        k = functional.linear(memory, *weights_of(theirs, 1))
        q, k = (a.unflatten(-1, (2, 3)).transpose(1, 2) for a in (q, k))
        found = hidden_sums(q, k, k, mask)[1]
        call = {"attn_mask": added_numbers(attn_mask), "average_attn_weights": False}
        call["key_padding_mask"] = added_numbers(padded)
        yield found, theirs(x, memory, memory, **call)[1]


def added_numbers(mask):
    """As numbers for torch, which warns of masks of two kinds."""
    if mask is None or mask.dtype != torch.bool:
        return mask
    return torch.zeros(mask.shape, **F64).masked_fill(mask, -math.inf)


def weights_of(layer, part):
    W, b = layer.in_proj_weight.chunk(3), layer.in_proj_bias.chunk(3)
    return W[part], b[part]


# --- none survives --------------------------------------------------------------------

CASES = {
    "scaled_dot_product_attention.scaled_dot_product_attention": formula_gaps,
    "scaled_dot_product_attention.masked_softmax": formula_gaps,
    "scaled_dot_product_attention.masked": formula_gaps,
    "scaled_dot_product_attention.shared_heads": formula_gaps,
    "self_attention.SelfAttention": self_gaps,
    "additive_score.AdditiveScore": additive_gaps,
    "dot_score.dot_score": dot_gaps,
    "multihead_attention.MultiheadAttention": heads_gaps,
    "key_value_cache.KeyValueCache": cache_gaps,
    "masks.causal_mask": causal_gaps,
    "masks.taking_part": taking_gaps,
    "masks.added": taking_gaps,
}
# Not seen because they change nothing: what -> what is changed -> why.
START = "the first weights, of which test_start asks"
REFUSES = "only refuses, of which tests of errors ask"
UNIFORM = "rng.uniform(-1, 1, (d, d_in)) / np.sqrt(d_in)"
EQUIVALENT: dict[str, dict[str, str | list[str]]] = {
    "scaled_dot_product_attention": {
        "check_attention(query, key, value, attn_mask, is_causal) -> pass": REFUSES,
    },
    "masked_softmax": {"0 -> 1": "of rows that become zeros behind the softmax"},
    "AdditiveScore": {"self.reset_parameters() -> pass": START},
    "MultiheadAttention": {
        "self.reset_parameters() -> pass": START,
        "-2 -> 2": ["of four axes -2 is number 2"] * 3,
    },
    "KeyValueCache": {"-2 -> 2": "of four axes -2 is number 2"},
    "taking_part": {
        "check_mask('attn_mask', attn_mask) -> pass": REFUSES,
        "check_mask('key_padding_mask', key_padding_mask) -> pass": REFUSES,
    },
    "numpy": {
        f"{UNIFORM} -> {UNIFORM.replace('/', '*')}": START,
        "np.sqrt(d_in) -> d_in": START,
        "-1 -> 1": START,
        "1 -> 2": [START, START, "NumPy takes -2 for -1 in reshape"],
    },
}
SKIP = {"extra_repr", "reset_parameters"}  # of starts: tests of each layer


def put(monkeypatch, module, name, new):
    """What to hand to the gaps in place of the thing: itself, or its user."""
    if module == "scaled_dot_product_attention":
        return attention_with(name, new, monkeypatch)
    if name == "added":
        monkeypatch.setattr(masks_module, "added", new)
        return masks_module.taking_part
    return new


@pytest.mark.parametrize("where", CASES)
def test_no_mutant_survives(where, monkeypatch):
    module, _, name = where.partition(".")
    thing = importlib.import_module(ATTENTION + module)
    right = getattr(thing, name)

    def found(new):
        return CASES[where](put(monkeypatch, module, name, new))

    assert gap(lambda: found(right)) < 1e-12
    tried, left = surviving(inspect.getsource(thing), name, found, SKIP)
    assert tried > 0
    assert unexplained(left, EQUIVALENT.get(name, {})) == []


def test_no_mutant_of_the_numpy_layer_survives():
    module = importlib.import_module(NUMPY)
    assert gap(lambda: numpy_gaps(module.SelfAttention)) < 1e-12
    text = inspect.getsource(module)
    tried, left = surviving(text, "SelfAttention", numpy_gaps)
    assert tried > 0
    assert unexplained(left, EQUIVALENT["numpy"]) == []


# --- by hand --------------------------------------------------------------------------

BY_HAND = [
    # the softmax over queries, the root of another size, none, the scale squared
    (NUMPY, "softmax(q @ k.mT * self.scale)", "softmax(k @ q.mT * self.scale)"),
    (
        NUMPY,
        "softmax(q @ k.mT * self.scale)",
        "softmax((q @ k.mT * self.scale).mT).mT",
    ),
    (NUMPY, "np.sqrt(d_k)", "np.sqrt(d_v)"),
    (NUMPY, "* self.scale  # (37.13)", "# (37.13)"),
    (NUMPY, "dweights - mean", "dweights"),
    (NUMPY, "dscores @ k, dscores.mT @ q", "dscores @ k, dscores @ q"),
    (
        NUMPY,
        "axis=-1, keepdims=True)\n        dscores",
        "axis=-2, keepdims=True)\n        dscores",
    ),
    (NUMPY, "(dq, dk, dv), strict", "(dk, dq, dv), strict"),
    (NUMPY, "weights.mT @ dy", "weights @ dy"),
    (NUMPY, " + dk @ self.W_k", ""),
    (
        ATTENTION + "scaled_dot_product_attention",
        "scores.softmax(-1)",
        "scores.softmax(-2)",
    ),
    (
        ATTENTION + "scaled_dot_product_attention",
        ".masked_fill(nothing, 0).softmax(-1)",
        ".softmax(-1)",
    ),
    (ATTENTION + "scaled_dot_product_attention", "bool).tril()", "bool).triu()"),
    (ATTENTION + "scaled_dot_product_attention", "bool).tril()", "bool).tril(-1)"),
    (
        ATTENTION + "scaled_dot_product_attention",
        "masked_fill(~attn_mask",
        "masked_fill(attn_mask",
    ),
    (
        ATTENTION + "self_attention",
        "dot_score(q, k, self.scale)",
        "dot_score(k, q, self.scale)",
    ),
    # mistake 25: heads by a view alone
    (
        ATTENTION + "multihead_attention",
        "part.unflatten(-1, shape).transpose(1, 2)",
        "part.reshape(len(part), shape[0], -1, shape[1])",
    ),
    # a cache whose positions begin at 0 again
    (
        ATTENTION + "multihead_attention",
        "q.shape[-2], k.shape[-2], offset",
        "q.shape[-2], k.shape[-2], 0",
    ),
]
USES = {
    NUMPY: ("SelfAttention", numpy_gaps),
    ATTENTION + "scaled_dot_product_attention": (
        "scaled_dot_product_attention",
        formula_gaps,
    ),
    ATTENTION + "self_attention": ("SelfAttention", self_gaps),
    ATTENTION + "multihead_attention": ("MultiheadAttention", heads_gaps),
}


@pytest.mark.parametrize(("where", "right", "wrong"), BY_HAND)
def test_a_mistake_that_people_make_is_seen(where, right, wrong):
    text = inspect.getsource(importlib.import_module(where))
    assert text.count(right) >= 1, f"{right} is not there"
    name, gaps = USES[where]
    namespace = {"__name__": "mistaken"}
    exec(text.replace(right, wrong), namespace)
    with np.errstate(all="ignore"):
        assert gap(lambda: gaps(namespace[name])) > SEEN
