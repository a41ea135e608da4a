import copy
import math

import numpy as np
import pytest
import torch
from helpers import trainings
from torch.nn import functional as F

from chainrule.training import SmallBatch, overfit_small_batch
from chainrule.training.diagnosis.overfit_small_batch import (
    require_parameters_of,
    verdict,
)
from chainrule.training.run.random_state import random_state

UNIT = "overfit-small-sample"


def classifier(dropout=0.0, seed=0):
    trainings.seed(seed)
    return torch.nn.Sequential(
        torch.nn.Linear(4, 32),
        torch.nn.BatchNorm1d(32),
        torch.nn.Tanh(),
        torch.nn.Dropout(dropout),
        torch.nn.Linear(32, 3),
    ).double()


def twenty():
    rng = np.random.default_rng(0)
    x = torch.from_numpy(rng.normal(size=(20, 4)))
    return x, torch.from_numpy(rng.integers(3, size=20))  # labels of no sense


def adam(lr=0.01):
    return lambda w: torch.optim.Adam(w, lr=lr)


def run(model, make_optimizer=None, **options):
    make_optimizer = make_optimizer or adam()
    given = {"progress": False} | options
    return overfit_small_batch(
        model, F.cross_entropy, make_optimizer, twenty(), **given
    )


def test_learns_twenty_samples_by_heart():
    found = run(classifier())
    assert found.ok
    assert found.wrong == ""
    assert found.losses[-1] < 0.01 <= found.losses[:-1].min()


@pytest.mark.parametrize("dropout", [0.0, 0.3])
def test_is_the_loop_by_hand(agree, dropout):
    """From the same weights and the same random numbers."""
    x, t = twenty()
    model = classifier(dropout).eval()
    found = run(model, below=0.0, steps=25)
    twin = copy.deepcopy(model).train()
    optimizer, losses = adam()(twin.parameters()), []
    for k in range(26):
        optimizer.zero_grad()
        loss = F.cross_entropy(twin(x), t)
        losses.append(loss.item())
        if k < 25:
            loss.backward()
            optimizer.step()
    assert not found.ok  # nothing is below 0
    agree(UNIT, found.losses, np.array(losses), 0, against="a loop by hand")


@pytest.mark.parametrize("reached", [True, False])
def test_model_modes_gradients_and_random_numbers_are_as_before(reached):
    model = classifier(0.1)
    model[1].eval()
    F.cross_entropy(model(twenty()[0]), twenty()[1]).backward()
    names = [name for name, _ in model.named_parameters()]
    grads = [w.grad.clone() for w in model.parameters()]
    state = copy.deepcopy(dict(model.state_dict()))
    before = random_state(None)
    found = run(model, steps=400 if reached else 2, below=0.3)
    assert found.ok is reached
    assert trainings.same(dict(model.state_dict()), state)
    assert trainings.same(random_state(None), before)
    assert [m.training for m in model] == [True, False, True, True, True]
    for name, w, grad in zip(names, model.parameters(), grads, strict=True):
        assert torch.equal(w.grad, grad), name


def test_random_numbers_are_as_before_after_an_error_or_ctrl_c():
    model, before = classifier(0.1), random_state(None)
    for error in (KeyboardInterrupt, RuntimeError):

        def loss(y, t, error=error):
            np.random.random()  # noqa: NPY002
            raise error

        with pytest.raises(error):
            overfit_small_batch(model, loss, adam(), twenty(), progress=False)
        assert trainings.same(random_state(None), before)


def test_repeats_itself():
    model = classifier(0.2)
    first, second = (run(model, steps=20).losses for _ in "ab")
    assert (first == second).all()


def test_old_gradients_of_the_model_do_not_count():
    model = classifier()
    clean = run(model, steps=3).losses
    for w in model.parameters():
        w.grad = torch.full_like(w, 5.0)
    assert (run(model, steps=3).losses == clean).all()


