import numpy as np
import pytest
import torch
from helpers.norms import CASES, both_numpy, inputs, numpy_both_ways

from chainrule.scratch import nn

UNIT, NAME = "group-normalization", "GroupNorm"


@pytest.mark.parametrize(("args", "keywords", "shape"), CASES[NAME])
def test_is_torchs(agree, args, keywords, shape):
    ours, theirs = both_numpy(NAME, args, **keywords)
    for seed in range(2):
        for mine, oracle in numpy_both_ways(ours, theirs, inputs(shape, seed)):
            against = f"torch.nn.{NAME}"
            agree(UNIT, mine, oracle, 1e-12, atol=5e-13, against=against)


@pytest.mark.parametrize(("groups", "channels"), [(3, 4), (0, 4), (5, 4)])
def test_groups_that_do_not_divide_are_refused(groups, channels):
    said = f"{channels} channels, {groups} groups: channels must be a multiple"
    with pytest.raises(ValueError, match=said):
        nn.GroupNorm(groups, channels)
    if groups:
        with pytest.raises(ValueError, match="divisible"):
            torch.nn.GroupNorm(groups, channels)


def test_one_value_is_refused():
    with pytest.raises(ValueError, match=r"one value per group: \(1, 4\)"):
        nn.GroupNorm(4, 4).forward(np.ones((1, 4)))
