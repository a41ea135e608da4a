import numpy as np
import pytest
import torch

from chainrule.scratch.autograd import Tensor, no_grad

# What is computed of x and w, and whether its derivative reads x, w or itself.
CASES = {
    "x + w": (lambda x, w: x + w, ""),
    "x - w": (lambda x, w: x - w, ""),
    "-x": (lambda x, w: -x, ""),
    "x w": (lambda x, w: x * w, "xw"),
    "x / w": (lambda x, w: x / w, "xw"),
    "x²": (lambda x, w: x**2, "x"),
    "x @ w": (lambda x, w: x @ w, "xw"),
    "exp x": (lambda x, w: x.exp(), "y"),
    "log x": (lambda x, w: x.log(), "x"),
    "tanh x": (lambda x, w: x.tanh(), "y"),
    "relu x": (lambda x, w: x.relu(), "y"),
    "sum x": (lambda x, w: x.sum(-1), ""),
    "mean x": (lambda x, w: x.mean(-1), ""),
    "x turned": (lambda x, w: x.T, ""),
    "x in another shape": (lambda x, w: x.reshape(-1), ""),
    "x[1]": (lambda x, w: x[1], ""),
}


@pytest.mark.parametrize("changed", "xwy")
@pytest.mark.parametrize("case", CASES)
def test_a_change_of_what_is_read_is_caught_as_torch_does(case, changed):
    """And a change of what is not read is let through, with the right gradient."""
    f, reads = CASES[case]
    data = np.random.default_rng(0).uniform(1, 2, size=(3, 3))
    found = []
    for make, off in (
        (lambda: Tensor(data, True), no_grad),
        (lambda: torch.tensor(data, requires_grad=True), torch.no_grad),
    ):
        x, w = make(), make()
        y = f(x, w)
        with off():
            {"x": x, "w": w, "y": y}[changed].__imul__(2)
        try:
            y.sum().backward()
            found.append(np.asarray(x.grad))
        except RuntimeError as error:
            found.append(error)
    ours, theirs = found
    assert isinstance(ours, RuntimeError) == (changed in reads)
    if changed in reads:
        assert "needs was changed in place" in str(ours)
    else:
        np.testing.assert_allclose(ours, theirs, rtol=1e-14)
    assert type(ours) is type(theirs)


def test_who_needs_no_gradient_may_change_the_other():
    """w is read for x alone, and x wants none: so an optimizer may step."""
    x, w = Tensor([1.0, 2.0]), Tensor([3.0, 4.0], True)
    y = (x * w).sum()
    with no_grad():
        w -= 1
    y.backward()
    assert w.grad.tolist() == [1, 2]


def test_a_view_counts_with_what_it_shows():
    x, one = Tensor(np.ones((2, 3)), True), Tensor(np.zeros(3))
    with no_grad():
        part = x.reshape(3, 2)[1:].T
    y = (x * x).sum()
    assert part.version is x.version
    part[...] = 5
    with pytest.raises(RuntimeError, match="derivative of mul needs was changed"):
        y.backward()
    with no_grad():
        copy = x[np.array([0, 1])]
    assert copy.version is not x.version
    copy[0] = one
    assert x.data.ravel().tolist() == [1, 1, 5, 5, 5, 5]


def test_no_gradient_is_lost_in_place():
    x, y = Tensor([1.0, 2.0], True), Tensor([3.0, 4.0])
    for change in (
        lambda: x.__iadd__(1),
        lambda: x.__setitem__(0, 1.0),
        lambda: y.__setitem__(0, x[1]),
        lambda: y.__imul__(x),
        lambda: (x * 2).__isub__(y),
    ):
        with pytest.raises(RuntimeError, match="in place has no derivative"):
            change()
    assert (x.data.tolist(), y.data.tolist()) == ([1, 2], [3, 4])
    y += 1  # wants no gradient
    assert y.data.tolist() == [4, 5]


def test_the_four_in_place():
    w, memory = Tensor([2.0, 4.0], True), None
    with no_grad():
        for change in ("__iadd__", "__isub__", "__imul__", "__itruediv__"):
            memory = w.data
            assert getattr(w, change)(np.array([1.0, 2.0])) is w
            assert w.data is memory
    assert w.data.tolist() == [2, 4]
    assert w.requires_grad
    assert w.version == [4]


def test_a_step_of_descent_stays_a_leaf(agree):
    w = Tensor([2.0], True)
    for _ in range(3):
        (w * w).sum().backward()
        with no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    agree("chain-rule", w.data, [2 / 2**3], 0, against="half of it, three times")
    assert (w.op, w.requires_grad) == ("", True)


def test_no_grad_records_nothing_and_ends():
    x = Tensor(2.0, True)
    with no_grad():
        with no_grad():
            pass
        y = x * x
    assert (y.requires_grad, y.op, y.parents) == (False, "", ())
    assert (x * x).requires_grad
    with pytest.raises(ZeroDivisionError), no_grad():
        raise ZeroDivisionError
    assert (x * x).requires_grad
