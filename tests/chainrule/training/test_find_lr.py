import numpy as np
import pytest
import torch

from chainrule.training import FoundRate, find_lr, lr_range_test

UNIT = "find-initial-learning-rate"
START, END, STEPS = 1e-3, 100.0, 60


def bowl(curvature=10.0):
    """A model, an optimizer and a loss ½ h w²; batches do not matter."""
    w = torch.nn.Parameter(torch.tensor([1.0], dtype=torch.float64))
    model = torch.nn.ParameterList([w])

    def loss_of(_batch):
        return curvature * w[0] ** 2 / 2

    return model, torch.optim.SGD(model, lr=0.5), loss_of, [None]


def by_hand(curvature=10.0, smoothing=0.9):
    """Rates and smoothed losses of gradient descent on that bowl, in NumPy."""
    rates = np.geomspace(START, END, STEPS)
    w = np.cumprod(np.concatenate([[1.0], 1 - rates * curvature]))[:-1]
    losses = curvature * w**2 / 2
    smoothed = [
        np.average(losses[: k + 1], weights=smoothing ** np.arange(k, -1, -1))
        for k in range(STEPS)
    ]
    return rates, np.array(smoothed)


@pytest.mark.parametrize("curvature", [1.0, 10.0, 40.0])
def test_both_rules_by_hand(agree, curvature):
    rates, smoothed = by_hand(curvature)
    low = smoothed.argmin()
    steepest = max(range(low), key=lambda k: smoothed[k] - smoothed[k + 1])
    span = {"start": START, "end": END, "steps": STEPS}
    for rule, oracle in (("tenth", rates[low] / 10), ("steepest", rates[steepest])):
        found = find_lr(*bowl(curvature), rule=rule, **span)
        agree(UNIT, found.lr, oracle, 1e-12, against="gradient descent in NumPy")
        assert type(found.lr) is float
    assert rates[low] / 10 < 2 / curvature  # where descent is stable


def test_a_tenth_is_the_rule_unless_another_is_asked_for():
    span = {"start": START, "end": END}
    found, test = find_lr(*bowl(), **span), lr_range_test(*bowl(), **span)
    assert isinstance(found, FoundRate)
    assert found.lr == test.suggestion == found.test.suggestion
    assert found.reason == f"a tenth of {test.edge:.2g}, where the loss was lowest"
    np.testing.assert_array_equal(found.test.losses, test.losses)
    found = find_lr(*bowl(), rule="steepest", **span)
    assert found.reason == "where the loss fell most steeply"


def test_all_is_left_as_it_was():
    model, optimizer, loss_of, batches = bowl()
    find_lr(model, optimizer, loss_of, batches, start=START, end=END)
    assert model[0].item() == 1
    assert optimizer.param_groups[0]["lr"] == 0.5
    assert not optimizer.state


def test_a_curve_that_says_nothing_is_refused():
    model, optimizer, loss_of, batches = bowl()

    def uphill(batch):
        return -loss_of(batch)

    with pytest.raises(ValueError, match=r"the loss never fell above 1e\+03"):
        find_lr(model, optimizer, loss_of, batches, start=1e3, end=1e5)
    with pytest.raises(ValueError, match=r"never rose up to 0\.002; raise end"):
        find_lr(model, optimizer, loss_of, batches, start=1e-3, end=2e-3)
    with pytest.raises(ValueError, match="rule is tenth or steepest, got 'best'"):
        find_lr(model, optimizer, loss_of, batches, rule="best")
    with pytest.raises(ValueError, match="invalid steps: 1"):
        find_lr(model, optimizer, loss_of, batches, steps=1)