def test_a_rate_that_is_huge_or_tiny():
    def squared(lr):
        x, t = twenty()
        model = torch.nn.Linear(4, 1).double()
        return overfit_small_batch(
            model,
            F.mse_loss,
            lambda w: torch.optim.SGD(w, lr=lr),
            (x, t[:, None].double()),
            below=1e-3,
            steps=300,
            progress=False,
        )

    huge = squared(1e9)
    assert not huge.ok
    assert not math.isfinite(huge.losses[-1])
    assert np.isfinite(huge.losses[:-1]).all()
    updates = len(huge.losses) - 1
    assert updates < 300
    assert f"after {updates} updates: bad initialization, or the rate" in huge.wrong
    tiny = squared(1e-9)
    assert len(tiny.losses) == 301
    assert "hardly fallen" in tiny.wrong
    small = squared(0.3)  # 5 numbers for 20 samples
    assert "after 300 updates, not below 0.001: " in small.wrong
    assert "too slowly, or the model is too small" in small.wrong


def test_verdicts():
    assert verdict([3.0, 0.5], 1.0) == ""
    assert "the loss is 1 after 1 updates, not below 1: it falls" in verdict([3, 1], 1)
    assert "it has risen from 2, the rate is too large" in verdict([2.0, 2.5], 1.0)
    assert "hardly fallen" in verdict([2.0, 1.81], 1.0)
    assert "hardly fallen" in verdict([2.0, 2.0], 1.0)
    assert "it falls" in verdict([2.0, 1.79], 1.0)
    assert "hardly fallen" in verdict([-2.0, -2.01], -5.0)
    assert "nan after 0 updates: bad initialization, or bad inputs" in verdict(
        [math.nan], 1.0
    )
    assert "inf after 2 updates: bad initialization, or the rate" in verdict(
        [1.0, 2.0, math.inf], 1.0
    )
    assert verdict([-math.inf], 1.0) != ""


def test_no_update_once_it_is_below():
    found = run(classifier(), below=1e6)
    assert (found.ok, len(found.losses)) == (True, 1)


def test_an_optimizer_of_the_model_itself_is_refused():
    model = classifier()
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    before = copy.deepcopy(dict(model.state_dict()))
    with pytest.raises(ValueError, match="those of a copy"):
        run(model, lambda w: optimizer)
    assert trainings.same(dict(model.state_dict()), before)
    optimizer = torch.optim.SGD(model[0].parameters(), lr=1.0)
    optimizer.add_param_group({"params": [torch.zeros(1, requires_grad=True)]})
    require_parameters_of(model, torch.optim.SGD(model[0].parameters(), lr=1.0))
    with pytest.raises(ValueError, match="those of a copy"):
        require_parameters_of(model, optimizer)


def test_shows_how_far_it_is(capfd, monkeypatch):
    run(classifier(), steps=2)
    assert capfd.readouterr().err == ""
    shown = []

    class Bar:
        def __init__(self, **options):
            shown.append(options)

        def __enter__(self):
            return self

        def __exit__(self, *error):
            shown.append("closed")

        def update(self):
            shown.append(1)

    monkeypatch.setitem(overfit_small_batch.__globals__, "tqdm", Bar)
    run(classifier(), steps=2, progress=True)
    options = {"desc": "small batch", "total": 2, "disable": None}
    assert shown == [options, 1, 1, "closed"]
    run(classifier(), steps=2, progress=False)
    assert shown[4]["disable"] is True


def test_bad_input_is_named():
    for steps in (0, -1, 2.0, True):
        with pytest.raises(ValueError, match=f"1 or more, got {steps}"):
            run(classifier(), steps=steps)
    for below in (math.nan, math.inf):
        with pytest.raises(ValueError, match=f"below must be finite, got {below}"):
            run(classifier(), below=below)


def test_a_result():
    assert SmallBatch(np.ones(1), 2.0, "").ok
    assert not SmallBatch(np.ones(1), 0.5, "x").ok


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no GPU")
def test_on_a_gpu():
    model, before = classifier(0.1).cuda(), random_state(None)
    assert run(model, below=0.3).ok
    assert trainings.same(random_state(None), before)
