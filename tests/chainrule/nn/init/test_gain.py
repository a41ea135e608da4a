import math

import pytest
import torch

from chainrule.nn.init import calculate_gain

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
