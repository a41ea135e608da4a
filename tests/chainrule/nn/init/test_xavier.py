import math

import numpy as np
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


# -- the page's equations -----------------------------------------------------------

FANS = {r"n_{\mathrm{in}}": "n_in", r"n_{\mathrm{out}}": "n_out"}


@pytest.mark.equation("eq:xavier-variance", "eq:xavier-bound")
def test_are_what_the_page_prints(agree, equation):
    """The scale of a draw is what it has over one of scale 1, number by number."""
    variance = equation("eq:xavier-variance", r"\operatorname{Var}(w)", FANS)
    bound = equation("eq:xavier-bound", "c", FANS)
    for n_out, n_in in ((5, 30), (40, 40)):
        empty = torch.empty(n_out, n_in, dtype=torch.float64)
        fans = {"n_in": n_in, "n_out": n_out}
        for draw, unit, scale, tag in (
            ("normal", (0, 1), np.sqrt(variance(**fans)), "16.7"),
            ("uniform", (-1, 1), bound(**fans), "16.8"),
        ):
            torch.manual_seed(0)
            ours = getattr(init, f"xavier_{draw}_")(empty.clone())
            torch.manual_seed(0)
            oracle = scale * getattr(init, f"{draw}_")(empty.clone(), *unit)
            agree(UNIT, ours, oracle, 1e-12, against=f"printed equation ({tag})")


@pytest.mark.equation("eq:xavier-conditions", by="both factors of one layer")
def test_the_middle_of_both_conditions():
    """In a square layer both factors are 1; else their reciprocals have the mean 1."""
    for n_in, n_out in ((7, 7), (400, 100), (3, 50)):
        v = 2 / (n_in + n_out)
        forwards, backwards = n_in * v, n_out * v
        assert forwards + backwards == pytest.approx(2)
        assert (forwards == backwards == 1) is (n_in == n_out)
