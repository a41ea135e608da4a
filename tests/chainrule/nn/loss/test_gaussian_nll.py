import pytest
import torch

from chainrule.nn import GaussianNLLLoss

UNIT = "gaussian-noise-gives-mse"
AGAINST = "torch.nn.GaussianNLLLoss"
VAR = [
    ((5, 3), (5, 3)),
    ((5, 3), (5, 1)),
    ((5, 3), (1, 3)),
    ((5, 3), (5,)),
    ((4,), ()),
    ((2, 3, 4), (2, 1, 4)),
]


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize(("shape", "var_shape"), VAR)
def test_value_and_gradients(agree, shape, var_shape, full, reduction):
    torch.manual_seed(0)
    t = torch.randn(shape, dtype=torch.float64)
    y = [torch.randn(shape, dtype=torch.float64)]
    var = [torch.rand(var_shape, dtype=torch.float64) + 0.01]
    y, var = ([x[0].clone().requires_grad_() for _ in "ab"] for x in (y, var))
    with torch.no_grad():
        for v in var:
            v.view(-1)[0] = 1e-9  # counts as eps
    ours = GaussianNLLLoss(full=full, eps=1e-3, reduction=reduction)
    theirs = torch.nn.GaussianNLLLoss(full=full, eps=1e-3, reduction=reduction)
    # An older torch takes a 1 in the last place only.
    whole = var[1].expand(shape) if var_shape != shape[:-1] else var[1]
    value, oracle = ours(y[0], t, var[0]), theirs(y[1], t, whole)
    agree(UNIT, value, oracle, 1e-14, against=AGAINST)
    value.sum().backward()
    oracle.sum().backward()
    agree(UNIT, y[0].grad, y[1].grad, 1e-14, against=AGAINST)
    agree(UNIT, var[0].grad, var[1].grad, 1e-14, against=AGAINST)


def test_a_number_for_all(agree):
    y, t = torch.randn(2, 5, dtype=torch.float64)
    oracle = torch.nn.GaussianNLLLoss()(y, t, torch.full_like(t, 0.3))
    agree(UNIT, GaussianNLLLoss()(y, t, 0.3), oracle, 1e-15, against=AGAINST)


@pytest.mark.parametrize("var", [-1.0, float("nan"), torch.tensor([1.0, -1e-3])])
def test_variance_is_not_negative(var):
    with pytest.raises(ValueError, match="var has negative entries or NaN"):
        GaussianNLLLoss()(torch.zeros(2), torch.zeros(2), var)


@pytest.mark.parametrize("shape", [(3,), (5, 2), (1, 1), (5, 3, 1)])
def test_variance_must_fit(shape):
    with pytest.raises(ValueError, match=r"does not fit \(5, 3\)"):
        GaussianNLLLoss()(torch.zeros(5, 3), torch.zeros(5, 3), torch.ones(shape))


def test_shapes_must_match():
    with pytest.raises(ValueError, match=r"input \(3, 1\), target \(3,\)"):
        GaussianNLLLoss()(torch.zeros(3, 1), torch.zeros(3), 1.0)


@pytest.mark.parametrize("eps", [0, -1e-6])
def test_eps_must_be_positive(eps):
    with pytest.raises(ValueError, match="eps must be positive"):
        GaussianNLLLoss(eps=eps)


@pytest.mark.parametrize("var", [0.0, 1e-9])
def test_default_eps(agree, var):
    y, t = torch.randn(2, 5, dtype=torch.float64)
    oracle = torch.nn.GaussianNLLLoss()(y, t, torch.full_like(t, var))
    agree(UNIT, GaussianNLLLoss()(y, t, var), oracle, 1e-14, against=AGAINST)
