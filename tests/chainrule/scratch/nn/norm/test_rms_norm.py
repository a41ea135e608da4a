import numpy as np
import pytest
import torch
from helpers.norms import CASES, both_numpy, inputs, numpy_both_ways

from chainrule.scratch import nn

UNIT, NAME = "layer-normalization", "RMSNorm"


@pytest.mark.parametrize(("args", "keywords", "shape"), CASES[NAME])
def test_is_torchs(agree, args, keywords, shape):
    ours, theirs = both_numpy(NAME, args, **keywords)
    for seed in range(2):
        for mine, oracle in numpy_both_ways(ours, theirs, inputs(shape, seed)):
            against = f"torch.nn.{NAME}"
            agree(UNIT, mine, oracle, 1e-12, atol=5e-13, against=against)


def test_other_shapes_are_refused():
    with pytest.raises(ValueError, match=r"x must end in \(4,\), got \(2, 3\)"):
        nn.RMSNorm(4).forward(np.ones((2, 3)))


def test_a_constant_becomes_one():
    y = nn.RMSNorm(3, eps=0).forward(np.full((1, 3), 5.0))
    np.testing.assert_allclose(y, [[1, 1, 1]], rtol=1e-15)
    assert torch.nn.RMSNorm(3)(torch.full((1, 3), 5.0)).allclose(torch.ones(3))
