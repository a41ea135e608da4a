import itertools
import math

import numpy as np
import pytest
import torch
from helpers import trainings

from chainrule.training import EarlyStopping, load, save

UNIT = "early-stopping"


class Counter(torch.nn.Module):
    """A model whose only weight is the number of the epoch."""

    def __init__(self):
        super().__init__()
        self.w = torch.nn.Parameter(torch.zeros((), dtype=torch.float64))

    def train_to(self, epoch):
        self.w.data.fill_(epoch)


def ours(losses, patience, min_delta):
    """The epoch of the stop, the best epoch by the weights, its loss."""
    model = Counter()
    stopping = EarlyStopping(model, patience, min_delta)
    stop = 0
    for epoch, loss in enumerate(losses, 1):
        model.train_to(epoch)
        if stopping.step(loss):
            stop = epoch
            break
    stopping.restore()
    return stop, int(model.w), stopping.best_loss


def by_hand(losses, patience, min_delta):
    """Algorithm 7.1 of Goodfellow et al.: j counts what was not better."""
    v, best, j = math.inf, 0, 0
    for i, loss in enumerate(losses, 1):
        if loss < v - min_delta:
            j, best, v = 0, i, loss
        else:
            j += 1
        if j == patience:
            return i, best, v
    return 0, best, v


@pytest.mark.parametrize("patience", [1, 2, 3])
@pytest.mark.parametrize("min_delta", [0.0, 0.5, 1.0])
def test_decides_as_the_loop_by_hand_on_all_sequences(agree, patience, min_delta):
    found, expected = [], []
    for losses in itertools.product([-1.0, 0.0, 1.0, 2.0], repeat=6):
        found.append(ours(losses, patience, min_delta))
        expected.append(by_hand(losses, patience, min_delta))
    agree(UNIT, np.array(found), np.array(expected), 0, against="a loop by hand")


@pytest.mark.parametrize("patience", [1, 2, 3, 5])
def test_stops_when_the_lowest_loss_is_patience_epochs_ago(agree, patience):
    """In one line, for sequences without equal losses and for those with."""
    rng = np.random.default_rng(patience)
    found, expected = [], []
    for length in range(1, 30):
        for losses in (rng.normal(size=length), rng.integers(5, size=length)):
            ages = [t - 1 - losses[:t].argmin() for t in range(1, length + 1)]
            stops = [t for t, age in enumerate(ages, 1) if age >= patience]
            stop = stops[0] if stops else 0
            seen = losses[: stop or length]
            expected.append((stop, seen.argmin() + 1, seen.min()))
            found.append(ours(losses, patience, 0.0))
    agree(UNIT, np.array(found), np.array(expected), 0, against="numpy.argmin")


def test_patience_is_not_prechelt_s_nor_that_of_a_plateau():
    """A dip that is no new minimum does not start the count anew."""
    losses = [1.0, 3.0, 2.0, 3.0, 2.0, 3.0]
    assert ours(losses, 2, 0.0)[0] == 3
    rises = np.diff(losses) > 0
    assert not (rises[1:] & rises[:-1]).any()  # UP_2 would go on
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(
        optimizer, patience=2, threshold=0.0
    )
    rates = []
    for loss in losses:
        plateau.step(loss)
        rates.append(optimizer.param_groups[0]["lr"])
    assert rates.index(0.1) + 1 == 4


def test_many_gains_below_min_delta_add_up():
    losses = [1.0, 0.75, 0.5, 0.25, 0.0]
    assert ours(losses, 9, 0.5) == (0, 4, 0.25)
    assert ours(losses, 2, 0.5) == (3, 1, 1.0)


