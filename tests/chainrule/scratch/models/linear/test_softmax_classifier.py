import numpy as np
import pytest
import torch
from scipy.special import softmax
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression

from chainrule.scratch.models import SoftmaxClassifier
from chainrule.scratch.nn import CrossEntropyLoss

UNIT = "mnist-softmax-case"


def case(dtype="f8"):
    rng = np.random.default_rng(0)
    model = SoftmaxClassifier(4, 3, dtype)
    model.weight[:], model.bias[:] = rng.normal(size=(3, 4)), rng.normal(size=3)
    return model, rng.normal(size=(20, 4)).astype(dtype), rng.integers(3, size=20)


def value(model, X, t):
    return CrossEntropyLoss().forward(model.forward(X), t)


def gradients(model, X, t):
    loss = CrossEntropyLoss()
    loss.forward(model.forward(X), t)
    by_X = model.backward(loss.backward())
    return *model.grads, by_X


@pytest.mark.equation("eq:mnist-model", by="sums over features and over classes")
def test_rows_of_W_are_classes(agree):
    model, X, t = case()
    z = [
        [sum(w * v for w, v in zip(row, x, strict=True)) + c for row, c in rows]
        for x in X
        for rows in [list(zip(model.weight, model.bias, strict=True))]
    ]
    agree(UNIT, model.forward(X), z, 1e-14, against="sums, a number at a time")
    y = softmax(z, axis=1)
    loss = value(model, X, t)
    oracle = -np.log(y[np.arange(20), t]).mean()
    agree(UNIT, loss, oracle, 1e-14, against="scipy.special.softmax")
    assert np.array_equal(model.predict(X), y.argmax(axis=1))


@pytest.mark.equation("eq:mnist-gradients", by="torch.autograd on the same batch")
def test_is_a_linear_layer_and_a_loss_of_torch(agree):
    model, X, t = case()
    layer = torch.nn.Linear(4, 3, dtype=torch.float64)
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(model.weight))
        layer.bias.copy_(torch.tensor(model.bias))
    leaf = torch.tensor(X, requires_grad=True)
    z = layer(leaf)
    oracle = torch.nn.functional.cross_entropy(z, torch.tensor(t))
    oracle.backward()
    loss, (by_W, by_b, by_X) = value(model, X, t), gradients(model, X, t)
    agree(UNIT, model.forward(X), z, 1e-14, against="torch.nn.Linear")
    agree(UNIT, loss, oracle, 1e-14, against="torch.nn.functional.cross_entropy")
    agree(UNIT, by_W, layer.weight.grad, 1e-14, against="torch.autograd")
    agree(UNIT, by_b, layer.bias.grad, 1e-14, against="torch.autograd")
    agree(UNIT, by_X, leaf.grad, 1e-14, against="torch.autograd")
    assert np.array_equal(model.predict(X), z.argmax(dim=1).numpy())


def test_gradients_are_slopes(agree):
    model, X, t = case()
    found = [gradient.copy() for gradient in gradients(model, X, t)]
    for array, gradient in zip([*model.params, X], found, strict=True):
        slopes, h = np.empty_like(array), 1e-5
        for place in np.ndindex(*array.shape):
            array[place] += h
            up = value(model, X, t)
            array[place] -= 2 * h
            down = value(model, X, t)
            array[place] += h
            slopes[place] = (up - down) / (2 * h)
        against = "central differences"  # which lose eps / h
        agree(UNIT, gradient, slopes, 1e-9, atol=5e-11, against=against)


def test_before_training_every_class_is_as_likely(agree):
    model = SoftmaxClassifier(4, 10)
    X, t = np.ones((5, 4), np.float32), np.arange(5)
    loss = value(model, X, t)
    agree(UNIT, loss, np.log(10), 1e-7, against="ln 10")


def test_the_bottom_is_that_of_scikit_learn(agree):
    """A little weight decay makes it unique; Newton's method of theirs finds it."""
    X, t = load_digits(return_X_y=True)
    X, t, decay = X[:300] / 16, t[:300], 0.02
    oracle = LogisticRegression(
        C=1 / (decay * len(X)), solver="newton-cholesky", tol=1e-10
    ).fit(X, t)
    model = SoftmaxClassifier(64, 10, "f8")
    model.weight[:], model.bias[:] = oracle.coef_, oracle.intercept_
    by_W, by_b, _ = gradients(model, X, t)
    against = "sklearn.linear_model.LogisticRegression"  # a gradient of 1e-10 ends it
    agree(UNIT, by_W, -decay * model.weight, 1e-9, atol=1e-11, against=against)
    agree(UNIT, by_b, 0 * by_b, 0, atol=1e-11, against=against)
    assert np.array_equal(model.predict(X), oracle.predict(X))


@pytest.mark.parametrize("dtype", ["f4", "f8"])
def test_dtype_stays(dtype):
    model, X, t = case(dtype)
    found = (*gradients(model, X, t), model.forward(X))
    assert {a.dtype for a in found} == {np.dtype(dtype)}
    assert value(model, X, t).dtype == np.float64  # it adds up


@pytest.mark.parametrize("sizes", [(0, 3), (3, 1), (3, 0)])
def test_refuses_nonsense(sizes):
    with pytest.raises(ValueError, match=f"no {sizes[1]} classes of {sizes[0]} feat"):
        SoftmaxClassifier(*sizes)
