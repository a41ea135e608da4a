import pytest
import torch
from helpers import trainings
from torch.utils.data import BatchSampler as TorchBatchSampler
from torch.utils.data import DataLoader, RandomSampler, TensorDataset

from chainrule import data
from chainrule.training import evaluating, predict

UNIT = "prediction-loop"


def inputs():
    rng = torch.Generator().manual_seed(0)
    return torch.randn(23, 4, generator=rng, dtype=torch.float64)


def test_all_rows_in_their_order(agree):
    model, X = trainings.network(), inputs()
    with evaluating(model):
        oracle = model(X)
    answers = TensorDataset(X, 2 * X)
    for size in (1, 4, 23, 30):
        for loader in (
            X.split(size),
            DataLoader(X, size),
            DataLoader(answers, size),
            data.DataLoader(answers, size),
            data.DataLoader(X, size),
            [[x] for x in X.split(size)],
        ):
            found = predict(model, loader)
            assert not found.requires_grad
            agree(UNIT, found, oracle, 1e-13, against="all at once")
    assert model.training


def loaders():
    X = inputs()
    rows = data.RandomSampler(X)
    shuffled = torch.utils.data.RandomSampler(X)
    yield DataLoader(X, 5, shuffle=True)
    yield DataLoader(X, 5, sampler=RandomSampler(X))
    yield DataLoader(X, batch_sampler=TorchBatchSampler(shuffled, 5, False))
    yield data.DataLoader(X, 5, shuffle=True)
    yield DataLoader(X, 5, sampler=rows)
    yield data.Loader(X.numpy(), X.numpy()[:, 0], 5)


def test_refuses_what_shuffles():
    for loader in loaders():
        with pytest.raises(ValueError, match="predict: the loader shuffles"):
            predict(trainings.network(), loader)


def test_a_generator_alone_does_not_shuffle():
    rng = torch.Generator()
    for make in (DataLoader, data.DataLoader):
        found = predict(trainings.network(), make(inputs(), 5, generator=rng))
        assert len(found) == 23


def test_refuses_what_drops_samples_or_gives_none():
    X = inputs()
    for make in (DataLoader, data.DataLoader):
        with pytest.raises(ValueError, match="predict: the loader drops the last"):
            predict(trainings.network(), make(X, 5, drop_last=True))
    batches = TorchBatchSampler(range(23), 5, True)
    with pytest.raises(ValueError, match="predict: the loader drops the last"):
        predict(trainings.network(), DataLoader(X, batch_sampler=batches))
    with pytest.raises(ValueError, match="predict: the loader gave no batches"):
        predict(trainings.network(), [])


def test_the_mode_comes_back_after_an_error():
    model = trainings.network()
    with pytest.raises(RuntimeError, match="shape"):
        predict(model, [torch.zeros(2, 5, dtype=torch.float64)])
    assert all(m.training for m in model.modules())
    assert torch.is_grad_enabled()
