import tracemalloc
from itertools import islice

import numpy as np
import pytest
import torch
from scipy.stats import binom

from chainrule.data import Batches, Loader
from chainrule.scratch.models import SoftmaxClassifier
from chainrule.scratch.nn import (
    CrossEntropyLoss,
    Linear,
    ReLU,
    Sequential,
    Sigmoid,
)
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import Trainer

UNIT = "mnist-solver"


def test_takes_the_steps_of_torch(agree, data, make):
    """Same start, same batches, three epochs in float64."""
    trainer = make(dtype="f8")
    history = trainer.train(3)
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
    agree(UNIT, trainer.model.weight, layer.weight, 1e-13, against=against)
    agree(UNIT, trainer.model.bias, layer.bias, 1e-13, against=against)
    agree(UNIT, history["loss"], losses, 1e-13, against=against)
    agree(UNIT, history["accuracy"], accuracies, 1e-14, against=against)


def test_a_network_takes_the_steps_of_torch(agree, data):
    """Nothing of the trainer changes: two hidden layers, in a chain in a chain."""
    X, t = data[0]
    X, rng = X.astype("f8"), np.random.default_rng(0)
    first, second, last = (Linear(i, o, rng) for i, o in ((2, 5), (5, 4), (4, 3)))
    model = Sequential(Sequential(first, Sigmoid(), second), ReLU(), last)
    parts = torch.nn.Linear(2, 5), torch.nn.Sigmoid(), torch.nn.Linear(5, 4)
    layers = *parts, torch.nn.ReLU(), torch.nn.Linear(4, 3)
    theirs = torch.nn.Sequential(*layers).double()
    with torch.no_grad():
        for mine, p in zip(model.params, theirs.parameters(), strict=True):
            p.copy_(torch.tensor(mine))
    optimizer = MomentumSGD(model.params, 0.1, 0.9)
    trainer = Trainer(model, CrossEntropyLoss(), optimizer, Loader(X, t, 20, 0))
    history = trainer.train(3)
    optimizer = torch.optim.SGD(theirs.parameters(), 0.1, momentum=0.9)
    batches, losses = Batches(90, 20, 0), []
    for _ in range(3):
        total = 0
        for rows in batches:
            z, target = theirs(torch.tensor(X[rows])), torch.tensor(t[rows])
            loss = torch.nn.functional.cross_entropy(z, target)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(rows)
        losses.append(total / 90)
    against = "torch: Sequential, cross_entropy, SGD"
    for mine, p in zip(model.params, theirs.parameters(), strict=True):
        agree(UNIT, mine, p, 1e-12, against=against)
    agree(UNIT, history["loss"], losses, 1e-13, against=against)
    assert list(history) == ["loss", "seconds"]


def test_testing_leaves_gradients_alone(make, data):
    trainer = make()
    trainer.train(1)
    before = [gradient.copy() for gradient in trainer.model.grads]
    assert any(gradient.any() for gradient in before)
    trainer.test(*data[1])
    for gradient, was in zip(trainer.model.grads, before, strict=True):
        assert np.array_equal(gradient, was)


def test_testing_goes_no_way_back(make, data, monkeypatch):
    trainer = make()

    def backward(*args):
        raise AssertionError("backward")

    monkeypatch.setattr(trainer.model, "backward", backward)
    monkeypatch.setattr(trainer.loss, "backward", backward)
    trainer.test(*data[1])
    with pytest.raises(AssertionError, match="backward"):
        trainer.train(1)


def test_history_has_a_row_an_epoch(make):
    trainer = make()
    assert trainer.epoch == 0
    history = trainer.train(4)
    assert history is trainer.history
    assert list(history) == ["loss", "accuracy", "seconds", "val_loss", "val_accuracy"]
    assert {len(values) for values in history.values()} == {4}
    assert trainer.epoch == 4
    assert history["loss"][-1] < history["loss"][0] < np.log(3)
    assert min(history["seconds"]) > 0
    assert list(make(validation=None).train(1)) == ["loss", "accuracy", "seconds"]


def test_a_seed_repeats_and_another_does_not(make):
    runs = [make(seed=seed) for seed in (0, 0, 1)]
    for trainer in runs:
        trainer.train(2)
    assert np.array_equal(runs[0].model.weight, runs[1].model.weight)
    assert not np.array_equal(runs[0].model.weight, runs[2].model.weight)


def test_going_on_is_going_through(make):
    one, two = make(), make()
    one.train(5)
    two.train(2)
    two.train(5)
    two.train(3)  # done already
    assert np.array_equal(one.model.weight, two.model.weight)
    assert one.history["loss"] == two.history["loss"]


def test_validation_teaches_nothing(make, data):
    seen, blind = make(), make(validation=None)
    seen.train(3)
    blind.train(3)
    assert np.array_equal(seen.model.weight, blind.model.weight)
    assert seen.history["val_loss"][-1] == seen.test(*data[1])[0]


@pytest.mark.parametrize("size", [1, 7, 40, 256])
def test_testing_in_parts_is_testing_at_once(agree, data, make, size):
    trainer = make(dtype="f8")
    trainer.train(1)
    X, t = data[1]
    loss, accuracy = trainer.test(X.astype("f8"), t, size)
    z = torch.tensor(X.astype("f8") @ trainer.model.weight.T + trainer.model.bias)
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
    trainer, batches, epochs = make(), [], []

    def progress(loader):
        batches.append(len(loader))
        return loader

    trainer.train(
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
    optimizer = MomentumSGD(model.params, 0.1, 0.9)
    trainer = Trainer(model, CrossEntropyLoss(), optimizer, loader)
    trainer.train(1, lambda batches: islice(batches, 3))
    trainer.test(X[:1000], t[:1000])
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
    with pytest.raises(ValueError, match=f"{n} samples, {m} targets"):
        make().test(np.zeros((n, 2)), np.zeros(m, int))
