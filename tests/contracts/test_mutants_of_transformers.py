"""A fault in the Transformer's blocks, stacks or model does not go unseen.

The mechanical faults of `helpers.mutants` at every place, and by hand those that people
make: order of the norms, residual connections, masks handed on, caches, the scale of
embeddings. Blocks and the model are compared with torch's on the same numbers, and with
caches against no cache; a stack by what it hands to its blocks.
"""

import copy
import importlib
import inspect
import warnings

import pytest
import torch
from helpers.mutants import SEEN, gap, surviving, unexplained
from helpers.transformers import F64, SIZES, both, padding, tokens, transformer

from chainrule import nn
from chainrule.models import CachedDecoder, Transformer
from chainrule.nn import KeyValueCache, causal_mask, sinusoidal_positions


def source(cls):
    return inspect.getsource(importlib.import_module(cls.__module__))


def survivors(cls, found):
    """Those of the class's mutants of which found sees nothing."""
    assert gap(lambda: found(cls)) < 1e-11
    tried, left = surviving(source(cls), cls.__name__, found)
    assert tried >= 3
    return left


def put(layer, new):
    """layer with the methods of another class, and its own numbers."""
    layer = copy.copy(layer)
    layer.__class__ = new
    return layer


class Times(torch.nn.Module):
    """Stands where dropout stood, and can be told from the others."""

    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def forward(self, x):
        return self.factor * x


def pair(name, **options):
    """Ours and torch's block, whose dropouts multiply by 2, 3, … each."""
    layers = both(name, 6, 2, batch_first=True, **options)
    for layer in layers:
        drops = [n for n, _ in layer.named_children() if n.startswith("dropout")]
        for factor, each in enumerate(sorted(drops), 2):
            setattr(layer, each, Times(factor))
    return layers


def inputs(length, seed=0):
    torch.manual_seed(seed)
    return torch.randn(2, length, 6, **F64)


ENCODERS = [pair("TransformerEncoderLayer", norm_first=first) for first in (0, 1)]
DECODERS = [pair("TransformerDecoderLayer", norm_first=first) for first in (0, 1)]
SCORES = torch.linspace(-1, 1, 12, **F64)
HIDDEN = padding(2, 4)


def step_by_step(layer, x, *more, **keywords):
    """Position by position, with caches: another way to the same numbers."""
    parts = [layer(part, *more, **keywords) for part in x.split(1, 1)]
    return torch.cat(parts, 1)


def of_encoder_blocks(new):
    x = inputs(4)
    for ours, oracle in ENCODERS:
        ours = put(ours, new)
        scores = torch.outer(SCORES[:4], SCORES[:4])
        yield ours(x), oracle(x)
        yield ours(x, scores), oracle(x, scores)
        keywords = {"src_key_padding_mask": HIDDEN}
        yield ours(x, **keywords), oracle(x, **keywords)
        whole = oracle(x, causal_mask(4))
        yield ours(x, is_causal=True), whole
        cache = KeyValueCache(4)
        keywords = {"is_causal": True, "cache": cache}
        with torch.no_grad():
            yield step_by_step(ours, x, **keywords), whole


def of_decoder_blocks(new):
    x, memory = inputs(3), inputs(4, 1)
    own, crossed = SCORES[:9].reshape(3, 3), SCORES.reshape(3, 4)
    for ours, oracle in DECODERS:
        ours = put(ours, new)
        yield ours(x, memory), oracle(x, memory)
        for name, mask in (
            ("tgt_mask", own),
            ("memory_mask", crossed),
            ("tgt_key_padding_mask", HIDDEN[:, 1:]),
            ("memory_key_padding_mask", HIDDEN),
        ):
            keywords = {name: mask}
            yield ours(x, memory, **keywords), oracle(x, memory, **keywords)
        whole = oracle(x, memory, causal_mask(3))
        yield ours(x, memory, tgt_is_causal=True), whole
        ahead = oracle(x, memory, memory_mask=causal_mask(3, 4))
        yield ours(x, memory, memory_is_causal=True), ahead
        cache = KeyValueCache(3), KeyValueCache(4)
        keywords = {"tgt_is_causal": True, "cache": cache}
        with torch.no_grad():
            found = [ours(x[:, :1], memory, **keywords)]
            # whatever is given as memory later is not looked at
            found += [ours(x[:, t : t + 1], 0 * memory, **keywords) for t in (1, 2)]
        yield torch.cat(found, 1), whole


