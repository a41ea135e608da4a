import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chainrule.data import Batches, Loader


def samples(n, d=3):
    t = np.arange(n)
    return t[:, None] * 10.0 + np.arange(d), t


@given(st.integers(1, 40), st.integers(1, 50))
def test_an_epoch_has_every_sample_once_with_its_class(n, size):
    X, t = samples(n)
    loader = Loader(X, t, size, seed=0)
    for _ in range(2):
        epoch = [(x.copy(), c) for x, c in loader]
        assert len(epoch) == len(loader) == -(-n // size)
        assert sorted(np.concatenate([c for _, c in epoch])) == [*range(n)]
        for x, c in epoch:
            assert len(x) == len(c) <= size
            assert np.array_equal(x, X[c])


@pytest.mark.parametrize(("n", "size"), [(30, 7), (300, 50), (70_000, 9999)])
def test_the_order_is_that_of_batches(agree, n, size):
    X, t = samples(n, 1)
    loader, batches = Loader(X, t, size, seed=5), Batches(n, size, seed=5)
    for _ in range(2):
        ours = np.concatenate([c for _, c in loader])
        order = np.concatenate(list(batches))
        agree("idx-data-loader", ours, order, 0.0, against="chainrule.data.Batches")


def test_a_state_brings_the_order_back():
    X, t = samples(30)
    loader, other = Loader(X, t, 7, seed=5), Loader(X, t, 7, seed=6)
    list(loader)
    other.restore(loader.state())
    for _ in range(2):
        pairs = zip(loader, other, strict=True)
        assert all(np.array_equal(a[1], b[1]) for a, b in pairs)


def test_batches_are_their_own():
    X, t = samples(30)
    kept = [*Loader(X, t, 7, seed=5)]
    for (x, c), (y, d) in zip(kept, Loader(X, t, 7, seed=5), strict=True):
        assert np.array_equal(x, X[c])
        assert np.array_equal(x, y)
        assert np.array_equal(c, d)
    for i, (x, c) in enumerate(kept):
        for y, d in kept[:i]:
            assert not np.shares_memory(x, y)
            assert not np.shares_memory(c, d)
        assert not np.shares_memory(x, X)


def test_two_epochs_side_by_side():
    X, t = samples(30)
    loader = Loader(X, t, 7, seed=5)
    pairs = [*zip(loader, loader, strict=True)]
    for epoch in zip(*pairs, strict=True):
        assert sorted(np.concatenate([c for _, c in epoch])) == [*range(30)]
        assert all(np.array_equal(x, X[c]) for x, c in epoch)
    assert any(not np.array_equal(a[1], b[1]) for a, b in pairs)


def test_holds_no_more_than_a_batch():
    X, t = samples(2000, 50)
    loader = Loader(X, t, 100, seed=0)
    tracemalloc.start()
    for _ in loader:
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * X[:100].nbytes  # the last, the next, and the order


@pytest.mark.parametrize("dtype", ["f4", "f8", "u1"])
def test_the_dtype_stays_and_the_data_are_not_touched(dtype):
    X, t = samples(9)
    X = X.astype(dtype)[:, ::-1]  # not contiguous
    before = X.copy()
    for x, c in Loader(X, t, 4):
        assert x.dtype == dtype
        assert np.array_equal(x, X[c])
        x[:] = 0
    assert np.array_equal(X, before)


@pytest.mark.parametrize(
    ("X", "t"), [((4, 2), (3,)), ((4,), (4,)), ((4, 2), (4, 1)), ((2, 2, 2), (2,))]
)
def test_refuses_shapes_that_do_not_fit(X, t):
    with pytest.raises(ValueError, match=r"X must be \(N, d\), t \(N,\), got"):
        Loader(np.zeros(X), np.zeros(t), 2)


@pytest.mark.parametrize(("n", "size"), [(0, 1), (5, 0), (5, -1)])
def test_refuses_batches_of_nothing(n, size):
    with pytest.raises(ValueError, match=f"no batches of {size} in {n} samples"):
        Loader(*samples(n), size)
