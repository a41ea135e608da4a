import numpy as np
import pytest

from chainrule.data import Loader
from chainrule.scratch.models import SoftmaxClassifier
from chainrule.scratch.nn import (
    BatchNorm1d,
    CrossEntropyLoss,
    Dropout,
    Linear,
    Sequential,
)
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import Trainer, evaluating, load, save

X = np.random.default_rng(0).normal(size=(40, 3))
T = np.arange(40) % 2


def network(seed=0):
    rng = np.random.default_rng(seed)
    parts = Linear(3, 5, rng), BatchNorm1d(5), Dropout(0.5, rng), Linear(5, 2, rng)
    return Sequential(Sequential(*parts[:2]), *parts[2:])


def trainer(seed=0):
    model = network(seed)
    optimizer = MomentumSGD(model.params, 0.1)
    loader = Loader(X, T, 10, 0)
    return Trainer(model, CrossEntropyLoss(), optimizer, loader, (X, T))


def test_modes_are_restored_also_after_an_error():
    """Mistake 10; a layer that was frozen stays so."""
    model = network()
    frozen = model.layers[0].layers[1].eval()
    within = []

    def fail():
        with evaluating(model):
            within.extend(layer.training for layer in (model, *model.layers))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert not any(within)
    assert model.training
    assert model.layers[1].training
    assert not frozen.training


def test_a_trainer_evaluates_in_evaluation():
    """Two evaluations in a row are equal, and leave the averages alone."""
    ours = trainer()
    ours.train(2)
    before = [b.copy() for b in ours.model.buffers()]
    assert ours.test(X, T) == ours.test(X, T)
    assert all(map(np.array_equal, before, ours.model.buffers()))
    assert ours.model.training
    assert before[2] == 2 * 4


def test_a_model_without_modes_is_evaluated_as_it_is():
    with evaluating(SoftmaxClassifier(3, 2)) as nothing:
        assert nothing is None


def test_a_checkpoint_has_the_averages(tmp_path):
    """Without them a network that goes on would evaluate as another."""
    ours, fresh = trainer(), trainer(1)
    ours.train(2)
    save(ours, tmp_path / "a.npz")
    load(fresh, tmp_path / "a.npz")
    assert fresh.test(X, T) == ours.test(X, T)
