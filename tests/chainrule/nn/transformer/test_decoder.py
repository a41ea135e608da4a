import pytest
import torch
from helpers.transformers import F64, batch, both, padding, results

from chainrule.nn import KeyValueCache, TransformerDecoder, causal_mask

UNIT = "autoregressive-decoder"
NAME = "TransformerDecoderLayer"
AGAINST = "torch.nn.TransformerDecoder"


def stacks(num_layers, norm_first):
    ours, oracle = both(NAME, 8, 2, batch_first=True, norm_first=norm_first)
    norms = [torch.nn.LayerNorm(8, **F64) if norm_first else None for _ in range(2)]
    ours = TransformerDecoder(ours, num_layers, norms[0])
    oracle = torch.nn.TransformerDecoder(oracle, num_layers, norms[1])
    with torch.no_grad():
        for parameter in oracle.parameters():
            parameter.add_(torch.randn_like(parameter), alpha=0.1)
    ours.load_state_dict(oracle.state_dict())
    return ours, oracle


@pytest.mark.parametrize("norm_first", [True, False])
@pytest.mark.parametrize("num_layers", [1, 3])
def test_is_torchs(agree, norm_first, num_layers):
    ours, oracle = stacks(num_layers, norm_first)
    inputs = [batch(2, 4, 8, True), batch(2, 6, 8, True)]
    for keywords in (
        {"tgt_mask": causal_mask(4), "memory_key_padding_mask": padding(2, 6)},
        {"memory_mask": torch.randn(4, 6, **F64)},
        {"tgt_key_padding_mask": padding(2, 4)},
    ):
        found = zip(
            results(ours, inputs, **keywords),
            results(oracle, inputs, **keywords),
            strict=True,
        )
        for mine, theirs in found:
            agree(UNIT, mine, theirs, 1e-11, atol=1e-12, against=AGAINST)


@pytest.mark.parametrize("norm_first", [True, False])
def test_step_by_step_with_caches(agree, norm_first):
    stack, _ = stacks(2, norm_first)
    tgt, memory = torch.randn(2, 5, 8, **F64), torch.randn(2, 3, 8, **F64)
    whole = stack(tgt, memory, tgt_is_causal=True)
    caches = [(KeyValueCache(5), KeyValueCache(3)) for _ in range(2)]
    with torch.no_grad():
        parts = [
            stack(part, memory, tgt_is_causal=True, caches=caches)
            for part in tgt.split([1, 3, 1], 1)
        ]
    agree(UNIT, torch.cat(parts, 1), whole, 1e-12, atol=1e-13, against="recomputing")


def test_blocks_are_their_own():
    stack, _ = stacks(2, False)
    first, second = stack.layers
    assert first.linear1.weight.data_ptr() != second.linear1.weight.data_ptr()
