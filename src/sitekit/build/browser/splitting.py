"""Stands in for `sklearn.model_selection` in a browser: one split, with its draws.

The build puts it there as ``sklearn/model_selection/__init__.py``.
"""

from math import ceil, floor
from typing import Any

import numpy as np


def train_test_split(
    *arrays: Any,
    test_size: float | None = None,
    train_size: float | None = None,
    random_state: int | np.random.RandomState | None = None,
    stratify: Any = None,
) -> list[Any]:
    """The parts of each array, for training and for testing, as scikit-learn's.

    Raises:
        ValueError: the arrays are not of one length, or a part would be empty or too
            large.
    """
    count = len(arrays[0])
    if any(len(array) != count for array in arrays):
        raise ValueError(f"arrays of {[len(array) for array in arrays]} rows")
    test, train = _sizes(count, test_size, train_size)
    if test < 1 or train < 1 or test + train > count:
        raise ValueError(f"{count} rows are not {train} to train and {test} to test")
    draw = _generator(random_state)
    if stratify is None:
        order = draw.permutation(count)
        chosen = order[test : test + train], order[:test]
    else:
        chosen = _stratified(np.asarray(stratify), train, test, draw)
    return [np.asarray(array)[rows] for array in arrays for rows in chosen]


def _generator(seed: int | np.random.RandomState | None) -> np.random.RandomState:
    """Without a seed NumPy's own, which ``np.random.seed`` sets."""
    if seed is None:
        return np.random.mtrand._rand
    if isinstance(seed, np.random.RandomState):
        return seed
    return np.random.RandomState(seed)


def _sizes(count: int, test: float | None, train: float | None) -> tuple[int, int]:
    if test is None and train is None:
        test = 0.25
    if isinstance(test, float):
        test = ceil(test * count)
    if isinstance(train, float):
        train = floor(train * count)
    if test is None:
        test = count - (train or 0)
    return int(test), int(count - test if train is None else train)


def _stratified(
    classes: np.ndarray, train: int, test: int, draw: np.random.RandomState
) -> tuple[np.ndarray, np.ndarray]:
    """Rows for both parts, in which each class has its share."""
    _, of = np.unique(classes, return_inverse=True)
    counts = np.bincount(of)
    rows = np.split(np.argsort(of, kind="mergesort"), np.cumsum(counts)[:-1])
    to_train = _share(counts, train, draw)
    to_test = _share(counts - to_train, test, draw)
    chosen: tuple[list[int], list[int]] = [], []
    for i, own in enumerate(rows):
        mixed = own[draw.permutation(len(own))]
        chosen[0].extend(mixed[: to_train[i]])
        chosen[1].extend(mixed[to_train[i] : to_train[i] + to_test[i]])
    return draw.permutation(chosen[0]), draw.permutation(chosen[1])


def _share(counts: np.ndarray, draws: int, draw: np.random.RandomState) -> np.ndarray:
    """How many of each class: what is left over goes to the largest remainders."""
    exact = counts / counts.sum() * draws
    whole = np.floor(exact)
    rest, left = exact - whole, int(draws - whole.sum())
    for value in np.sort(np.unique(rest))[::-1]:
        if left == 0:
            break
        (alike,) = np.where(rest == value)
        added = min(len(alike), left)
        whole[draw.choice(alike, size=added, replace=False)] += 1
        left -= added
    return whole.astype(int)
