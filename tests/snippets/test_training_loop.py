"""What pytorch/training-loop teaches, compared with something independent."""

import contextlib
import copy
import csv
import io
import math
import runpy
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch
from helpers import trainings
from torch.utils.data import DataLoader, TensorDataset

from chainrule import data
from chainrule.models import MLP
from chainrule.training import (
    evaluate,
    fit,
    get_device,
    load,
    move,
    predict,
    save,
    save_predictions,
    train_one_epoch,
)

ROOT = Path(__file__).parents[2]
PROGRAMS = ROOT / "snippets/pytorch/training-loop"
mse = torch.nn.functional.mse_loss


@cache
def names(program):
    """What a program defines; what it prints is compared elsewhere."""
    with contextlib.redirect_stdout(io.StringIO()):
        return runpy.run_path(str(PROGRAMS / f"{program}.py"))


def problem(samples=23, seed=0):
    rng = torch.Generator().manual_seed(seed)
    X = torch.randn(samples, 3, generator=rng, dtype=torch.float64)
    return X, (X.sum(dim=1, keepdim=True)).sin()


def network(seed=0):
    torch.manual_seed(seed)
    layers = torch.nn.Linear(3, 5), torch.nn.Tanh(), torch.nn.Linear(5, 1)
    return torch.nn.Sequential(*layers).double()


def flat(parameters):
    return torch.cat([p.detach().flatten() for p in parameters])


# -- the whole program ------------------------------------------------------------


def again():
    """The program once more, by the functions that the page makes of its lines."""
    whole = names("whole")
    torch.manual_seed(0)
    loader = DataLoader(whole["train_set"], batch_size=32, shuffle=True)
    model = whole["Forecast"]().to(whole["device"])
    optimizer = torch.optim.SGD(model.parameters(), lr=0.03, momentum=0.9)
    history, best = [], math.inf
    for _ in range(50):
        a = train_one_epoch(model, mse, optimizer, loader)
        b = evaluate(model, mse, whole["valid_loader"])["loss"]
        history.append((a, b))
        if b < best:
            best, weights = b, copy.deepcopy(model.state_dict())
    return history, weights