def test_keeps_a_copy_that_training_does_not_change():
    """Mistake 9, for weights and buffers."""
    made = trainings.plain(0)
    model, loss = made["model"], torch.nn.functional.mse_loss
    stopping = EarlyStopping(model, patience=2)
    kept = None
    for value in (1.0, 0.5, 0.75, 0.75):
        trainings.by_hand(loss=loss, **made)
        if value == 0.5:
            kept = {n: x.clone() for n, x in model.state_dict().items()}
        stopped = stopping.step(torch.tensor(value))
    assert stopped
    assert stopping.stopped
    assert not trainings.same(dict(model.state_dict()), kept)
    own = {id(x) for x in model.parameters()}
    stopping.restore()
    assert trainings.same(dict(model.state_dict()), kept)
    assert own == {id(x) for x in model.parameters()}  # the optimizer's, too
    trainings.by_hand(loss=loss, **made)  # nor does training after it
    stopping.restore()
    assert trainings.same(dict(model.state_dict()), kept)


def test_the_copy_is_on_the_cpu():
    model = torch.nn.Linear(2, 1, device="meta")
    seen = []

    class Far(torch.nn.Module):
        def state_dict(self):
            x = torch.ones(2)
            seen.append(x)
            return {"w": x}

    stopping = EarlyStopping(Far())
    stopping.step(1.0)
    assert stopping.best["w"].device.type == "cpu"
    assert stopping.best["w"].data_ptr() != seen[0].data_ptr()
    with pytest.raises(NotImplementedError):
        EarlyStopping(model).step(1.0)  # torch's: no data to copy


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no GPU")
def test_from_a_gpu_and_back():
    model = torch.nn.Linear(2, 1, device="cuda")
    stopping = EarlyStopping(model)
    stopping.step(1.0)
    assert {x.device.type for x in stopping.best.values()} == {"cpu"}
    before = model.weight.clone()
    model.weight.data.zero_()
    stopping.restore()
    assert torch.equal(model.weight, before)


@pytest.mark.parametrize("at", [0, 1, 3, 5])
def test_goes_on_from_a_checkpoint(tmp_path, at):
    losses = [3.0, 2.0, 2.5, 1.5, 1.75, 2.0, 1.5]
    whole = ours(losses, 3, 0.0)
    model = Counter()
    first = EarlyStopping(model, 3)
    for epoch, loss in enumerate(losses[:at], 1):
        model.train_to(epoch)
        first.step(loss)
    save(first.state_dict(), tmp_path / "a.pt")
    other = Counter()
    second = EarlyStopping(other, 3)
    second.load_state_dict(load(tmp_path / "a.pt"))
    assert trainings.same(second.state_dict(), first.state_dict())
    for epoch, loss in enumerate(losses[at:], at + 1):
        other.train_to(epoch)
        if second.step(loss):
            break
    second.restore()
    assert (second.epoch, int(other.w), second.best_loss) == whole


def test_a_state_that_was_loaded_is_one_s_own():
    model = Counter()
    first, second = EarlyStopping(model, 1), EarlyStopping(model, 7, 0.25)
    first.step(1.0)
    state = first.state_dict()
    second.load_state_dict(state)
    state["best"]["w"].fill_(9)
    assert second.best["w"] == 0
    assert (second.patience, second.min_delta) == (7, 0.25)  # as it was made


def test_bad_input_is_named():
    model = Counter()
    for patience in (0, -1, 1.5, True, None):
        with pytest.raises(ValueError, match=f"1 or more, got {patience}"):
            EarlyStopping(model, patience)
    for delta in (-0.1, math.nan, math.inf):
        with pytest.raises(
            ValueError, match=f"min_delta must be 0 or more, got {delta}"
        ):
            EarlyStopping(model, min_delta=delta)
    stopping = EarlyStopping(model)
    with pytest.raises(RuntimeError, match="no step so far"):
        stopping.restore()
    stopping.step(1.0)
    for loss in (math.nan, math.inf):
        with pytest.raises(FloatingPointError, match=f"of epoch 2 is {loss}"):
            stopping.step(loss)
    assert stopping.epoch == 1
    with pytest.raises(ValueError, match=r"the state has \['epoch'\], not"):
        stopping.load_state_dict({"epoch": 1})
