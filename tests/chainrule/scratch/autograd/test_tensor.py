import gc

import numpy as np
import pytest
import torch
from helpers.graphs import graph, total
from hypothesis import given
from hypothesis import strategies as st

from chainrule.scratch.autograd import Tensor, no_grad
from chainrule.scratch.nn import cross_entropy_with_logits

UNIT = "chain-rule"
NEAR = {"rtol": 1e-12, "atol": 1e-12}


def gone_back(choose, steps):
    """Every tensor that a random graph has a gradient for, ours and torch's."""
    pairs = graph(choose, steps)
    for _, theirs in pairs:
        if theirs.requires_grad:
            theirs.retain_grad()
    ours, theirs = total(pairs)
    ours.backward()
    theirs.backward()
    return pairs, ours, theirs


@given(st.data(), st.integers(0, 25))
def test_any_graph_is_torchs(data, steps):
    """Values, and the gradients of leaves and of all that lies between."""
    pairs, ours, theirs = gone_back(lambda n: data.draw(st.integers(0, n - 1)), steps)
    np.testing.assert_allclose(ours.data, theirs.detach(), **NEAR)
    for x, oracle in pairs:
        np.testing.assert_allclose(x.data, oracle.detach(), **NEAR)
        assert x.requires_grad == oracle.requires_grad
        if oracle.grad is None:
            assert x.grad is None
            continue
        assert isinstance(x.grad, np.ndarray)
        assert x.grad.shape == x.data.shape
        scale = 1 + np.abs(oracle.grad.numpy()).max(initial=0)
        np.testing.assert_allclose(x.grad / scale, oracle.grad / scale, **NEAR)


@pytest.mark.parametrize("seed", range(40))
def test_larger_graphs_are_torchs(agree, seed):
    rng = np.random.default_rng(seed)
    pairs, *_ = gone_back(lambda n: int(rng.integers(n)), 80)
    for x, oracle in pairs:
        if oracle.grad is not None:
            top = oracle.grad.abs().max().item() if oracle.numel() else 0
            given = {"against": "torch.autograd", "atol": 1e-12 * (1 + top)}
            agree(UNIT, x.grad, oracle.grad, 1e-12, **given)


def test_a_network_is_torchs(agree):
    """Two layers and a cross-entropy, written out."""
    rng = np.random.default_rng(0)
    shapes = (6, 3), (3, 5), (5,), (5, 4), (4,)
    arrays = [rng.normal(size=shape) for shape in shapes]
    t = rng.integers(4, size=6)
    x, W1, b1, W2, b2 = ours = [Tensor(a, True) for a in arrays]
    z = (x @ W1 + b1).tanh() @ W2 + b2
    log_y = z - z.exp().sum(axis=1, keepdims=True).log()
    loss = -log_y[np.arange(6), t].mean()
    loss.backward()
    x, W1, b1, W2, b2 = theirs = [torch.tensor(a, requires_grad=True) for a in arrays]
    logits = torch.tanh(x @ W1 + b1) @ W2 + b2
    oracle = torch.nn.functional.cross_entropy(logits, torch.tensor(t))
    oracle.backward()
    agree(UNIT, loss.data, oracle, 1e-14, against="torch.autograd")
    for one, other in zip(ours, theirs, strict=True):
        agree(UNIT, one.grad, other.grad, 1e-12, against="torch.autograd")
    assert cross_entropy_with_logits(z.data, t) == pytest.approx(loss.item(), rel=1e-14)


# --- memory --------------------------------------------------------------------------


def test_without_a_way_back_nothing_is_left():
    """No cycles: what is no longer named is gone, without the collector."""
    gc.collect()
    gc.disable()
    try:
        before = len(gc.get_objects())
        for _ in range(50):
            x = Tensor([1.0, 2.0], True)
            y = (x * x).exp().relu().tanh().sum()
            del x, y
        assert len(gc.get_objects()) - before < 20
    finally:
        gc.enable()


# --- adding up ------------------------------------------------------------------------


def test_leaves_accumulate_and_the_others_do_not():
    """Mistake 2: twice the way back doubles at the leaf alone."""
    x = Tensor(3.0, True)
    y = x * x
    z = y * 2
    for turn in (1, 2):
        z.backward(retain_graph=True)
        assert x.grad == turn * 12
        assert y.grad == 2
        assert z.grad == 1
    x.grad = None
    z.backward()
    assert x.grad == 12


def test_two_losses_of_one_leaf_add_up():
    x = Tensor([1.0, 2.0], True)
    (x * x).sum().backward()
    (x * 3).sum().backward()
    assert x.grad.tolist() == [2 + 3, 4 + 3]


def test_no_two_gradients_of_leaves_share_memory():
    a, b, seed = Tensor([1.0], True), Tensor([1.0], True), np.ones(1)
    (a + b).backward(seed)
    a.grad += 5
    assert b.grad.tolist() == seed.tolist() == [1]


