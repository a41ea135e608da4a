import pytest
import torch
from helpers.norms import CASES, both, twelve_batches

from chainrule import nn

UNIT, NAME, AGAINST = "layer-normalization", "RMSNorm", "torch.nn.RMSNorm"


@pytest.mark.parametrize(("args", "keywords", "shape"), CASES[NAME])
def test_is_torchs(agree, args, keywords, shape):
    """Ten batches in training, then evaluation: values, gradients, buffers."""
    ours, theirs = both(NAME, args, **keywords)
    for mine, oracle, _ in twelve_batches(ours, theirs, shape):
        assert mine.dtype == oracle.dtype
        agree(UNIT, mine, oracle, 1e-12, atol=5e-13, against=AGAINST)


def test_nothing_is_subtracted():
    x = torch.tensor([3.0, 3.0, 3.0], dtype=torch.float64)
    y = nn.RMSNorm(3, eps=0.0, dtype=torch.float64)(x)
    torch.testing.assert_close(y, torch.ones(3).double())


def test_eps_is_that_of_the_dtype():
    x = torch.full((2,), 1e-4)
    for module in (nn, torch.nn):
        y = module.RMSNorm(2)(x)
        root = (1e-8 + torch.finfo(torch.float32).eps) ** 0.5
        torch.testing.assert_close(y, x / root)


def test_other_shapes_are_refused():
    with pytest.raises(ValueError, match=r"expected \(\*, \(4,\)\), got \(2, 3\)"):
        nn.RMSNorm(4)(torch.ones(2, 3))
