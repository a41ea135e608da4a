import numpy as np
import pytest
import torch

from chainrule.scratch.nn import Dropout, DropoutScaledAtTest, Sequential

UNIT = "dropout"
X = np.random.default_rng(1).normal(size=(50, 4))


@pytest.mark.parametrize("p", [0, 0.3, 0.9, 1])
def test_of_the_same_zeros_torchs(agree, p):
    """torch's dropout draws other zeros; with ours it does the same."""
    layer = Dropout(p, rng=0)
    y, dx = layer.forward(X), layer.backward(X + 1)
    kept = np.random.default_rng(0).random(X.shape) >= p
    leaf = torch.tensor(X, requires_grad=True)
    share = 1 / (1 - p) if p < 1 else 0
    oracle = leaf * torch.tensor(kept) * share
    oracle.backward(torch.tensor(X + 1))
    agree(UNIT, y, oracle, 1e-14, against="torch, with the same mask")
    agree(UNIT, dx, leaf.grad, 1e-14, against="torch, with the same mask")


def test_mistake_15():
    """p is dropped, uniformly; the rest is scaled; backward has forward's mask."""
    layer, x = Dropout(0.2, rng=0), np.ones((200, 100))
    y = layer.forward(x)
    assert {*y.ravel().tolist()} == {0.0, 1.25}
    assert np.mean(y == 0) == pytest.approx(0.2, abs=0.01)
    assert np.array_equal(layer.backward(x), y)
    again = layer.forward(x)
    assert not np.array_equal(again, y)
    assert np.array_equal(layer.eval().forward(x), x)
    assert np.array_equal(layer.backward(x), x)


def test_a_network_hands_the_mode_on():
    model = Sequential(Sequential(Dropout(0.5, rng=0)))
    assert model.eval() is model
    assert np.array_equal(model.forward(X), X)
    model.train()
    assert not np.array_equal(model.forward(X), X)


def test_dtype_stays():
    x = X.astype(np.float32)
    for layer in (Dropout(0.5), DropoutScaledAtTest(0.5).eval()):
        assert layer.forward(x).dtype == layer.backward(x).dtype == np.float32


@pytest.mark.parametrize("p", [-0.1, 1.5, float("nan")])
def test_other_probabilities_are_refused(p):
    for cls in (Dropout, DropoutScaledAtTest):
        with pytest.raises(ValueError, match=f"p must be between 0 and 1, got {p}"):
            cls(p)


def test_backward_wants_a_forward():
    with pytest.raises(RuntimeError, match="Dropout: backward before forward"):
        Dropout().backward(X)
