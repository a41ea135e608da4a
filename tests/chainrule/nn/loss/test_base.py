"""What every loss module promises."""

import pytest
import torch

import chainrule.nn
from chainrule.nn import (
    BCELoss,
    BCEWithLogitsLoss,
    CrossEntropyLoss,
    GaussianNLLLoss,
    HalfSquaredErrorLoss,
    HingeLoss,
    HuberLoss,
    L1Loss,
    MSELoss,
)
from chainrule.nn.loss.base import Loss

PAIRS = [
    BCELoss,
    BCEWithLogitsLoss,
    HalfSquaredErrorLoss,
    HingeLoss,
    HuberLoss,
    L1Loss,
    MSELoss,
]


@pytest.mark.parametrize("loss", [*PAIRS, CrossEntropyLoss, GaussianNLLLoss])
def test_unknown_reduction(loss):
    with pytest.raises(ValueError, match="'average' is not a valid reduction"):
        loss(reduction="average")


@pytest.mark.parametrize("loss", PAIRS)
def test_shapes_must_match(loss):
    with pytest.raises(ValueError, match=r"input \(3, 1\), target \(3,\)"):
        loss()(torch.ones(3, 1), torch.ones(3))


@pytest.mark.parametrize("loss", PAIRS)
def test_no_mean_of_nothing(loss):
    nothing = torch.ones(0, 2)
    with pytest.raises(ValueError, match=r"no mean of nothing: \(0"):
        loss()(nothing, nothing)
    assert loss(reduction="sum")(nothing, nothing) == 0
    assert loss(reduction="none")(nothing, nothing).numel() == 0


@pytest.mark.parametrize("loss", PAIRS)
@pytest.mark.parametrize("dtype", [torch.float16, torch.float32, torch.float64])
def test_dtype_follows_the_input(loss, dtype):
    y = torch.full((4,), 0.25, dtype=dtype, requires_grad=True)
    value = loss()(y, torch.ones(4, dtype=dtype))
    value.backward()
    assert value.dtype == y.grad.dtype == dtype
    assert value.isfinite()


@pytest.mark.parametrize("loss", [L1Loss, MSELoss, HuberLoss, BCEWithLogitsLoss])
def test_nan_passes_through(loss):
    """A GradScaler skips the step that it finds NaN in; it must arrive there."""
    assert loss()(torch.tensor([torch.nan, 1.0]), torch.ones(2)).isnan()


@pytest.mark.parametrize("loss", [BCELoss, BCEWithLogitsLoss, HuberLoss, MSELoss])
def test_second_derivatives(loss):
    torch.manual_seed(0)
    y = torch.rand(5, dtype=torch.float64) * 0.8 + 0.1
    t = torch.rand(5, dtype=torch.float64)
    assert torch.autograd.gradgradcheck(loss(), (y.requires_grad_(), t))


def test_a_subclass_says_what_one_element_costs():
    with pytest.raises(NotImplementedError):
        Loss()(torch.ones(2), torch.ones(2))


@pytest.mark.parametrize("loss", [L1Loss, HuberLoss, BCELoss, CrossEntropyLoss])
def test_looks_like_torch_in_print(loss):
    assert repr(loss()) == f"{loss.__name__}()"
    assert repr(getattr(torch.nn, loss.__name__)()) == f"{loss.__name__}()"


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")
@pytest.mark.parametrize("loss", PAIRS)
def test_cuda(loss):
    y = torch.rand(6, device="cuda", dtype=torch.float64)
    t = torch.ones(6, device="cuda", dtype=torch.float64)
    here = loss()(y.cpu(), t.cpu())
    assert loss()(y, t).item() == pytest.approx(here.item(), rel=1e-12)


@pytest.mark.equation("eq:total-loss")
@pytest.mark.parametrize("loss", [L1Loss, MSELoss, HuberLoss])
def test_mean_is_that_of_the_losses_of_one(agree, equation, loss):
    torch.manual_seed(0)
    y, t = torch.randn(2, 7, dtype=torch.float64)
    each = loss(reduction="none")(y, t).numpy()
    printed = equation("eq:total-loss", "L", {"N": "N", "E_n": "E[n]"})(N=7, E=each)
    against = "printed equation (4.16)"
    agree("total-loss", loss()(y, t), printed, 1e-15, against=against)


@pytest.mark.equation("eq:sum-step", by="torch.optim.SGD on the mean")
@pytest.mark.parametrize("loss", [L1Loss, MSELoss, HuberLoss])
def test_sum_takes_the_steps_of_the_mean_at_a_rate_n_times_smaller(agree, loss):
    torch.manual_seed(0)
    X, t = torch.randn(9, 3, dtype=torch.float64), torch.randn(9, dtype=torch.float64)
    ends = []
    for reduction, lr in (("mean", 0.1), ("sum", 0.1 / 9)):
        w = torch.zeros(3, dtype=torch.float64, requires_grad=True)
        optimizer = torch.optim.SGD([w], lr)
        for _ in range(20):
            optimizer.zero_grad()
            loss(reduction=reduction)(X @ w, t).backward()
            optimizer.step()
        ends.append(w)
    agree("total-loss", *ends, 1e-14, against="torch.optim.SGD on the mean")


AUTOCAST = ["MSELoss", "L1Loss", "HuberLoss", "BCELoss", "BCEWithLogitsLoss"]


@pytest.mark.parametrize("name", [*AUTOCAST, "CrossEntropyLoss"])
def test_under_autocast_it_is_computed_in_float32(name):
    """As torch's: eight bits of a bfloat16 are too few for a mean of many."""
    torch.manual_seed(0)
    y = torch.rand(400, 3).bfloat16()
    t = torch.rand(400, 3).softmax(1)
    loss, theirs = getattr(chainrule.nn, name)(), getattr(torch.nn, name)()
    with torch.autocast("cpu", torch.bfloat16):
        ours, oracle = loss(y, t), theirs(y, t)
        named = loss(input=y, target=t)
    assert ours.dtype == oracle.dtype == torch.float32
    torch.testing.assert_close(ours, oracle)
    assert torch.equal(named, ours)
    if name not in ("CrossEntropyLoss", "HuberLoss"):
        assert loss(y, t.bfloat16()).dtype == torch.bfloat16  # no autocast
