import math

import pytest
import torch

from chainrule.nn import init

UNIT = "xavier-initialization"
NAMES = ["xavier_normal_", "xavier_uniform_"]
SHAPES = [(5, 3), (100, 400), (8, 4, 3, 3), (6, 2, 5)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("gain", [(), (1.0,), (5 / 3,), (math.sqrt(2),), (0,)])
def test_are_torchs_to_the_bit(agree, name, shape, gain):
    found = []
    for module in (init, torch.nn.init):
        generator = torch.Generator().manual_seed(4)
        w = torch.nn.Parameter(torch.empty(shape))
        assert getattr(module, name)(w, *gain, generator=generator) is w
        found.append(w)
    agree(UNIT, *found, 0, against=f"torch.nn.init.{name}")


@pytest.mark.parametrize("name", NAMES)
def test_without_a_generator_it_is_the_global_one(name):
    found = []
    for module in (init, torch.nn.init):
        torch.manual_seed(0)
        found.append(getattr(module, name)(torch.empty(4, 5)))
    assert torch.equal(*found)


@pytest.mark.parametrize("name", NAMES)
def test_the_deviation_is_that_of_both_fans(name):
    """Note C's 1 / sqrt(n_in) would be 0.05; mistake 6: the root over the sum."""
    w = getattr(init, name)(torch.empty(100, 400))
    assert w.std().item() == pytest.approx(math.sqrt(2 / 500), rel=0.02)
    assert math.sqrt(2 / 500) == pytest.approx(0.0632, abs=5e-5)


def test_the_uniform_one_ends_at_the_root_of_six():
    w = init.xavier_uniform_(torch.empty(400, 500))
    assert w.abs().max().item() == pytest.approx(math.sqrt(6 / 900), rel=1e-3)


@pytest.mark.parametrize("name", NAMES)
def test_a_bias_has_no_fans(name):
    for module in (init, torch.nn.init):
        with pytest.raises(ValueError, match="fewer than 2 dimensions"):
            getattr(module, name)(torch.empty(3))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_stays_nothing(name):
    w = torch.empty(0, 3)
    assert getattr(init, name)(w) is w
