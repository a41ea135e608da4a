import pytest
import torch
from helpers.transformers import F64, OPTIONS, batch, both, padding, results

from chainrule.nn import Dropout, TransformerEncoderLayer, causal_mask

UNIT = "encoder-block"
NAME = "TransformerEncoderLayer"
AGAINST = f"torch.nn.{NAME}"


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize(("d_model", "nhead"), [(8, 2), (6, 3), (5, 1)])
@pytest.mark.parametrize("case", range(4))
def test_is_torchs(agree, options, d_model, nhead, case):
    ours, oracle = both(NAME, d_model, nhead, **options)
    x = batch(3, 5, d_model, options.get("batch_first", False))
    keywords = [
        {},
        {"src_mask": causal_mask(5)},
        {"src_key_padding_mask": padding(3, 5)},
        {"src_mask": torch.randn(5, 5, **F64)},
    ][case]
    found = zip(
        results(ours, [x], **keywords), results(oracle, [x], **keywords), strict=True
    )
    for mine, theirs in found:
        agree(UNIT, mine, theirs, 1e-12, atol=1e-12, against=AGAINST)


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torchs_fast_path(agree, options):
    """In evaluation, without gradients, torch runs one fused kernel."""
    ours, oracle = both(NAME, 8, 2, **options)
    x = batch(3, 5, 8, options.get("batch_first", False)).detach()
    ours.eval(), oracle.eval()
    with torch.no_grad():
        agree(UNIT, ours(x), oracle(x), 1e-12, atol=1e-12, against=AGAINST)


def test_is_causal_needs_no_mask(agree):
    ours, oracle = both(NAME, 8, 2, batch_first=True)
    x = batch(2, 4, 8, True)
    theirs = oracle(x, src_mask=causal_mask(4))
    agree(UNIT, ours(x, is_causal=True), theirs, 1e-12, atol=1e-12, against=AGAINST)


def test_mistake_26_the_encoder_looks_both_ways():
    layer, _ = both(NAME, 6, 2, batch_first=True)
    x = torch.randn(1, 4, 6, **F64)
    jacobian = torch.autograd.functional.jacobian(layer, x)
    assert (jacobian.abs().amax((0, 2, 3, 5)) > 0).all()


def test_mistake_34_one_sample_keeps_its_axis():
    for options in ({}, {"batch_first": True}):
        layer, _ = both(NAME, 6, 2, **options)
        for shape in [(1, 1, 6), (1, 4, 6), (4, 1, 6)]:
            assert layer(torch.randn(shape, **F64)).shape == shape


def test_start_is_torchs(agree):
    """From one generator the same numbers."""
    found = []
    for module in (torch.nn.TransformerEncoderLayer, TransformerEncoderLayer):
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
        for factor, name in enumerate(["dropout", "dropout1", "dropout2"], 2):
            assert getattr(layer, name).p == 0
            setattr(layer, name, Times(factor))
    x = batch(2, 3, 8, True)
    agree(UNIT, ours(x), oracle(x), 1e-12, atol=1e-12, against=AGAINST)


def test_all_drop_as_much():
    layer = TransformerEncoderLayer(8, 2, 16, dropout=0.3)
    drops = [part.p for part in layer.modules() if isinstance(part, Dropout)]
    assert drops == [0.3] * 3
    assert layer.self_attn.dropout == 0.3


def test_heads_must_divide():
    with pytest.raises(ValueError, match="num_heads must divide embed_dim"):
        TransformerEncoderLayer(6, 4)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")
def test_cuda(agree):
    ours, oracle = (layer.cuda() for layer in both(NAME, 8, 2, batch_first=True))
    x = torch.randn(2, 5, 8, device="cuda", **F64)
    agree(UNIT, ours(x), oracle(x), 1e-12, atol=1e-12, against=AGAINST)