class Recorder(torch.nn.Module):
    """A block that hands its arguments to a list, and adds one."""

    def __init__(self, calls):
        super().__init__()
        self.calls = calls

    def __deepcopy__(self, memo):
        return Recorder(self.calls)

    def forward(self, x, *given, cache):
        self.calls.append((*given, cache))
        return x + 1


def of_stack(given):
    """Each block gets each argument in its place, and what is left out is None."""

    def found(new):
        calls, names = [], [object() for _ in range(given)]
        for norm in (None, Times(5)):
            stack = new(Recorder(calls), 3, norm)
            assert len({id(layer) for layer in stack.layers}) == stack.num_layers == 3
            for caches in (None, ["a", "b", "c"]):
                calls.clear()
                y = stack(torch.ones(2), *names, caches=caches)
                assert calls == [(*names, c) for c in caches or [None] * 3]
                yield y, torch.full((2,), 20.0 if norm else 4.0)
        calls.clear()
        left_out = [None, None, False]
        if given == 7:
            left_out = ["memory", None, None, None, None, False, False]
        new(Recorder(calls), 1)(torch.ones(2), *left_out[: given == 7])
        assert calls == [(*left_out, None)]

    return found


def torchs(first):
    """torch.nn.Transformer's logits and memory, and the numbers it has them from."""
    model, (src, tgt) = transformer(norm_first=first), tokens()
    names = "d_model nhead num_encoder_layers num_decoder_layers dim_feedforward"
    sizes = [SIZES[name] for name in names.split()]
    oracle = torch.nn.Transformer(
        *sizes, dropout=0.0, batch_first=True, norm_first=first
    ).double()
    if not first:
        oracle.encoder.norm = oracle.decoder.norm = None
    for name in ("encoder", "decoder"):
        getattr(oracle, name).load_state_dict(getattr(model, name).state_dict())
    table, hidden = model.embedding, src == 0
    x, z = (
        4 * table[a] + sinusoidal_positions(a.shape[1], 16).float() for a in (src, tgt)
    )
    memory = oracle.encoder(x, src_key_padding_mask=hidden)
    y = oracle.decoder(
        z, memory, tgt_mask=causal_mask(5), memory_key_padding_mask=hidden
    )
    return model, memory, y @ table.T


with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # torch has no nested tensors for norm_first
    MODELS = [torchs(first) for first in (False, True)]


def of_model(new):
    """What it builds, too, is compared with what torch builds."""
    src, tgt = tokens()
    for first, (model, memory, logits) in enumerate(MODELS):
        torch.manual_seed(0)  # as helpers.transformers does
        made = new(11, **SIZES, norm_first=bool(first)).double()
        for name, value in made.state_dict().items():
            yield value, model.state_dict()[name]
        yield made.encode(src), memory
        yield made(src, tgt), logits
        with torch.no_grad():
            decoder = made.start(src, 5)
            assert isinstance(decoder, CachedDecoder)
            steps = [decoder(tgt[:, t]) for t in range(5)]
        yield torch.stack(steps, 1), logits
    small = {"d_model": 4, "nhead": 1, "num_encoder_layers": 1}
    small |= {"num_decoder_layers": 1, "dim_feedforward": 5}
    made = new(7, **small, dropout=0.25, padding_idx=3, max_len=9)
    drops = [m.p for m in made.modules() if isinstance(m, nn.Dropout)]
    assert drops == [0.25] * 8  # three in a block, four in the other, positions
    assert made.padding_idx == 3
    assert len(made.positions.table) == 9


def of_constructor(name):
    """Same start, same parts, same options as torch's."""

    def found(new):
        for options in (
            {"bias": False, "layer_norm_eps": 0.25, **F64},
            {"dropout": 0.25, "batch_first": True, "norm_first": True},
            {"activation": torch.nn.functional.gelu},
        ):
            torch.manual_seed(3)
            oracle = getattr(torch.nn, name)(6, 2, 5, **options)
            torch.manual_seed(3)
            ours = new(6, 2, 5, **options)
            starts = ours.state_dict(), oracle.state_dict()
            assert starts[0].keys() == starts[1].keys()
            for key, value in starts[0].items():
                assert value.dtype == starts[1][key].dtype
                yield value, starts[1][key]
            assert len([*ours.parameters()]) == len([*oracle.parameters()])
            given = options.get("activation", torch.relu)
            assert ours.activation is given
            assert ours.norm_first == oracle.norm_first
            for key, part in oracle.named_modules():
                mine = ours.get_submodule(key)
                for option in ("p", "eps", "dropout", "batch_first", "num_heads"):
                    if not callable(getattr(part, option, len)):
                        assert getattr(mine, option) == getattr(part, option)

    return found


