import pytest
import torch
from helpers.transformers import F64, OPTIONS, batch, both, padding, results

from chainrule.nn import Dropout, KeyValueCache, TransformerDecoderLayer, causal_mask

UNIT = "autoregressive-decoder"
NAME = "TransformerDecoderLayer"
AGAINST = f"torch.nn.{NAME}"


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize(("d_model", "nhead"), [(8, 2), (6, 3)])
@pytest.mark.parametrize("case", range(4))
def test_is_torchs(agree, options, d_model, nhead, case):
    ours, oracle = both(NAME, d_model, nhead, **options)
    first = options.get("batch_first", False)
    inputs = [batch(3, 4, d_model, first), batch(3, 6, d_model, first)]
    keywords = [
        {},
        {"tgt_mask": causal_mask(4), "memory_key_padding_mask": padding(3, 6)},
        {"tgt_key_padding_mask": padding(3, 4)},
        {"memory_mask": torch.randn(4, 6, **F64)},
    ][case]
    found = zip(
        results(ours, inputs, **keywords),
        results(oracle, inputs, **keywords),
        strict=True,
    )
    for mine, theirs in found:
        agree(UNIT, mine, theirs, 1e-12, atol=1e-12, against=AGAINST)


def test_mistake_26_a_later_target_changes_nothing_before(agree):
    """Bit for bit; and the flag alone is the mask."""
    ours, oracle = both(NAME, 6, 2, batch_first=True)
    tgt, memory = torch.randn(1, 4, 6, **F64), torch.randn(1, 3, 6, **F64)
    y = ours(tgt, memory, tgt_is_causal=True)
    theirs = oracle(tgt, memory, tgt_mask=causal_mask(4))
    agree(UNIT, y, theirs, 1e-12, atol=1e-12, against=AGAINST)
    for j in range(4):
        changed = tgt.clone()
        changed[:, j] += 1
        assert torch.equal(ours(changed, memory, tgt_is_causal=True)[:, :j], y[:, :j])


@pytest.mark.parametrize("norm_first", [True, False])
def test_mistake_32_step_by_step_with_a_cache(agree, norm_first):
    """The memory is projected at the first step only: then it may be gone."""
    layer, _ = both(NAME, 8, 2, batch_first=True, norm_first=norm_first)
    tgt, memory = torch.randn(2, 5, 8, **F64), torch.randn(2, 3, 8, **F64)
    hidden = padding(2, 3)
    keywords = {"memory_key_padding_mask": hidden, "tgt_is_causal": True}
    whole = layer(tgt, memory, **keywords)
    cache = KeyValueCache(5), KeyValueCache(3)
    with torch.no_grad():
        parts = [layer(tgt[:, :1], memory, **keywords, cache=cache)]
        parts += [
            layer(tgt[:, t : t + 1], None, **keywords, cache=cache) for t in range(1, 5)
        ]
    agree(UNIT, torch.cat(parts, 1), whole, 1e-12, atol=1e-13, against="recomputing")


def test_start_is_torchs(agree):
    """From one generator the same numbers."""
    found = []
    for module in (torch.nn.TransformerDecoderLayer, TransformerDecoderLayer):
        torch.manual_seed(4)
        found.append(module(8, 2, 16).state_dict())
    assert found[0].keys() == found[1].keys()
    for name, value in found[1].items():
        agree(UNIT, value, found[0][name], 0, against=AGAINST)


class Times(torch.nn.Module):
    """Stands where dropout stood, and can be told from the others."""

    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def forward(self, x):
        return self.factor * x


@pytest.mark.parametrize("norm_first", [True, False])
def test_each_dropout_in_its_place(agree, norm_first):
    ours, oracle = both(NAME, 8, 2, batch_first=True, norm_first=norm_first)
    for layer in (ours, oracle):
        for factor, name in enumerate(
            ["dropout", "dropout1", "dropout2", "dropout3"], 2
        ):
            assert getattr(layer, name).p == 0
            setattr(layer, name, Times(factor))
    tgt, memory = batch(2, 3, 8, True), batch(2, 4, 8, True)
    agree(
        UNIT, ours(tgt, memory), oracle(tgt, memory), 1e-12, atol=1e-12, against=AGAINST
    )


def test_all_drop_as_much():
    layer = TransformerDecoderLayer(8, 2, 16, dropout=0.3)
    drops = [part.p for part in layer.modules() if isinstance(part, Dropout)]
    assert drops == [0.3] * 4
    assert layer.self_attn.dropout == layer.multihead_attn.dropout == 0.3


def test_a_memory_of_another_length_or_none(agree):
    """Nothing to look up: what cross-attention adds is its bias."""
    layer, _ = both(NAME, 6, 2, batch_first=True)
    tgt = torch.randn(2, 3, 6, **F64)
    hidden = torch.ones(2, 4, dtype=torch.bool)
    memory = torch.randn(2, 4, 6, **F64)
    y = layer(tgt, memory, memory_key_padding_mask=hidden)
    empty = layer(tgt, memory[:, :0])
    agree(UNIT, y, empty, 1e-13, atol=1e-14, against="an empty memory")
