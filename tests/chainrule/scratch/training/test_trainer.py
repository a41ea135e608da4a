import tracemalloc
from itertools import islice

import numpy as np
import pytest
import torch
from scipy.stats import binom

from chainrule.data import Batches, Loader
from chainrule.scratch.models import SoftmaxClassifier
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import Solver

UNIT = "mnist-solver"


def test_takes_the_steps_of_torch(agree, data, make):
    """Same start, same batches, three epochs in float64."""
    solver = make(dtype="f8")
    history = solver.train(3)
    X, t = data[0]
    X, t = torch.tensor(X, dtype=torch.float64), torch.tensor(t)
    layer = torch.nn.Linear(2, 3, dtype=torch.float64)
    for p in layer.parameters():
        torch.nn.init.zeros_(p)
    optimizer = torch.optim.SGD(layer.parameters(), 0.1, momentum=0.9)
    batches, losses, accuracies = Batches(90, 20, 0), [], []
    for _ in range(3):
        loss = right = 0
        for rows in batches:
            z = layer(X[rows])
            now = torch.nn.functional.cross_entropy(z, t[rows])
            optimizer.zero_grad()
            now.backward()
            optimizer.step()
            loss += now.item() * len(rows)
            right += (z.argmax(1) == t[rows]).sum().item()
        losses.append(loss / 90)
        accuracies.append(right / 90)
    against = "torch: Linear, cross_entropy, SGD"
    agree(UNIT, solver.model.W, layer.weight, 1e-13, against=against)
    agree(UNIT, solver.model.b, layer.bias, 1e-13, against=against)
    agree(UNIT, history["loss"], losses, 1e-13, against=against)
    agree(UNIT, history["accuracy"], accuracies, 1e-14, against=against)


def test_history_has_a_row_an_epoch(make):
    solver = make()
    assert solver.epoch == 0
    history = solver.train(4)
    assert history is solver.history
    assert list(history) == ["loss", "accuracy", "seconds", "val_loss", "val_accuracy"]
    assert {len(values) for values in history.values()} == {4}
    assert solver.epoch == 4
    assert history["loss"][-1] < history["loss"][0] < np.log(3)
    assert min(history["seconds"]) > 0
    assert list(make(validation=None).train(1)) == ["loss", "accuracy", "seconds"]


def test_a_seed_repeats_and_another_does_not(make):
    runs = [make(seed=seed) for seed in (0, 0, 1)]
    for solver in runs:
        solver.train(2)
    assert np.array_equal(runs[0].model.W, runs[1].model.W)
    assert not np.array_equal(runs[0].model.W, runs[2].model.W)


def test_going_on_is_going_through(make):
    one, two = make(), make()
    one.train(5)
    two.train(2)
    two.train(5)
    two.train(3)  # done already
    assert np.array_equal(one.model.W, two.model.W)
    assert one.history["loss"] == two.history["loss"]


def test_validation_teaches_nothing(make, data):
    seen, blind = make(), make(validation=None)
    seen.train(3)
    blind.train(3)
    assert np.array_equal(seen.model.W, blind.model.W)
    assert seen.history["val_loss"][-1] == seen.test(*data[1])[0]


@pytest.mark.parametrize("size", [1, 7, 40, 256])
def test_testing_in_parts_is_testing_at_once(agree, data, make, size):
    solver = make(dtype="f8")
    solver.train(1)
    X, t = data[1]
    loss, accuracy = solver.test(X.astype("f8"), t, size)
    z = torch.tensor(X.astype("f8") @ solver.model.W.T + solver.model.b)
    oracle = torch.nn.functional.cross_entropy(z, torch.tensor(t))
    agree(UNIT, loss, oracle, 1e-14, against="torch.nn.functional.cross_entropy")
    assert accuracy == (z.argmax(1).numpy() == t).mean()


@pytest.mark.equation("eq:accuracy-error")
@pytest.mark.parametrize(("a", "samples"), [(0.95, 359), (0.5, 10_000), (0.1, 7)])
def test_an_accuracy_has_an_error(agree, equation, a, samples):
    """The number of right answers is binomial."""
    printed = equation("eq:accuracy-error", "s", {"a": "a", "N": "N"})(a=a, N=samples)
    oracle = binom(samples, a).std() / samples
    against = "printed equation (10.8)"
    agree("mnist-hyperparameter-ablations", oracle, printed, 1e-15, against=against)


def test_progress_wraps_the_batches_and_after_ends_each_epoch(make):
    solver, batches, epochs = make(), [], []

    def progress(loader):
        batches.append(len(loader))
        return loader

    solver.train(
        3, progress, lambda s: epochs.append((s.epoch, len(s.history["loss"])))
    )
    assert batches == [5, 5, 5]
    assert epochs == [(1, 1), (2, 2), (3, 3)]


def test_data_and_three_batches_are_all_the_memory():
    """At the size of MNIST and the program's batches of 100; zeros cost no time."""
    X, t = np.zeros((60_000, 784), np.float32), np.arange(60_000) % 10
    model = SoftmaxClassifier(784, 10)
    tracemalloc.start()
    loader = Loader(X, t, 100, 0)
    solver = Solver(model, MomentumSGD(model.params, 0.1, 0.9), loader)
    solver.train(1, lambda batches: islice(batches, 3))
    solver.test(X[:1000], t[:1000])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert X[:100].nbytes < peak < 3 * X[:100].nbytes


def test_a_rate_that_explodes_is_said(make):
    with (
        pytest.raises(ValueError, match="NaN: is lr too large"),
        np.errstate(all="ignore"),
    ):
        make(lr=1e38).train(50)


@pytest.mark.parametrize(("n", "m"), [(0, 0), (3, 2)])
def test_refuses_to_test_on_nothing(make, n, m):
    with pytest.raises(ValueError, match=f"{n} samples, {m} classes"):
        make().test(np.zeros((n, 2)), np.zeros(m, int))
