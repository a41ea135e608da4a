import sys
from itertools import permutations

import numpy as np
import pytest
import torch

from chainrule.nn import set_matching

UNIT = "object-detection-as-seq2seq"


def best_of_all(cost):
    M, Q = cost.shape
    return min(
        permutations(range(Q), M), key=lambda p: sum(cost[i, p[i]] for i in range(M))
    )


@pytest.mark.parametrize("shape", [(1, 1), (2, 2), (3, 5), (4, 4), (5, 6), (0, 3)])
def test_no_permutation_is_cheaper(agree, shape):
    for seed in range(4):
        cost = np.random.default_rng(seed).normal(size=shape)
        found = set_matching(torch.tensor(cost))
        assert found.tolist() == list(best_of_all(cost))
        ours = cost[range(shape[0]), found.numpy()].sum()
        least = sum(cost[i, j] for i, j in enumerate(best_of_all(cost)))
        agree(UNIT, ours, least, 1e-14, atol=1e-15, against="all permutations")


def test_not_each_row_its_cheapest():
    """Both want column 0; one by one costs 1 + 100, together 2 + 3."""
    assert set_matching(torch.tensor([[1.0, 2.0], [3.0, 100.0]])).tolist() == [1, 0]


def test_what_is_refused():
    with pytest.raises(ValueError, match=r"\(M, Q\) with M ≤ Q, got \(3, 2\)"):
        set_matching(torch.zeros(3, 2))
    with pytest.raises(ValueError, match=r"got \(3,\)"):
        set_matching(torch.zeros(3))
    with pytest.raises(ValueError, match="invalid numeric entries"):
        set_matching(torch.tensor([[1.0, float("nan")]]))


def test_without_scipy(monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    with pytest.raises(ImportError, match="set_matching needs SciPy: pip install"):
        set_matching(torch.zeros(1, 1))
