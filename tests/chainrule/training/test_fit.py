import itertools
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from helpers import trainings
from torch.utils.data import DataLoader

from chainrule.training import EarlyStopping, evaluate, fit, load, save
from chainrule.training.run import random_state

UNIT = "training-loop"
SCRIPT = Path(__file__).with_name("interrupted.py")
TESTS = Path(__file__).parents[2]
mse = torch.nn.functional.mse_loss


@pytest.fixture(autouse=True)
def usual():
    """Python's own handler of Ctrl-C, which a worker of pytest-xdist lacks."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def everything(run):
    """All that a run has in the end; the generators, too."""
    parts = {name: part.state_dict() for name, part in run.parts.items()}
    return [parts, run.history, run.best, run.best_epoch, random_state(run.loader)]


def press():
    signal.raise_signal(signal.SIGINT)


# -- what it computes -------------------------------------------------------------


def test_is_the_loop_by_hand_bit_for_bit(agree):
    made = trainings.arguments("plain")
    run, hand = fit(**made), trainings.plain(0)
    valid, scores, states = made["valid"], [], []
    for k in range(2):
        losses = trainings.by_hand(loss=mse, **hand)
        oracle = sum(value * n for value, n in losses) / 23
        agree(UNIT, run.history["loss"][k], oracle, 1e-14, against="the loop by hand")
        scores.append(evaluate(hand["model"], mse, valid)["loss"])
        states.append({n: x.clone() for n, x in hand["model"].state_dict().items()})
    agree(UNIT, run.history["val_loss"], scores, 0, against="the loop by hand")
    assert trainings.same(made["model"].state_dict(), states[-1])
    best = min(range(2), key=scores.__getitem__)
    assert run.best_epoch == best + 1
    assert trainings.same(run.best, states[best])
    assert made["model"].training


def test_validation_does_not_change_the_training():
    """Torch's loaders draw a random number an epoch, shuffled or not."""
    ends = []
    for valid in (None, DataLoader(trainings.Noisy(), 7)):
        made = trainings.arguments("plain", valid=valid)
        fit(**made)
        ends.append(made["model"].state_dict())
    assert trainings.same(*ends)


def test_schedulers_step_when_they_should(agree):
    for each, steps in (("epoch", 2), ("update", 10)):
        made = trainings.arguments("plain", scheduler_step=each)
        optimizer = made["optimizer"]
        made["scheduler"] = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.9)
        fit(**made)
        rate = optimizer.param_groups[0]["lr"]
        agree(UNIT, rate, 0.01 * 0.9**steps, 1e-13, against="the schedule")


def test_a_scheduler_that_watches_is_told_the_loss():
    for valid in (True, False):
        made = trainings.arguments("plain")
        made["valid"] = made["valid"] if valid else None
        scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(made["optimizer"])
        told, step = [], scheduler.step

        def noted(metrics, epoch=None, told=told, step=step):
            told.append(metrics)
            step(metrics)

        scheduler.step = noted
        run = fit(**made, scheduler=scheduler)
        assert told == run.history["val_loss" if valid else "loss"]


def test_metrics_are_in_the_history():
    def error(y, t):
        return (y - t).abs().mean()

    made = trainings.arguments("plain", metrics={"error": error})
    run = fit(**made)
    found = evaluate(made["model"], mse, made["valid"], error=error)
    assert run.history["val_loss"][-1] == found["loss"]
    assert run.history["val_error"][-1] == found["error"]


