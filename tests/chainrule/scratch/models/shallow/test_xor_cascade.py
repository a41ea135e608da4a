"""What the hidden layer makes of XOR."""

import numpy as np
import pytest
from scipy.stats import entropy
from sklearn.linear_model import LogisticRegression

from chainrule.scratch.models import CascadedLogistic
from chainrule.scratch.models.shallow.cascaded_logistic import (
    descend,
    encode,
    gradients,
    logits,
    loss,
    random_start,
)
from chainrule.scratch.nn import binary_cross_entropy_with_logits, sigmoid

CASCADE = "cascaded-logistic-regression"
X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
T = np.array([0, 1, 1, 0])


W_HAND, B_HAND = np.array([[-2.0, 2.0], [2.0, -2.0]]), np.array([-1.0, -1.0])


def test_the_lectures_numbers(agree):
    codes = encode(X, W_HAND, B_HAND).round(2)
    oracle = [[0.27, 0.27], [0.73, 0.05], [0.05, 0.73], [0.27, 0.27]]
    agree(CASCADE, codes, oracle, 1e-15, against="the lecture's numbers")
    z = logits(X, W_HAND, B_HAND, np.array([20.0, 20.0]), np.array(-13.2))
    assert ((z > 0) == T).all()


def test_merging_one_class_is_not_enough():
    """Two units alike: class 1 falls on one point, in the middle of class 0."""
    codes = encode(X, np.ones((2, 2)), -np.ones(2))
    np.testing.assert_array_equal(codes[1], codes[2])
    assert np.abs(codes[0] - codes[3]).max() > 0.4
    np.testing.assert_allclose(codes[1], (codes[0] + codes[3]) / 2)
    assert LogisticRegression(C=1e6).fit(codes, T).score(codes, T) < 1


def test_one_hidden_unit_is_a_line_again():
    """A monotone function of one unit: class 1 is a half-plane or nothing."""
    theta = descend(X, T, random_start(200, 1, 2, 3.0, 0), 1.0, 300)
    right = ((logits(X, *theta) > 0) == T).sum(axis=1)
    assert right.max() == 3


def partitions(items):
    if not items:
        yield []
        return
    head, *rest = items
    for smaller in partitions(rest):
        yield [[head], *smaller]
        for k, block in enumerate(smaller):
            yield [*smaller[:k], [head, *block], *smaller[k + 1 :]]


@pytest.mark.equation("eq:merged-loss", by="all 15 partitions, and 200 descents")
def test_losses_at_which_the_descents_end(agree):
    levels = set()
    for blocks in partitions([0, 1, 2, 3]):
        shares = [T[block].mean() for block in blocks]
        parts = [
            len(block) * entropy([p, 1 - p])
            for block, p in zip(blocks, shares, strict=True)
        ]
        levels.add(round(sum(parts) / 4, 10))
    oracle = [0, np.log(2) / 2, (3 * np.log(3) - 2 * np.log(2)) / 4, np.log(2)]
    agree(CASCADE, sorted(levels), oracle, 1e-9, against="closed form")
    theta = descend(X, T, random_start(200, 2, 2, 1.0, 0), 1.0, 4000)
    ends = loss(X, T, *theta)
    assert np.abs(ends[:, None] - oracle).min(axis=1).max() < 0.03
    right = ((logits(X, *theta) > 0) == T).all(axis=1)
    assert 120 < right.sum() < 150
    assert (ends[~right] > 0.34).all()


def test_failures_flatten_out_while_the_weights_grow():
    theta = descend(X, T, random_start(60, 2, 2, 1.0, 0), 1.0, 2000)
    theta = [p[loss(X, T, *theta) > 0.2] for p in theta]
    later = descend(X, T, theta, 1.0, 4000)

    def length(parts):
        flat = np.concatenate([p.reshape(len(p), -1) for p in parts], axis=1)
        return np.median(np.linalg.norm(flat, axis=1))

    assert length(gradients(X, T, *later)) < length(gradients(X, T, *theta)) / 2
    assert length(later) > length(theta) + 1


@pytest.mark.parametrize("units", [1, 2, 5])
def test_equal_units_stay_equal(units):
    theta = [np.full((units, 2), 0.3), np.full(units, 0.1), np.full(units, 0.5)]
    W, b, c, _ = descend(X, T, [*theta, np.asarray(0.2)], 1.0, 200)
    for part in (W, b, c):
        np.testing.assert_allclose(part, np.broadcast_to(part[0], part.shape))


def test_a_machine_finds_a_transform():
    """Note E says that it cannot; ten starts of two units can."""
    model = CascadedLogistic(restarts=10).fit(X, T)
    np.testing.assert_array_equal(model.predict(X), T)
    assert model.losses_.shape == (10,)
    assert loss(X, T, model.W_, model.b_, model.c_, model.b0_) == model.losses_.min()


@pytest.mark.equation("eq:encode-classify", by="logistic regression on the codes")
def test_encode_then_classify(agree):
    model = CascadedLogistic(restarts=10).fit(X, T)
    code = model.transform(X)
    unit = "encode-then-classify"
    z = model.decision_function(X)
    agree(unit, z, code @ model.c_ + model.b0_, 0, against="logistic regression")
    classifier = LogisticRegression(C=1e6, max_iter=10_000).fit(code, T)
    refitted = classifier.decision_function(code)
    assert binary_cross_entropy_with_logits(refitted, T) < model.losses_.min()
    # The last unit's gradient is that of logistic regression on the codes.
    theta = model.W_, model.b_, model.c_, model.b0_
    error = sigmoid(z) - T
    *_, by_c, by_b = gradients(X, T, *theta)
    agree(unit, by_c, code.T @ error / 4, 1e-15, against="logistic regression")
    agree(unit, by_b, error.mean(), 1e-15, against="logistic regression")


@pytest.mark.slow
def test_slow_is_not_stuck():
    """A tenth of the rate needs ten times the steps: as many starts learn."""
    learned = []
    for lr, steps in ((1.0, 2000), (0.1, 2000), (0.1, 20_000)):
        theta = descend(X, T, random_start(60, 2, 2, 0.3, 0), lr, steps)
        learned.append(((logits(X, *theta) > 0) == T).all(axis=1).sum())
    assert learned[1] == 0 < learned[0]
    assert abs(learned[2] - learned[0]) <= 1
