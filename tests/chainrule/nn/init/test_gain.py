import math

import pytest
import torch

from chainrule.nn.init import calculate_gain
from chainrule.nn.init.kaiming import kaiming_std

LINEAR = ["linear", "sigmoid"]
LINEAR += [f"conv{kind}{d}d" for kind in ("", "_transpose") for d in (1, 2, 3)]
CASES = [(name, None) for name in [*LINEAR, "tanh", "relu", "selu", "leaky_relu"]]
CASES += [("leaky_relu", slope) for slope in (0, 0.0, 0.2, 1, -1.0, math.sqrt(5))]
CASES += [("relu", 3), ("tanh", True)]  # which do not look at it


@pytest.mark.parametrize(("name", "param"), CASES)
def test_is_torchs(agree, name, param):
    oracle = torch.nn.init.calculate_gain(name, param)
    ours, against = calculate_gain(name, param), "torch.nn.init.calculate_gain"
    agree("msra-initialization", ours, oracle, 0, against=against)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("swish",), "Unsupported nonlinearity swish"),
        (("ReLU",), "Unsupported nonlinearity ReLU"),
        (("leaky_relu", True), "negative_slope True not a valid number"),
        (("leaky_relu", "a"), "negative_slope a not a valid number"),
    ],
)
def test_what_torch_refuses(given, said):
    for gain in (calculate_gain, torch.nn.init.calculate_gain):
        with pytest.raises(ValueError, match=said):
            gain(*given)


@pytest.mark.parametrize("slope", [0.0, 0.2, 1.0])
def test_the_gain_of_a_leaky_relu_keeps_the_mean_square(slope):
    """E[f(u)²] = Var(u) (1 + slope²) / 2 for u symmetric about 0."""
    u = torch.randn(10**6, generator=torch.Generator().manual_seed(0))
    y = torch.nn.functional.leaky_relu(u, slope)
    kept = calculate_gain("leaky_relu", slope) ** 2 * y.square().mean()
    assert kept.item() == pytest.approx(1, abs=0.01)


@pytest.mark.equation("eq:gain", "eq:leaky-gain")
def test_is_what_the_page_prints(agree, equation):
    """Of numbers as often positive as negative, exactly."""
    symbols = {r"\mathbb E[u^2]": "before", r"\mathbb E[f(u)^2]": "after"}
    printed = equation("eq:gain", r"\mathrm{gain}", symbols)
    symbols = {r"\mathrm{gain}": "gain", r"n_{\mathrm{in}}": "n"}
    std = equation("eq:gain", r"\mathrm{std}", symbols)
    leaky = equation("eq:leaky-gain", r"\mathrm{gain}", {"a": "a"})
    u = torch.randn(100, generator=torch.Generator().manual_seed(0)).double()
    u, unit = torch.cat([u, -u]), "msra-initialization"
    for slope in (0.0, 0.01, 0.3, 1.0):
        y = torch.nn.functional.leaky_relu(u, slope)
        ours = calculate_gain("leaky_relu", slope)
        squares = {"before": u.square().mean(), "after": y.square().mean()}
        oracle = printed(**{name: q.item() for name, q in squares.items()})
        agree(unit, ours, oracle, 1e-14, against="printed equation (16.12)")
        deviation = kaiming_std(torch.empty(5, 9), slope, "fan_in", "leaky_relu")
        oracle = std(gain=oracle, n=9)
        agree(unit, deviation, oracle, 1e-14, against="printed equation (16.12)")
        agree(unit, ours, leaky(a=slope), 1e-14, against="printed equation (16.13)")
    assert calculate_gain("relu") == leaky(a=0.0)
