"""Mistake 11: workers that augment alike, in each epoch again."""

import multiprocessing
import sys

import numpy as np
import pytest
import torch
from helpers.trainings import Drawing

from chainrule.data import Subset, seed_worker

UNIT = "dataloader"
# Elsewhere each worker is a new Python, which takes seconds to import torch.
CONTEXT = "fork" if sys.platform == "linux" else None

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded"),
]


def draws(dataset, worker_init_fn=None):
    """What the dataset drew: epochs by samples, and of each sample its worker."""
    torch.manual_seed(0)
    options = {"num_workers": 2, "multiprocessing_context": CONTEXT}
    loader = torch.utils.data.DataLoader(
        dataset, 1, worker_init_fn=worker_init_fn, **options
    )
    found = [torch.cat([*loader]).numpy() for _ in range(2)]
    assert found[0][:, 0].tolist() == [0, 1, 0, 1]
    return np.stack([epoch[:, 1:] for epoch in found])  # (epoch, sample, number)


# JAX, if another test has imported it, warns of forks.
@pytest.mark.filterwarnings("ignore:os.fork.. was called:RuntimeWarning")
def test_each_worker_draws_its_own_in_each_epoch(agree):
    own, numpys = 0, 1
    bare = draws(Drawing())
    # The generator of the dataset is copied: both workers, both epochs draw alike.
    assert len({*bare[:, :, own].flatten()}) == 2
    assert len({*bare[:, :, numpys].flatten()}) == 8  # torch seeds NumPy's global one
    seeded = draws(Subset(Drawing(), range(4)), seed_worker)
    assert len({*seeded.flatten()}) == 16
    again = draws(Subset(Drawing(), range(4)), seed_worker)
    agree(UNIT, seeded, again, 0, against="the same seed once more")


def test_datasets_within_a_dataset_differ(monkeypatch, agree):
    inner = Drawing()
    outer = Subset(inner, range(4))
    outer.rng = np.random.default_rng(0)

    class Worker:
        dataset, seed = outer, 17

    monkeypatch.setattr(torch.utils.data, "get_worker_info", lambda: Worker)
    seed_worker(0)
    assert outer.rng.random() != inner.rng.random()
    seed_worker(0)
    oracle = np.random.default_rng([17, 1]).random()
    agree(UNIT, inner.rng.random(), oracle, 0, against="NumPy's seed sequence")
    assert multiprocessing.current_process().name