def test_shows_a_bar_when_somebody_looks(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    fit(**trainings.arguments("plain", progress=True))
    shown = capsys.readouterr().err
    assert "epoch 2/2: 100%" in shown
    assert "val_loss=" in shown
    fit(**trainings.arguments("plain"))
    assert capsys.readouterr().err == ""


# -- stopped and resumed ----------------------------------------------------------


def resumed(kind, path):
    """Everything at the end of a run that goes on from path, if it is there.

    What is made for it is made from other random numbers.
    """
    number = 99 if path.exists() else 0
    made = trainings.arguments(kind, number, path=path, resume=True)
    return everything(fit(**made))


@pytest.fixture(scope="module")
def whole():
    """By kind: everything at the end, never stopped; and how often loss was asked."""
    found = {}
    for kind in trainings.KINDS:
        made = trainings.arguments(kind)
        made["loss"] = count = trainings.Trip(made["loss"], 0, None)
        found[kind] = everything(fit(**made)), count.calls
    return found


class Killed(Exception):
    pass


def kill():
    raise Killed


@pytest.mark.parametrize("kind", trainings.KINDS)
@pytest.mark.parametrize("act", [kill, press])
def test_goes_on_bit_for_bit_wherever_it_was_stopped(whole, kind, act, tmp_path):
    """In calls of the loss all over the run: in updates and in validation."""
    oracle, calls = whole[kind]
    for at in range(1, calls + 1, 3 if act is kill else 2):
        path = tmp_path / f"{at}.pt"
        made = trainings.arguments(kind, path=path, every=2 if act is kill else None)
        made["loss"] = trainings.Trip(made["loss"], at, act)
        with pytest.raises((Killed, KeyboardInterrupt)):
            fit(**made)
        assert act is kill or path.exists()
        assert trainings.same(resumed(kind, path), oracle), (kind, at)


def test_ctrl_c_loses_no_update(tmp_path):
    """The update in which it comes is completed; the place is that behind it."""
    for at, place in ((1, (0, 1)), (4, (0, 4)), (6, (0, 5)), (8, (1, 1)), (9, (1, 2))):
        made = trainings.arguments("plain", path=tmp_path / f"{at}.pt")
        made["loss"] = trainings.Trip(mse, at, press)
        with pytest.raises(KeyboardInterrupt):
            fit(**made)
        state = load(tmp_path / f"{at}.pt")
        assert (state["epoch"], state["batches"]) == place
        assert trainings.same(state["parts"]["model"], made["model"].state_dict())


def test_a_second_ctrl_c_keeps_the_checkpoint_before(whole, tmp_path):
    path = tmp_path / "a.pt"
    made = trainings.arguments("plain", path=path, every=1)
    made["loss"] = trainings.Trip(mse, 3, lambda: (press(), press()))
    with pytest.raises(KeyboardInterrupt):
        fit(**made)
    assert load(path)["batches"] == 2
    assert trainings.same(resumed("plain", path), whole["plain"][0])


@pytest.mark.parametrize("failing", [1, 2, 4])
def test_a_checkpoint_that_fails_leaves_the_one_before(
    whole, failing, tmp_path, monkeypatch
):
    """Between write and replace, as if the machine had gone down there."""
    path, calls, replace = tmp_path / "a.pt", itertools.count(1), Path.replace

    def down(self, target):
        if next(calls) == failing:
            raise OSError("gone")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", down)
    with pytest.raises(OSError, match="gone"):
        fit(**trainings.arguments("rich", path=path, every=1))
    assert path.exists() == (failing > 1)
    assert trainings.same(resumed("rich", path), whole["rich"][0])


def test_more_epochs_go_on_where_it_ended(whole, tmp_path):
    path = tmp_path / "a.pt"
    fit(**trainings.arguments("plain", epochs=1, path=path))
    assert trainings.same(resumed("plain", path), whole["plain"][0])
    with pytest.raises(FileExistsError, match=r"a\.pt is there"):
        fit(**trainings.arguments("plain", path=path))
    before = path.read_bytes()
    assert trainings.same(resumed("plain", path), whole["plain"][0])  # nothing to do
    assert path.read_bytes() == before


def test_a_rate_of_numpys_can_be_kept(tmp_path):
    """Mistake 12."""
    import numpy as np

    path = tmp_path / "a.pt"
    made = trainings.arguments("plain", path=path)
    made["optimizer"].param_groups[0]["lr"] = np.geomspace(1e-3, 1e-1, 3)[1]
    fit(**made)
    assert type(load(path)["parts"]["optimizer"]["param_groups"][0]["lr"]) is float


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process")
def test_a_process_that_gets_a_signal_is_resumed(whole, tmp_path):
    path = tmp_path / "a.pt"
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    known = [str(TESTS), str(TESTS.parent / "src"), environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(known)
    command = [sys.executable, SCRIPT, "plain", path]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=environment, **pipes) as process:
        for line in process.stdout:
            if line == "update 9\n":
                process.send_signal(signal.SIGINT)
        error = process.stderr.read()
    assert process.returncode != 0
    assert error.rstrip().endswith("KeyboardInterrupt"), error
    state = load(path)
    assert (state["epoch"], state["batches"]) == (1, 2)  # two updates, of which 7 …
    assert trainings.same(resumed("plain", path), whole["plain"][0])


# -- early stopping ---------------------------------------------------------------


def patient(patience=2, made_of="plain", number=0, **options):
    """A training of 15 epochs that learns noise, and its rule to stop."""
    made = trainings.arguments(made_of, number, epochs=15, **options)
    made["early_stopping"] = EarlyStopping(made["model"], patience, min_delta=1e-3)
    return made


def test_stops_and_restores_as_the_rule_by_hand_says(agree):
    made = patient()
    run, hand = fit(**made), trainings.plain(0)
    rule, losses = EarlyStopping(hand["model"], 2, min_delta=1e-3), []
    stopped = False
    while not stopped:
        trainings.by_hand(loss=mse, **hand)
        losses.append(evaluate(hand["model"], mse, made["valid"])["loss"])
        stopped = rule.step(losses[-1])
    ran = {n: x.clone() for n, x in hand["model"].state_dict().items()}
    rule.restore()
    agree("early-stopping", run.history["val_loss"], losses, 0, against="by hand")
    assert 2 < run.epoch == rule.epoch < 15
    assert trainings.same(made["model"].state_dict(), hand["model"].state_dict())
    assert not trainings.same(made["model"].state_dict(), ran)
    assert made["model"].training


def test_the_best_are_restored_where_the_epochs_end_first(tmp_path):
    """And the checkpoint, with the weights of the end, goes on from there."""
    made = patient(100, path=tmp_path / "a.pt") | {"epochs": 6}
    run = fit(**made)
    rule = made["early_stopping"]
    assert run.epoch == 6 > rule.best_epoch
    assert trainings.same(dict(made["model"].state_dict()), rule.best)
    kept = load(tmp_path / "a.pt")["parts"]
    assert not trainings.same(kept["model"], rule.best)
    again = fit(**patient(100, number=99, path=tmp_path / "a.pt", resume=True))
    assert trainings.same(everything(again), everything(fit(**patient(100))))


@pytest.mark.parametrize("act", [kill, press])
def test_the_rule_goes_on_bit_for_bit(act, tmp_path):
    """Stopped in epochs before and after the best, in updates and validations."""
    made = patient()
    made["loss"] = count = trainings.Trip(mse, 0, None)
    oracle = everything(fit(**made))
    for at in range(1, count.calls + 1, 5):
        path = tmp_path / f"{at}.pt"
        made = patient(path=path, every=2 if act is kill else None)
        made["loss"] = trainings.Trip(mse, at, act)
        with pytest.raises((Killed, KeyboardInterrupt)):
            fit(**made)
        number = 99 if path.exists() else 0
        found = fit(**patient(number=number, path=path, resume=True))
        assert trainings.same(everything(found), oracle), at
    before = path.read_bytes()
    assert trainings.same(
        everything(fit(**patient(number=99, path=path, resume=True))), oracle
    )
    assert path.read_bytes() == before  # it had stopped, and trains no more


def test_rules_that_do_not_fit_are_refused(tmp_path):
    for given, said in (
        ({"valid": None}, "early_stopping needs valid"),
        ({"early_stopping": EarlyStopping(trainings.network())}, "another model"),
    ):
        with pytest.raises(ValueError, match=said):
            fit(**patient() | given)
    made = patient()
    made["early_stopping"].step(1.0)
    with pytest.raises(ValueError, match="has seen 1 epochs, the training 0"):
        fit(**made)
    path = tmp_path / "a.pt"
    fit(**trainings.arguments("plain", path=path, epochs=1))
    with pytest.raises(ValueError, match=r"not.*'early_stopping'"):
        fit(**patient(path=path, resume=True))


def test_a_validation_loss_that_is_not_finite_stops_it(tmp_path):
    made = patient(path=tmp_path / "a.pt")
    made["valid"] = [(x, t + float("inf")) for x, t in made["valid"]]
    with pytest.raises(FloatingPointError, match="of epoch 1 is inf"):
        fit(**made)


# -- refusals ---------------------------------------------------------------------


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_loss_that_is_not_finite_stops_before_its_update(value, tmp_path):
    """Epoch 2, step 2 of 2: the last of five batches, in groups of four."""
    calls, weights = itertools.count(1), []
    made = trainings.arguments("plain", accumulate=4, valid=None, path=tmp_path / "a")

    def loss(y, t):
        found = mse(y, t)
        if next(calls) == 10:
            weights.append(made["model"][0].weight.detach().clone())
            return found * value
        return found

    said = f"fit: the loss is {value} in epoch 2, step 2$"
    with pytest.raises(FloatingPointError, match=said):
        fit(**made | {"loss": loss})
    assert torch.equal(made["model"][0].weight, weights[0])
    assert load(tmp_path / "a")["epoch"] == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"epochs": 0}, "epochs must be 1 or more, got 0"),
        ({"epochs": 2.0}, "epochs must be 1 or more, got 2.0"),
        ({"accumulate": 0}, "accumulate must be 1 or more, got 0"),
        ({"every": -1}, "every must be 1 or more, got -1"),
        ({"clip_grad_norm": 0}, "clip_grad_norm must be positive, got 0"),
        ({"scheduler_step": "batch"}, "'epoch' or 'update', got 'batch'"),
        ({"dtype": torch.int8}, "dtype must be None or torch.bfloat16 or"),
        ({"loader": []}, "the loader gave no batches"),
        ({"valid": []}, "evaluate: the loader gave no batches"),
        ({"loss": torch.nn.MSELoss(reduction="sum")}, "the loss must be a mean"),
    ],
)
def test_values_of_no_sense_are_named(given, said):
    with pytest.raises(ValueError, match=said):
        fit(**trainings.arguments("plain") | given)


