import numpy as np
import pytest
import torch
from helpers.norms import CASES, both_numpy, inputs, numpy_both_ways

from chainrule.scratch import nn

UNIT, NAME = "layer-normalization", "LayerNorm"


@pytest.mark.parametrize(("args", "keywords", "shape"), CASES[NAME])
def test_is_torchs(agree, args, keywords, shape):
    ours, theirs = both_numpy(NAME, args, **keywords)
    for seed in range(2):
        for mine, oracle in numpy_both_ways(ours, theirs, inputs(shape, seed)):
            against = f"torch.nn.{NAME}"
            agree(UNIT, mine, oracle, 1e-12, atol=5e-13, against=against)


def test_mistake_18():
    """ε inside the root, the biased variance: (x - 2) / √(1 + 3)."""
    y = nn.LayerNorm(2, eps=3.0).forward(np.array([1.0, 3.0]))
    theirs = torch.nn.LayerNorm(2, eps=3.0)(torch.tensor([1.0, 3.0]))
    assert y.tolist() == theirs.tolist() == [-0.5, 0.5]


@pytest.mark.parametrize(("given", "shape"), [(4, (2, 3)), ((2, 3), (5, 3, 2))])
def test_other_shapes_are_refused(given, shape):
    with pytest.raises(ValueError, match=r"x must end in \(.*\), got \("):
        nn.LayerNorm(given).forward(np.ones(shape))