def test_given_gradient(agree):
    rng = np.random.default_rng(0)
    data, dy = rng.normal(size=(2, 3)), rng.normal(size=(2, 3))
    x, leaf = Tensor(data, True), torch.tensor(data, requires_grad=True)
    x.tanh().backward(dy)
    leaf.tanh().backward(torch.tensor(dy))
    agree(UNIT, x.grad, leaf.grad, 1e-14, against="torch.autograd")


def test_constants_have_no_gradient():
    x, c = Tensor([1.0, 2.0], True), Tensor([3.0, 4.0])
    (x * c).sum().backward()
    assert c.grad is None
    assert x.grad.tolist() == [3, 4]


def test_a_leaf_is_its_own_gradient_one():
    x = Tensor(2.0, True)
    x.backward()
    assert x.grad == 1


# --- errors ---------------------------------------------------------------------------


def square():
    x = Tensor([1.0, 2.0], True)
    return x, (x * x).sum()


def test_a_second_way_back_is_refused():
    x, y = square()
    y.backward()
    with pytest.raises(RuntimeError, match="what sum_over was made of is forgotten"):
        y.backward()
    assert x.grad.tolist() == [2, 4]


def test_so_is_one_through_a_part_that_is_forgotten():
    x = Tensor([1.0, 2.0], True)
    h = x.exp()
    h.sum().backward()
    before = x.grad.copy()
    with pytest.raises(RuntimeError, match="what exp was made of is forgotten"):
        (h * x).sum().backward()
    assert np.array_equal(x.grad, before)


def test_more_than_one_number_needs_a_gradient():
    x, _ = square()
    with pytest.raises(RuntimeError, match=r"\(2,\) is not one number: give grad"):
        (x * x).backward()
    y = (x * x).reshape(1, 2)[:, :1]
    y.backward()  # (1, 1) is one
    assert x.grad.tolist() == [2, 0]


@pytest.mark.parametrize("shape", [(), (1,), (3,), (2, 1)])
def test_a_gradient_of_another_shape(shape):
    x, _ = square()
    with pytest.raises(ValueError, match=r"grad must be \(2,\), got"):
        (x * x).backward(np.ones(shape))
    assert x.grad is None


def test_nothing_that_requires_a_gradient():
    with pytest.raises(RuntimeError, match="nothing here requires a gradient"):
        (Tensor(1.0) * 2).backward()


def test_a_failed_way_back_changes_nothing():
    x, y = square()
    y.backward(retain_graph=True)
    z = y * x.exp().sum()
    with no_grad():
        x += 1
    with pytest.raises(RuntimeError, match="changed in place"):
        z.backward()
    assert x.grad.tolist() == [2, 4]
    assert z.grad is None


# --- what it holds --------------------------------------------------------------------


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_stays(dtype):
    x = Tensor(np.ones((2, 3), dtype), True)
    y = (1 - x * 2) / np.float64(3) + x.mean() * x.max(axis=0) - x**2 @ x.T @ x
    assert y.data.dtype == dtype
    y.exp().sum().backward()
    assert x.grad.dtype == dtype


def test_a_gradient_has_the_dtype_of_its_tensor():
    x, w = Tensor(np.ones(2, np.float32), True), Tensor(np.ones(2), True)
    (x * w).sum().backward()
    assert (x.grad.dtype, w.grad.dtype) == (np.float32, np.float64)


def test_data_is_a_copy_of_real_numbers():
    array = np.ones(2)
    x = Tensor(array)
    array[0] = 5
    assert x.data.tolist() == [1, 1]
    assert Tensor([1, 2]).data.dtype == np.float64
    with pytest.raises(TypeError, match="data must be real numbers, got complex128"):
        Tensor([1j])


def test_what_it_was_made_of_can_be_drawn():
    a, b = Tensor(2.0, True), Tensor(3.0)
    y = a * b + 1
    assert (y.op, y.item()) == ("add", 7)
    product, one = y.parents
    assert (product.op, product.parents) == ("mul", (a, b))
    assert (one.op, one.parents, one.item()) == ("", (), 1)
    assert [x for x, _ in product.edges] == [a]
    y.backward(retain_graph=True)
    assert [x.grad for x in (y, product, a, b)] == [1, 1, 3, None]
    assert repr(y) == "Tensor(7.0, made by add)"
    assert repr(a) == "Tensor(2.0)"


def test_detach_is_a_leaf_of_the_same_memory():
    x = Tensor([1.0, 2.0], True)
    y = x.exp()
    z = y.detach()
    assert (z.requires_grad, z.op, z.parents) == (False, "", ())
    assert np.shares_memory(z.data, y.data)
    z *= 2  # what exp keeps, under another name
    with pytest.raises(RuntimeError, match="derivative of exp needs was changed"):
        y.sum().backward()


def test_no_item_of_several():
    with pytest.raises(ValueError, match="size 1"):
        Tensor([1.0, 2.0]).item()