def all_of(*parts):
    def found(new):
        for part in parts:
            yield from part(new)

    return found


ENCODER, DECODER = nn.TransformerEncoderLayer, nn.TransformerDecoderLayer
FOUND = {
    ENCODER: all_of(of_encoder_blocks, of_constructor(ENCODER.__name__)),
    DECODER: all_of(of_decoder_blocks, of_constructor(DECODER.__name__)),
    nn.TransformerEncoder: of_stack(3),
    nn.TransformerDecoder: of_stack(7),
    Transformer: of_model,
}
EQUIVALENT: dict[type, dict[str, str]] = {
    Transformer: {
        "2 -> 3": "a third norm that nobody asks for",
        "0 -> 1": "the norms are made alike, and each stack has one of them",
    }
}


@pytest.mark.parametrize("cls", FOUND, ids=lambda cls: cls.__name__)
def test_no_mutant_survives(cls):
    assert unexplained(survivors(cls, FOUND[cls]), EQUIVALENT.get(cls, {})) == []


# --- by hand --------------------------------------------------------------------------

BY_HAND = [
    # the residual connection
    (
        ENCODER,
        "x = x + self.attended(self.norm1(x), masks)",
        "x = self.attended(self.norm1(x), masks)",
    ),
    (
        ENCODER,
        "return x + self.fed_forward(self.norm2(x))",
        "return self.fed_forward(self.norm2(x))",
    ),
    (
        ENCODER,
        "self.norm1(x + self.attended(x, masks))",
        "self.norm1(self.attended(x, masks))",
    ),
    (ENCODER, "self.norm2(x + self.fed_forward(x))", "self.norm2(self.fed_forward(x))"),
    (
        ENCODER,
        "return self.norm2(x + self.fed_forward(x))",
        "return self.norm2(src + self.fed_forward(x))",
    ),
    (
        ENCODER,
        "x + self.fed_forward(self.norm2(x))",
        "src + self.fed_forward(self.norm2(x))",
    ),
    # the place of the norm
    (ENCODER, "self.attended(self.norm1(x), masks)", "self.attended(x, masks)"),
    (
        ENCODER,
        "self.norm1(x + self.attended(x, masks))",
        "self.norm1(x) + self.attended(x, masks)",
    ),
    (
        ENCODER,
        "self.norm2(x + self.fed_forward(x))",
        "x + self.norm2(self.fed_forward(x))",
    ),
    (ENCODER, "self.fed_forward(self.norm2(x))", "self.fed_forward(self.norm1(x))"),
    (ENCODER, "return self.norm2(x + self", "return self.norm1(x + self"),
    # masks
    (ENCODER, '"attn_mask": src_mask', '"attn_mask": None'),
    (ENCODER, '"key_padding_mask": src_key_padding_mask', '"key_padding_mask": None'),
    (ENCODER, '"is_causal": is_causal', '"is_causal": False'),
    (ENCODER, '"is_causal": is_causal', '"is_causal": src_mask is None'),
    (ENCODER, '"cache": cache', '"cache": None'),
    # the small network
    (ENCODER, "self.activation(self.linear1(x))", "self.linear1(x)"),
    (
        ENCODER,
        "self.dropout(self.activation(self.linear1(x)))",
        "self.activation(self.linear1(x))",
    ),
    (
        ENCODER,
        "self.dropout2(self.linear2(hidden))",
        "self.dropout1(self.linear2(hidden))",
    ),
    (ENCODER, "return self.dropout1(y)", "return y"),
    # the constructor
    (ENCODER, "d_model, nhead, dropout, batch", "d_model, nhead, 0.0, batch"),
    (ENCODER, "batch_first=batch_first, **like", "**like"),
    (ENCODER, '{"bias": bias, ', "{"),
    (ENCODER, ', "dtype": dtype}', "}"),
    (
        ENCODER,
        "self.norm1 = LayerNorm(d_model, layer_norm_eps",
        "self.norm1 = LayerNorm(d_model, 1e-5",
    ),
    (
        ENCODER,
        "self.norm2 = LayerNorm(d_model, layer_norm_eps",
        "self.norm2 = LayerNorm(d_model, 1e-5",
    ),
    (
        ENCODER,
        "self.norm2 = LayerNorm(d_model, layer_norm_eps, **like)",
        "self.norm2 = self.norm1",
    ),
    (ENCODER, "self.dropout = Dropout(dropout)", "self.dropout = Dropout()"),
    (ENCODER, "activation, norm_first\n", "torch.relu, norm_first\n"),
    # the decoder's
    (
        DECODER,
        "self.looked_up(self.norm2(x), memory, source)",
        "self.looked_up(self.norm2(x), x, source)",
    ),
    (
        DECODER,
        "self.looked_up(self.norm2(x), memory, source)",
        "self.looked_up(x, memory, source)",
    ),
    (
        DECODER,
        "self.norm2(x + self.looked_up(x, memory, source))",
        "self.norm2(x + self.looked_up(tgt, memory, source))",
    ),
    (
        DECODER,
        "self.norm2(x + self.looked_up(x, memory, source))",
        "self.norm2(self.looked_up(x, memory, source))",
    ),
    (
        DECODER,
        "self.norm1(x + self.attended(x, ahead))",
        "self.norm1(x + self.attended(x, source))",
    ),
    (DECODER, "given = x, memory, memory", "given = memory, x, x"),
    (DECODER, "given = x, memory, memory", "given = x, memory, x"),
    (DECODER, "self.multihead_attn(*given", "self.self_attn(*given"),
    (DECODER, "self.dropout2(y)", "self.dropout1(y)"),
    (DECODER, "self.dropout3(self.linear2", "self.dropout2(self.linear2"),
    (DECODER, "own, crossed = cache", "crossed, own = cache"),
    (DECODER, "memory = None  #", "pass  #"),
    (DECODER, '"attn_mask": tgt_mask', '"attn_mask": memory_mask'),
    (DECODER, '"attn_mask": memory_mask', '"attn_mask": tgt_mask'),
    (
        DECODER,
        '"key_padding_mask": memory_key_padding_mask',
        '"key_padding_mask": None',
    ),
    (DECODER, '"key_padding_mask": tgt_key_padding_mask', '"key_padding_mask": None'),
    (DECODER, '"is_causal": tgt_is_causal', '"is_causal": False'),
    (DECODER, '"is_causal": memory_is_causal', '"is_causal": False'),
    (DECODER, '"is_causal": memory_is_causal', '"is_causal": tgt_is_causal'),
    # stacks
    (nn.TransformerEncoder, "copy.deepcopy(encoder_layer)", "encoder_layer"),
    (
        nn.TransformerEncoder,
        "masks = mask, src_key_padding_mask",
        "masks = src_key_padding_mask, mask",
    ),
    (nn.TransformerEncoder, "x = layer(x, ", "x = layer(src, "),
    (nn.TransformerEncoder, "cache=cache", "cache=None"),
    (nn.TransformerDecoder, "x = layer(x, memory", "x = layer(tgt, memory"),
    (
        nn.TransformerDecoder,
        "masks = [tgt_mask, memory_mask]",
        "masks = [memory_mask, tgt_mask]",
    ),
    (nn.TransformerDecoder, "copy.deepcopy(decoder_layer)", "decoder_layer"),
    # the model
    (Transformer, " * math.sqrt(self.d_model)", ""),
    (Transformer, "std=self.d_model**-0.5", "std=1"),
    (Transformer, "self.positions(x, offset)", "self.positions(x)"),
    (Transformer, "self.positions(x, offset)", "x"),
    (Transformer, "src_key_padding_mask=padding", "src_key_padding_mask=None"),
    (Transformer, "src_key_padding_mask=padding", "src_key_padding_mask=~padding"),
    (Transformer, "memory_key_padding_mask=padding", "memory_key_padding_mask=None"),
    (Transformer, "tgt_is_causal=True", "tgt_is_causal=False"),
    (Transformer, "caches=caches", "caches=None"),
    (Transformer, '"norm_first": norm_first', '"norm_first": False'),
    (Transformer, "num_encoder_layers, norms[0]", "num_encoder_layers, None"),
    (Transformer, "num_decoder_layers, norms[1]", "num_decoder_layers, None"),
    (Transformer, "dropout, max_len)", "0.0, max_len)"),
]


@pytest.mark.parametrize(("cls", "right", "wrong"), BY_HAND)
def test_a_mistake_that_people_make_is_seen(cls, right, wrong):
    text = source(cls)
    assert text.count(right) == 1
    defined = {"__name__": "mutant"}
    exec(text.replace(right, wrong), defined)
    assert gap(lambda: FOUND[cls](defined[cls.__name__])) > SEEN
