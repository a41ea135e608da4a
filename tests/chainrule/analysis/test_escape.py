import pytest
import torch

from chainrule.analysis import escape_saddle, hessian


def toy(w1, w2):
    return (1 - w1 * w2) ** 2


@pytest.mark.equation("eq:escape", by="the loss before and after the step")
@pytest.mark.parametrize("length", [-0.02, 0.02, 0.01])
def test_loss_falls_as_promised(agree, length):
    """The lecture's saddle: λ = -2 along (1, 1), and the next term is s⁴/4."""
    w = [torch.zeros((), dtype=torch.float64, requires_grad=True) for _ in range(2)]
    before = toy(*w)
    value = escape_saddle(before, w, length)
    agree("saddle-escape-direction", value, -2.0, 1e-14, against="by hand")
    moved = torch.stack(w)
    oracle = [length / 2**0.5] * 2
    agree("saddle-escape-direction", moved, oracle, 1e-15, against="(1, 1) by hand")
    change = (toy(*w) - before) / length**2
    agree("saddle-escape-direction", change, value / 2, 2e-4, against="λ/2")


def test_moves_tensors_of_any_shape():
    a = torch.zeros(2, 2, dtype=torch.float64, requires_grad=True)
    b = torch.zeros(3, dtype=torch.float64, requires_grad=True)

    def loss():
        return (a**2).sum() - 3 * a[1, 0] ** 2 + (b**2).sum() - 0.5 * b[2] ** 2

    value = escape_saddle(loss(), iter([a, b]), 0.5)
    assert value.item() == pytest.approx(-4)
    assert a.tolist() == [[0, 0], [pytest.approx(0.5), 0]]
    assert b.tolist() == [0, 0, 0]
    assert a.requires_grad
    assert a.is_leaf


def test_descent_goes_on_to_a_minimum():
    w = [torch.zeros((), dtype=torch.float64, requires_grad=True) for _ in range(2)]
    escape_saddle(toy(*w), w, 0.1)
    optimizer = torch.optim.SGD(w, lr=0.1)
    for _ in range(200):
        optimizer.zero_grad()
        toy(*w).backward()
        optimizer.step()
    assert toy(*w) < 1e-20
    assert torch.linalg.eigvalsh(hessian(toy(*w), w)).tolist() == pytest.approx([0, 4])


@pytest.mark.parametrize(
    ("at", "length", "message"),
    [
        ([0.5, 0.5], 0.1, "no critical point: the gradient is"),
        ([1.0, 1.0], 0.1, "no way down"),
        ([0.0, 0.0], float("inf"), "the length must be finite, got inf"),
        ([0.0, 0.0], float("nan"), "got nan"),
    ],
)
def test_refuses_and_does_not_move(at, length, message):
    w = [torch.tensor(v, requires_grad=True) for v in at]
    with pytest.raises(ValueError, match=message):
        escape_saddle(toy(*w), w, length)
    assert [v.item() for v in w] == at


@pytest.mark.parametrize(("moving", "end"), [(0.0, 0), (1e-3, -1), (-1e-3, 1)])
def test_momentum_stays_on_a_saddle_only_at_rest(moving, end):
    """Note B lists momentum as a help: it is one, unless nothing moves yet."""
    w = [torch.zeros((), dtype=torch.float64, requires_grad=True) for _ in range(2)]
    optimizer = torch.optim.SGD(w, lr=0.1, momentum=0.9)
    for v in w:
        optimizer.state[v]["momentum_buffer"] = torch.full_like(v, moving)
    for _ in range(400):
        optimizer.zero_grad()
        toy(*w).backward()
        optimizer.step()
    assert [v.item() for v in w] == pytest.approx([end] * 2, abs=1e-6)
