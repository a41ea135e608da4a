from collections import namedtuple

import numpy as np
import pytest
import torch
from torch.utils.data import default_collate

from chainrule.data import collate

UNIT = "dataloader"
Pair = namedtuple("Pair", "x t")
KINDS = {
    "tensors": [torch.arange(3.0), torch.ones(3)],
    "arrays": [np.arange(4).reshape(2, 2), np.ones((2, 2), int)],
    "float32": [np.float32(0.1), np.float32(0.2)],
    "float64": [np.float64(0.1), np.float64(0.2)],
    "uint8": [np.uint8(1), np.uint8(255)],
    "floats": [0.1, 1e300],
    "integers": [1, -(2**60)],
    "booleans": [True, False],
    "tuples": [(1, torch.ones(2)), (2, torch.zeros(2))],
    "lists": [[1.0, 2], [3.0, 4]],
    "named": [Pair(np.ones(2), 1), Pair(np.zeros(2), 0)],
    "dicts": [{"x": torch.ones(2), "t": (1, 2)}, {"x": torch.zeros(2), "t": (3, 4)}],
    "alone": [(np.float32(1.5), 3)],
}


def leaves(batch):
    if isinstance(batch, dict):
        batch = [*batch.values()]
    if isinstance(batch, torch.Tensor):
        return [batch]
    return [leaf for part in batch for leaf in leaves(part)]


@pytest.mark.parametrize("name", KINDS)
def test_is_torchs(agree, name):
    samples = KINDS[name]
    ours, theirs = collate(samples), default_collate(samples)
    assert len(leaves(ours)) == len(leaves(theirs)) > 0
    for x, y in zip(leaves(ours), leaves(theirs), strict=True):
        assert (x.dtype, x.shape) == (y.dtype, y.shape)
        agree(UNIT, x, y, 0, against="torch.utils.data.default_collate")


def test_the_kind_of_container_stays():
    assert type(collate(KINDS["tuples"])) is tuple  # torch: a list
    assert type(collate(KINDS["lists"])) is list
    assert type(collate(KINDS["named"])) is Pair
    assert collate([("a", b"b"), ("c", b"d")]) == (["a", "c"], [b"b", b"d"])
    assert [*collate(KINDS["dicts"])] == ["x", "t"]
    assert collate([torch.zeros(0, 2)] * 3).shape == (3, 0, 2)


def test_a_batch_is_a_copy():
    x = np.zeros(3)
    batch = collate([x, x])
    x[:] = 1
    assert batch.tolist() == [[0] * 3] * 2


@pytest.mark.parametrize(
    ("samples", "error", "said"),
    [
        ([torch.ones(2), torch.ones(3)], ValueError, r"shapes \(2,\) and \(3,\)"),
        ([np.ones(2), np.ones(2), np.ones((2, 1))], ValueError, r"samples 0 and 2"),
        ([(1, 2), (1,)], ValueError, "lengths 2 and 1"),
        ([{"a": 1}, {"b": 1}], ValueError, r"names \['a'\] and \['b'\]"),
        ([(1,), [1]], ValueError, "samples 0 and 1 differ: tuple and list"),
        ([torch.ones(1), np.ones(1)], ValueError, "differ: Tensor and ndarray"),
        ([None, None], TypeError, "no batch of NoneType: None"),
        ([(1, {2})], TypeError, r"no batch of set: \{2\}"),
        ([np.array(["a"])] * 2, TypeError, "can't convert"),
    ],
)
def test_what_does_not_fit_is_named(samples, error, said):
    with pytest.raises(error, match=said):
        collate(samples)
