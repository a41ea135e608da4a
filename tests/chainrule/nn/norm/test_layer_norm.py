import pytest
import torch
from helpers.norms import CASES, both, inputs, twelve_batches

from chainrule import nn

UNIT, NAME, AGAINST = "layer-normalization", "LayerNorm", "torch.nn.LayerNorm"


@pytest.mark.parametrize("fused", [True, False])
@pytest.mark.parametrize(("args", "keywords", "shape"), CASES[NAME])
def test_is_torchs(agree, args, keywords, shape, fused):
    """Ten batches in training, then evaluation: values, gradients, buffers."""
    ours, theirs = both(NAME, args, fused=fused, **keywords)
    for mine, oracle, _ in twelve_batches(ours, theirs, shape):
        assert mine.dtype == oracle.dtype
        agree(UNIT, mine, oracle, 1e-12, atol=5e-13, against=AGAINST)


def test_eps_stands_inside_the_root_and_the_variance_is_biased():
    x = torch.tensor([1.0, 3.0], dtype=torch.float64)
    for module in (nn, torch.nn):
        y = module.LayerNorm(2, eps=3.0, dtype=torch.float64)(x)
        torch.testing.assert_close(y, torch.tensor([-0.5, 0.5]).double())


def test_goes_by_the_kernel_unless_told_otherwise(monkeypatch):
    x, layer = torch.ones(2, 3), nn.LayerNorm(3)
    monkeypatch.setattr(torch, "layer_norm", lambda *given: "the kernel's")
    assert layer(x) == "the kernel's"
    assert nn.LayerNorm(3, fused=False)(x).tolist() == [[0.0] * 3] * 2


def test_samples_do_not_know_of_each_other():
    x, layer = inputs((5, 4)), nn.LayerNorm(4, dtype=torch.float64)
    alone = torch.cat([layer(row[None]) for row in x])
    torch.testing.assert_close(layer(x), alone, rtol=1e-13, atol=1e-15)


@pytest.mark.parametrize(
    ("given", "shape"), [(4, (2, 3)), ((2, 3), (3,)), ((2, 3), (5, 3, 2)), (4, ())]
)
def test_other_shapes_are_refused(given, shape):
    with pytest.raises(ValueError, match=r"expected \(\*, \(.*\), got \("):
        nn.LayerNorm(given)(torch.ones(shape))
    with pytest.raises(RuntimeError):
        torch.nn.LayerNorm(given)(torch.ones(shape))


@pytest.mark.parametrize("given", [(), 0, (3, 0)])
def test_no_features_are_refused(given):
    with pytest.raises(ValueError, match=r"no features: normalized_shape \("):
        nn.LayerNorm(given)