def test_what_is_no_optimizer_is_named():
    with pytest.raises(TypeError, match=r"fit: <class .*SGD'> is not an Optimizer"):
        fit(**trainings.arguments("plain", optimizer=torch.optim.SGD))


def test_a_loader_that_can_be_read_once_is_named():
    made = trainings.arguments("plain")
    with pytest.raises(ValueError, match="fit: the loader gave no batches"):
        fit(**made | {"loader": iter([*made["loader"]])})


def test_a_checkpoint_of_another_training_is_refused(tmp_path):
    path = tmp_path / "a.pt"
    fit(**trainings.arguments("plain", path=path, epochs=1))
    for given, said in (
        ({"accumulate": 2}, "'accumulate': 1.*not.*'accumulate': 2"),
        ({"loader": [0]}, "'batches': 5.*not.*'batches': 1"),
        ({"scheduler": torch.optim.lr_scheduler.ExponentialLR}, "not.*'scheduler'"),
    ):
        made = trainings.arguments("plain", path=path, resume=True)
        if "scheduler" in given:
            given = {"scheduler": given["scheduler"](made["optimizer"], 0.9)}
        with pytest.raises(ValueError, match=said):
            fit(**made | given)
    save({"w": torch.ones(1)}, path)
    with pytest.raises(ValueError, match="is no checkpoint of fit"):
        fit(**trainings.arguments("plain", path=path, resume=True))
