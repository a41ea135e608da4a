import numpy as np
import pytest
import torch
from helpers.norms import CASES, both_numpy, inputs, numpy_both_ways

from chainrule.scratch import nn

UNIT, NAME = "instance-normalization", "InstanceNorm2d"


@pytest.mark.parametrize(("args", "keywords", "shape"), CASES[NAME])
def test_is_torchs(agree, args, keywords, shape):
    ours, theirs = both_numpy(NAME, args, **keywords)
    for seed in range(2):
        for mine, oracle in numpy_both_ways(ours, theirs, inputs(shape, seed)):
            against = f"torch.nn.{NAME}"
            agree(UNIT, mine, oracle, 1e-12, atol=5e-13, against=against)


def test_one_pixel_is_refused():
    x = np.ones((2, 3, 1, 1))
    with pytest.raises(ValueError, match=r"one value per channel: \(2, 3, 1, 1\)"):
        nn.InstanceNorm2d(3).forward(x)
    with pytest.raises(ValueError, match="spatial element"):
        torch.nn.InstanceNorm2d(3)(torch.tensor(x))