def test_the_functions_do_what_the_lines_do(agree, tmp_path):
    whole = names("whole")
    history, weights = again()
    losses = [min(b for _, b in history), *history[-1]]
    lines = [whole[name] for name in ("best", "train_loss", "valid_loss")]
    agree("training-loop", losses[1], lines[1], 1e-14, against="the page's program")
    agree("validation-loop", losses, lines, 1e-14, against="the page's program")
    kept = torch.load(whole["path"], weights_only=True)
    assert trainings.same(weights, kept)
    save(weights, tmp_path / "a.pt")
    for name, found in load(tmp_path / "a.pt").items():
        agree("save-and-load-model", found, kept[name], 0, against="torch.load")
    whole["model"].load_state_dict(kept)
    found = predict(whole["model"], whole["test_loader"]) + 5
    agree("prediction-loop", found, whole["predictions"], 0, against="the program")
    save_predictions(found, tmp_path / "a.csv", ("id", "views"))
    tables = []
    for path in (tmp_path / "a.csv", whole["path"].with_name("predictions.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            header, *rows = csv.reader(file)
        assert header == ["id", "views"]
        tables.append(np.array(rows, float))
    ours, theirs = (table.astype(np.float32) for table in tables)
    agree("save-predictions-csv", ours, theirs, 0, against="csv.writer")
    assert len(ours) == len(whole["test_set"]) == 993 - 850


def test_sets_do_not_overlap_and_the_test_set_has_no_answers(agree):
    """And its rows are those that look_back makes, a week and the day after."""
    whole = names("whole")
    sizes = [len(whole[f"{part}_set"]) for part in ("train", "valid", "test")]
    assert sizes == [700, 150, 143]
    views = data.daily_views(1000) - 5
    x, t = whole["valid_set"][0]
    oracle = views[700:707][::-1].astype(np.float32)
    agree("dataset-class", x, oracle, 0, against="the series by hand")
    agree("dataset-class", t, np.float32(views[707]), 0, against="the series by hand")
    assert whole["test_set"][0].shape == (7,)


def test_the_program_trains_and_looks_in_the_right_modes():
    """Training mode with a graph, else neither: for each call of a layer."""
    seen = []

    def note(module, given, y):
        if not isinstance(module, torch.nn.MSELoss):  # no part of the model
            seen.append((module.training, torch.is_grad_enabled()))

    hook = torch.nn.modules.module.register_module_forward_hook(note)
    try:
        runpy.run_path(str(PROGRAMS / "whole.py"))
    finally:
        hook.remove()
    layers = 3  # two linear ones, and the model itself
    epoch = [(True, True)] * 22 * layers + [(False, False)] * 3 * layers
    assert seen == epoch * 50 + [(False, False)] * 3 * layers


def test_nobody_forecasts_better_than_the_noise():
    assert names("whole")["best"] > 0.25**2


# -- loaders ----------------------------------------------------------------------


@pytest.mark.equation("eq:loader-length", by="torch's loader, for all small N and B")
def test_number_of_batches(agree):
    for N in range(1, 26):
        for B in range(1, 28):
            said = math.ceil(N / B), math.floor(N / B)
            theirs = [
                len([*DataLoader(range(N), B, drop_last=drop)])
                for drop in (False, True)
            ]
            assert [*said] == theirs
            ours = len(data.DataLoader(range(N), B))
            agree("dataloader", ours, theirs[0], 0, against="torch.utils.data")
            if theirs[1]:
                dropped = len(data.DataLoader(range(N), B, drop_last=True))
                agree("dataloader", dropped, theirs[1], 0, against="torch.utils.data")
            else:
                with pytest.raises(ValueError, match="no batches"):
                    data.DataLoader(range(N), B, drop_last=True)


# -- model, device ----------------------------------------------------------------


def test_parameters_are_found_and_the_forward_pass_is_that_of_torch(agree):
    forecast = names("whole")["Forecast"]()
    assert sum(p.numel() for p in forecast.parameters()) == 7 * 16 + 16 + 16 + 1
    mlp = MLP(7, [16])
    chain = torch.nn.Sequential(
        torch.nn.Linear(7, 16), torch.nn.ReLU(), torch.nn.Linear(16, 1)
    )
    x = torch.randn(9, 7, generator=torch.Generator().manual_seed(0))
    for model in (mlp, forecast):
        states = zip(chain.state_dict(), model.state_dict().values(), strict=True)
        chain.load_state_dict({name: w.detach().clone() for name, w in states})
        y = model(x).reshape(9, 1)
        agree(
            "model-class", y, chain(x), 1e-6, atol=1e-7, against="torch.nn.Sequential"
        )
    assert forecast(x).shape == (9,)  # as the targets
    lost, found = (names("registered")[name]() for name in ("Lost", "Found"))
    assert [*lost.parameters(), *lost.state_dict()] == []
    assert "mean" not in dict(found.named_parameters())


def test_a_batch_goes_to_the_device(agree):
    device = get_device()
    x, t = move(problem(), device)
    assert x.device.type == t.device.type == device.type
    agree("training-setup", x.cpu(), problem()[0], 0, against="torch on the CPU")


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no GPU")
def test_a_move_to_cuda_keeps_the_parameters_and_leaves_the_state():
    model = torch.nn.Linear(2, 1)
    optimizer = torch.optim.Adagrad(model.parameters())
    model.to("cuda")
    assert optimizer.param_groups[0]["params"][0] is model.weight
    model(torch.ones(1, 2, device="cuda")).sum().backward()
    with pytest.raises(RuntimeError, match="device"):
        optimizer.step()


# -- updates ----------------------------------------------------------------------


def recorded(clear, steps=12, lr=0.05, momentum=0.0):
    """Parameters before and after each update, and each batch's own gradient."""
    model, (X, t) = network(), problem(8 * steps)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    places, gradients = [flat(model.parameters())], []
    for x, c in zip(X.split(8), t.split(8), strict=True):
        loss = mse(model(x), c)
        gradients.append(flat(torch.autograd.grad(loss, [*model.parameters()])))
        if clear:
            optimizer.zero_grad()
        mse(model(x), c).backward()
        optimizer.step()
        places.append(flat(model.parameters()))
    return np.stack(places), np.stack(gradients)


@pytest.mark.equation("eq:loop-step")
def test_an_update_of_the_loop(agree, equation):
    """And train_one_epoch makes all of them."""
    symbols = {r"\theta_{k-1}": "before", r"\eta": "eta", "g_k": "g"}
    printed = equation("eq:loop-step", r"\theta_k", symbols)
    places, gradients = recorded(clear=True)
    oracle = printed(before=places[:-1], eta=0.05, g=gradients)
    against = "printed equation (18.2)"
    agree("training-loop", places[1:], oracle, 1e-13, atol=1e-16, against=against)
    model, (X, t) = network(), problem(96)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
    train_one_epoch(model, mse, optimizer, zip(X.split(8), t.split(8), strict=True))
    theta = places[0]
    for g in gradients:
        theta = printed(before=theta, eta=0.05, g=g)
    found = flat(model.parameters())
    agree("training-loop", found, theta, 1e-13, atol=1e-16, against=against)


@pytest.mark.equation("eq:without-zero-grad", "eq:momentum-one")
def test_without_zero_grad_every_gradient_counts_again(agree, equation):
    places, gradients = recorded(clear=False)
    symbols = {r"\theta_{k-1}": "before", r"\eta": "eta", "k": "k", "g_i": "g[i]"}
    printed = equation("eq:without-zero-grad", r"\theta_k", symbols)
    unit, against = "training-loop", "printed equation (18.3)"
    for k in range(1, len(places)):
        oracle = printed(before=places[k - 1], eta=0.05, k=k, g=gradients)
        agree(unit, places[k], oracle, 1e-12, atol=1e-15, against=against)
    symbols = {"m_{k-1}": "m", r"\eta": "eta", "g_k": "g"}
    movement = equation("eq:momentum-one", "m_k", symbols)
    symbols = {r"\theta_{k-1}": "before", "m_k": "m"}
    step = equation("eq:momentum-one", r"\theta_k", symbols)
    theta, m = places[0], np.zeros_like(places[0])
    for g, place in zip(gradients, places[1:], strict=True):
        m = movement(m=m, eta=0.05, g=g)
        theta = step(before=theta, m=m)
        against = "printed equation (18.4)"
        agree(unit, place, theta, 1e-12, atol=1e-15, against=against)
    one, _ = recorded(clear=True, momentum=1.0)
    against = "torch.optim.SGD(momentum=1)"
    agree(unit, places, one, 1e-12, atol=1e-15, against=against)


@pytest.mark.equation("eq:swing")
def test_a_parabola_is_crossed_for_ever(agree, equation):
    found = names("without-zero")
    symbols = {r"\theta_0": "start", "k": "k", r"\varphi": "phi"}
    printed = equation("eq:swing", r"\theta_k", symbols)
    unit, against = "training-loop", "printed equation (18.5)"
    for lr in (0.01, 0.5, 1.7, 3.9):
        path = found["descend"](200, lr, clear=False)
        phi = math.acos(1 - lr / 2)
        oracle = [printed(start=1.0, k=k, phi=phi) for k in range(201)]
        ours = [found["swing"](k, lr) for k in range(201)]
        agree(unit, path, oracle, 1e-9, atol=1e-11, against=against)
        agree(unit, ours, oracle, 1e-12, atol=1e-12, against=against)
        assert max(map(abs, path[-100:])) > 0.9  # the height is not lost
    assert abs(found["descend"](100, 4.1, clear=False)[-1]) > 1e3  # beyond 4 it is
    kept = found["descend"](60, 0.5, clear=True)
    agree(unit, kept, [0.5**k for k in range(61)], 1e-14, against="by hand")


def test_an_update_by_hand():
    w = names("one-update")["w"]
    assert 1 - 0.125 * (2 * (2 - 3) * 2) == w.item() == 1.5


def test_gradients_that_are_cleared_too_late_make_no_step():
    model, (X, t) = network(), problem()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    before = flat(model.parameters())
    mse(model(X), t).backward()
    optimizer.zero_grad()
    optimizer.step()
    assert torch.equal(flat(model.parameters()), before)


def test_no_grad_and_item_change_no_digit():
    """The same training by careless lines, which only keep more."""
    ends = []
    for careless in (False, True):
        model, (X, t) = network(), problem()
        optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
        totals = []
        for _ in range(3):
            total = 0.0
            for x, c in zip(X.split(5), t.split(5), strict=True):
                optimizer.zero_grad()
                loss = mse(model(x), c)
                loss.backward()
                optimizer.step()
                total += loss if careless else loss.item()
            with torch.set_grad_enabled(careless):
                value = mse(model(X), t)
            totals += [float(total.detach() if careless else total), value.item()]
        ends.append([totals, flat(model.parameters())])
    assert trainings.same(*ends)


def test_what_is_kept_grows_with_the_batches():
    """Of 50 samples: 100 outputs of tanh, and one difference, 4 bytes each."""
    found = names("graph")
    one = 50 * (100 + 1) * 4 / 1000
    careless = found["kept"](found["tensor"], False)
    careful = found["kept"](found["number"], False)
    assert careless[1:] == pytest.approx((8 * one, 8 * one))
    assert careful == (0, 0, pytest.approx(one))
    assert found["kept"](found["tensor"], False, False) == (0, 0, 0)
    nodes, held, most = found["kept"](found["tensor"])
    assert (nodes, held) == (careless[0], 0)
    assert most == pytest.approx(one)


# -- means ------------------------------------------------------------------------


@pytest.mark.equation("eq:weighted-mean", "eq:mean-of-means")
def test_two_means_over_a_set(agree, equation):
    weighted = equation(
        "eq:weighted-mean", r"\bar L", {"U": "U", "n_b": "n[b]", "L_b": "L[b]"}
    )
    plain = equation("eq:mean-of-means", r"\tilde L", {"U": "U", "L_b": "L[b]"})
    model, (X, t) = network(), problem()
    unit, against = "validation-loop", "printed equation (18.6)"
    for size in (1, 4, 10, 23):
        batches = [*zip(X.split(size), t.split(size), strict=True)]
        n = np.array([len(x) for x, _ in batches])
        L = np.array([mse(model(x), c).item() for x, c in batches])
        oracle = weighted(U=len(n), n=n, L=L)
        ours = evaluate(model, mse, batches)["loss"]
        agree(unit, ours, oracle, 1e-13, against=against)
        agree(unit, ours, mse(model(X), t).item(), 1e-13, against="all at once")
        agree(unit, names("averages")["weighted"](n, L), oracle, 1e-13, against=against)
        other = plain(U=len(n), L=L)
        assert (abs(other - oracle) > 1e-3 * oracle) == (size in (4, 10))
    means = plain(U=3, L=np.array([1.0, 1.0, 4.0]))
    agree(unit, 2.0, means, 0, against="printed equation (18.7)")
    by_weight = weighted(U=3, n=np.array([4, 4, 2]), L=np.array([1.0, 1.0, 4.0]))
    agree(unit, by_weight, 1.6, 1e-15, against="by hand")


def test_the_order_does_not_change_an_evaluation(agree):
    """Shuffled or not; the mean of means does change."""
    model, (X, t) = network(), problem()
    found, means = [], []
    for seed in range(6):
        order = torch.randperm(23, generator=torch.Generator().manual_seed(seed))
        parts = order.split(5)
        batches = [(X[p], t[p]) for p in parts]
        found.append(evaluate(model, mse, batches)["loss"])
        means.append(np.mean([mse(model(x), c).item() for x, c in batches]))
    agree("validation-loop", found, [found[0]] * 6, 1e-14, against="another order")
    assert max(means) - min(means) > 1e-3 * found[0]


def test_parts_of_a_batch_have_its_gradient(agree):
    gradient = names("exercise-accumulate")["gradient"]
    oracle = 2 * (0 - np.arange(1, 11)).mean()
    for sizes in ([10], [4, 4, 2], [1, 9]):
        agree(
            "training-loop",
            gradient(sizes, True),
            oracle,
            0,
            atol=1e-4,
            against="by hand",
        )
    assert gradient([4, 4, 2], False) != pytest.approx(oracle, rel=0.05)


# -- files ------------------------------------------------------------------------


def test_a_resumed_training_is_the_whole_one(agree):
    found = names("resume")
    agree("training-loop", found["resumed"], found["whole"], 0, against="never stopped")


def test_patience_ends_with_the_best_weights():
    train_until = names("exercise-patience")["train_until"]
    model = torch.nn.Linear(1, 1, bias=False)
    for losses, ends in (([3, 2, 1, 2, 2], (5, 3)), ([1, 2, 2], (3, 1))):
        said = iter(losses)

        def one_epoch(said=said):
            torch.nn.init.constant_(model.weight, next(said))

        found = train_until(one_epoch, lambda: model.weight.item(), model, 2)
        assert found == ends
        assert model.weight.item() == min(losses)


# -- what the page warns of, and the notes --------------------------------------------


def test_a_softmax_too_many_is_never_sure():
    """Its loss stays above ln(1 + (K - 1)/e), whatever the logits are."""
    sure = torch.full((1, 10), -100.0)
    sure[0, 3] = 100.0
    t = torch.tensor([3])
    right = torch.nn.functional.cross_entropy(sure, t).item()
    twice = torch.nn.functional.cross_entropy(sure.softmax(1), t).item()
    assert right == 0
    assert twice == pytest.approx(math.log(1 + 9 / math.e))


def test_names_of_the_notes_are_not_there():
    with pytest.raises(ImportError):
        exec("from torch.utils.data import Dataloader")
    with pytest.raises(SyntaxError):
        compile("loss = criterion(pred y)", "note A", "exec")
    for name in ("MyModewl()", "ctiterion(pred, y)"):
        with pytest.raises(NameError):
            eval(name, {"MyModel": torch.nn.Identity, "criterion": mse})


def test_the_average_of_note_a_is_right_only_after_the_loop():
    total, seen = 0, []
    for n, mean in ((4, 1), (4, 1), (2, 4)):
        total += n * mean
        seen.append(total / 10)
    assert seen == [0.4, 0.8, 1.6]


def test_a_batch_of_a_tensor_dataset_is_a_list(agree):
    X, _ = problem()
    loader = DataLoader(TensorDataset(X), 5)
    batch = next(iter(loader))
    with pytest.raises(AttributeError, match="'list' object has no attribute 'to'"):
        batch.to("cpu")
    model = network()
    agree("prediction-loop", predict(model, loader), model(X), 1e-13, against="torch")


def test_a_list_of_batches_is_shorter_than_the_set():
    model, (X, _) = network(), problem()
    preds = [model(x) for x in X.split(5)]
    assert (len(preds), len(torch.cat(preds)), len(predict(model, X.split(5)))) == (
        *(5, 23),
        23,
    )


def test_fit_is_the_loop_of_the_page(agree):
    """With the best weights that the lines of the program keep."""
    whole = names("whole")
    torch.manual_seed(0)
    loader = DataLoader(whole["train_set"], batch_size=32, shuffle=True)
    model = whole["Forecast"]().to(whole["device"])
    optimizer = torch.optim.SGD(model.parameters(), lr=0.03, momentum=0.9)
    batches = [
        *zip(
            whole["train_set"].X.split(32), whole["train_set"].t.split(32), strict=True
        )
    ]
    run = fit(
        model, mse, optimizer, batches, whole["valid_loader"], epochs=3, progress=False
    )
    torch.manual_seed(0)
    hand = whole["Forecast"]().to(whole["device"])
    optimizer = torch.optim.SGD(hand.parameters(), lr=0.03, momentum=0.9)
    values = []
    for _ in range(3):
        trainings.by_hand(hand, mse, optimizer, batches)
        x, t = whole["valid_set"].X, whole["valid_set"].t
        values.append(mse(hand(x), t).item())
    agree("training-loop", run.history["val_loss"], values, 1e-5, against="by hand")
    assert len(loader) == len(batches)
