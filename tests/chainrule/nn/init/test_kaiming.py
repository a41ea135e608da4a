import math
from itertools import pairwise

import pytest
import torch

from chainrule.nn import Linear, init
from chainrule.nn.init.kaiming import kaiming_std

UNIT = "msra-initialization"
NAMES = ["kaiming_normal_", "kaiming_uniform_"]
SHAPES = [(5, 3), (100, 400), (8, 4, 3, 3), (6, 2, 5)]
GIVEN = [
    {},
    {"nonlinearity": "relu"},
    {"mode": "fan_out", "nonlinearity": "relu"},
    {"mode": "FAN_OUT"},
    {"a": 0.2},
    {"a": math.sqrt(5)},
    {"a": 1, "mode": "fan_out", "nonlinearity": "leaky_relu"},
    *({"nonlinearity": name} for name in ("linear", "tanh", "sigmoid", "selu")),
    *({"nonlinearity": f"conv{d}d", "mode": "fan_out"} for d in (1, 2, 3)),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("given", GIVEN, ids=str)
def test_are_torchs_to_the_bit(agree, name, shape, given):
    found = []
    for module in (init, torch.nn.init):
        generator = torch.Generator().manual_seed(4)
        w = torch.nn.Parameter(torch.empty(shape))
        assert getattr(module, name)(w, **given, generator=generator) is w
        found.append(w)
    agree(UNIT, *found, 0, against=f"torch.nn.init.{name}")


@pytest.mark.parametrize("name", NAMES)
def test_arguments_stand_in_torchs_order(name):
    given = (0.1, "fan_out", "leaky_relu")
    found = []
    for module in (init, torch.nn.init):
        torch.manual_seed(0)
        found.append(getattr(module, name)(torch.empty(4, 5), *given))
    assert torch.equal(*found)


@pytest.mark.parametrize("name", NAMES)
def test_the_deviation_is_root_two_over_the_fan(name):
    """Note C's 2 / sqrt(n) would be 0.1."""
    w = getattr(init, name)(torch.empty(500, 400), nonlinearity="relu")
    assert w.std().item() == pytest.approx(math.sqrt(2 / 400), rel=0.02)
    assert math.sqrt(2 / 400) == pytest.approx(0.0707, abs=5e-5)


def test_linear_starts_in_its_name():
    """Mistake 6: a = sqrt(5) is U(-1/sqrt(n_in), 1/sqrt(n_in))."""
    torch.manual_seed(0)
    layer = Linear(400, 30, bias=False)
    torch.manual_seed(0)
    w = init.kaiming_uniform_(torch.empty(30, 400), a=math.sqrt(5))
    torch.testing.assert_close(layer.weight.detach(), w, rtol=1e-6, atol=0)
    assert w.abs().max().item() == pytest.approx(1 / 20, rel=1e-3)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("shape", "given", "said"),
    [
        ((3,), {}, "fewer than 2 dimensions"),
        ((3, 4), {"mode": "fan_avg"}, "Mode fan_avg not supported"),
        ((3, 4), {"nonlinearity": "swish"}, "Unsupported nonlinearity swish"),
        ((3, 4), {"a": True}, "negative_slope True not a valid number"),
    ],
)
def test_what_torch_refuses(name, shape, given, said):
    for module in (init, torch.nn.init):
        with pytest.raises(ValueError, match=said):
            getattr(module, name)(torch.empty(shape), **given)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", [(0, 3), (3, 0)])
def test_nothing_stays_nothing_with_a_warning(name, shape):
    for module in (init, torch.nn.init):
        with pytest.warns(UserWarning, match="zero-element tensors is a no-op") as seen:
            getattr(module, name)(torch.empty(shape))
        if module is init:
            assert seen[0].filename == __file__.replace(".pyc", ".py")


# -- the page's equations -----------------------------------------------------------


@pytest.mark.equation("eq:he-variance")
def test_the_deviation_is_what_the_page_prints(agree, equation):
    left, fan = r"\operatorname{Var}(w)", {r"n_{\mathrm{in}}": "n"}
    printed = equation("eq:he-variance", left, fan)
    for n_in in (1, 9, 400):
        ours = kaiming_std(torch.empty(5, n_in), 0, "fan_in", "relu") ** 2
        agree(UNIT, ours, printed(n=n_in), 1e-14, against="printed equation (16.10)")


@pytest.mark.equation("eq:torch-variance")
def test_torchs_linear_is_what_the_page_prints(agree, equation):
    """Its bound, found as the scale of a draw, is that of a variance bound²/3."""
    fan, like = {r"n_{\mathrm{in}}": "n"}, {"dtype": torch.float64}
    printed = equation("eq:torch-variance", r"\operatorname{Var}(w)", fan)
    for n_in in (1, 25, 400):
        torch.manual_seed(0)
        w = torch.nn.Linear(n_in, 50, **like).weight.detach()
        torch.manual_seed(0)
        unit = torch.empty(50, n_in, **like).uniform_(-1, 1)
        at = unit.abs().argmax()
        bound = (w.flatten()[at] / unit.flatten()[at]).item()
        ours, against = bound**2 / 3, "printed equation (16.14)"
        agree(UNIT, ours, printed(n=n_in), 1e-14, against=against)
        ours = kaiming_std(w, math.sqrt(5), "fan_in", "leaky_relu") ** 2
        agree(UNIT, ours, printed(n=n_in), 1e-14, against=against)


def test_widths_in_between_cancel():
    """Exercise 2: with fan_in the mean square of delta changes by its ends alone."""
    widths = [64, 512, 128, 512, 10]
    factor = 1.0
    for n_in, n_out in pairwise(widths[1:]):
        w = torch.empty(n_out, n_in)
        factor *= n_out * kaiming_std(w, 0, "fan_in", "relu") ** 2 / 2
    assert factor == pytest.approx(10 / 512)
