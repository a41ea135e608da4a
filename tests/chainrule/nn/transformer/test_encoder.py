import pytest
import torch
from helpers.transformers import F64, batch, both, padding, results

from chainrule.nn import KeyValueCache, TransformerEncoder

UNIT = "transformer-encoder"
NAME = "TransformerEncoderLayer"
AGAINST = "torch.nn.TransformerEncoder"


def stacks(num_layers, norm, **options):
    """Two stacks with the same numbers, other ones in each block."""
    ours, oracle = both(NAME, 8, 2, batch_first=True, **options)
    norms = [torch.nn.LayerNorm(8, **F64) if norm else None for _ in range(2)]
    ours = TransformerEncoder(ours, num_layers, norms[0])
    nested = not options.get("norm_first", False)
    oracle = torch.nn.TransformerEncoder(
        oracle, num_layers, norms[1], enable_nested_tensor=nested
    )
    with torch.no_grad():
        for parameter in oracle.parameters():
            parameter.add_(torch.randn_like(parameter), alpha=0.1)
    ours.load_state_dict(oracle.state_dict())
    return ours, oracle


@pytest.mark.parametrize("norm_first", [True, False])
@pytest.mark.parametrize("num_layers", [1, 3])
@pytest.mark.parametrize("case", range(3))
def test_is_torchs(agree, norm_first, num_layers, case):
    ours, oracle = stacks(num_layers, norm_first, norm_first=norm_first)
    x = batch(3, 5, 8, True)
    keywords = [
        {},
        {"src_key_padding_mask": padding(3, 5)},
        {"mask": torch.randn(5, 5, **F64)},
    ][case]
    found = zip(
        results(ours, [x], **keywords), results(oracle, [x], **keywords), strict=True
    )
    for mine, theirs in found:
        agree(UNIT, mine, theirs, 1e-11, atol=1e-12, against=AGAINST)


@pytest.mark.filterwarnings("ignore:The PyTorch API of nested tensors")
@pytest.mark.parametrize("padded", [True, False])
def test_is_torchs_fast_path(agree, padded):
    """Where nothing is padded: there torch's nested tensors leave zeros."""
    ours, oracle = stacks(2, norm=False)
    x, hidden = batch(3, 5, 8, True).detach(), padding(3, 5)
    keywords = {"src_key_padding_mask": hidden} if padded else {}
    ours.eval(), oracle.eval()
    with torch.no_grad():
        mine, theirs = ours(x, **keywords), oracle(x, **keywords)
    kept = ~hidden if padded else torch.ones_like(hidden)
    agree(UNIT, mine[kept], theirs[kept], 1e-12, atol=1e-12, against=AGAINST)


def test_blocks_start_alike_and_are_their_own():
    stack, _ = stacks(2, norm=False)
    first, second = stack.layers
    assert first.linear1.weight.data_ptr() != second.linear1.weight.data_ptr()
    layer, _ = both(NAME, 8, 2)
    for block in TransformerEncoder(layer, 2).layers:
        assert torch.equal(block.linear1.weight, layer.linear1.weight)


@pytest.mark.parametrize("norm_first", [True, False])
def test_mistake_32_step_by_step_with_caches(agree, norm_first):
    """A stack with a causal mask is a language model."""
    stack, _ = stacks(2, norm_first, norm_first=norm_first)
    x = batch(2, 6, 8, True).detach()
    whole, caches = stack(x, is_causal=True), [KeyValueCache(6) for _ in range(2)]
    with torch.no_grad():
        parts = [
            stack(part, is_causal=True, caches=caches) for part in x.split([3, 1, 2], 1)
        ]
    agree(UNIT, torch.cat(parts, 1), whole, 1e-12, atol=1e-12, against="recomputing")


def test_a_cache_for_each_block():
    stack, _ = stacks(2, norm=False)
    with pytest.raises(ValueError, match="zip"):
        stack(batch(1, 1, 8, True), caches=[KeyValueCache(3)])
