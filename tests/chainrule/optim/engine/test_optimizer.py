import pytest
import torch

from chainrule.optim import Adam
from chainrule.optim.engine import Optimizer


class Signed(Optimizer):
    """A formula of nobody: two buffers, own hyperparameters, plain arithmetic."""

    def update(self, w, g, s, q, t, *, lr=0.5, rho=0.25):
        s += g * rho
        q *= 1 - rho
        q -= -g
        w -= lr * (s / (q**2 + 1)) / t


def weights(sizes=(3, 40, 2)):
    theta = [torch.linspace(-1, 1, n).double().requires_grad_() for n in sizes]
    for p in theta:
        p.grad = p.detach() ** 2 + 1
    return theta


def test_the_signature_of_update_is_the_contract():
    assert Signed.buffers == ["s", "q"]
    assert Signed.hyper == {"lr": 0.5, "rho": 0.25}
    assert "(params, lr=0.5, rho=0.25, *, weight_decay=0" in str(Signed.__signature__)
    w = weights()
    optimizer = Signed(w, 0.125, rho=0.5)
    assert optimizer.param_groups[0]["lr"] == 0.125
    optimizer.step()
    assert list(optimizer.state[w[0]]) == ["step", "s", "q"]


@pytest.mark.parametrize("options", [{}, {"foreach": True}, {"foreach": False}])
def test_plain_arithmetic_runs_too(options):
    """A list would be joined by + and repeated by *: a bundle must not be one."""
    ours = weights()
    optimizer = Signed(ours, maximize=True, weight_decay=0.5, **options)
    expected = []
    for p in weights():
        w, g0 = p.detach().clone(), p.grad
        s, q = torch.zeros_like(w), torch.zeros_like(w)
        for t in (1, 2, 3):
            g = -g0 + 0.5 * w
            s = s + g * 0.25
            q = q * 0.75 + g
            w = w - 0.5 * (s / (q**2 + 1)) / t
        expected.append(w)
    for _ in range(3):
        optimizer.step()
    assert torch.allclose(torch.cat(ours), torch.cat(expected), rtol=0, atol=1e-15)


def float_first(self, w, g, c: float, m, t, *, lr=1.0):
    pass


def float_last(self, w, g, m, t, c: float, *, lr=1.0):
    pass


def test_update_of_another_form_is_refused():
    for update in (
        lambda self, w, g, t, m, *, lr: None,
        lambda self, w, grad, t, *, lr: None,
        lambda self, t: None,
        float_first,
        float_last,
    ):
        with pytest.raises(TypeError, match=r"must take w, g, <tensors>, <floats>"):
            type("Wrong", (Optimizer,), {"update": update})


class Counted(Optimizer):
    """Two numbers: the sum of all rates, and how often update was called."""

    def update(self, w, g, rates: float, calls: float, *, lr=0.5):
        w.sub_(g, alpha=lr + rates)
        return rates + lr, calls + 1


@pytest.mark.parametrize("options", [{}, {"foreach": True}, {"foreach": False}])
def test_numbers_are_kept_for_each_weight(options, monkeypatch):
    """One that joins late begins at zero; pieces of one tensor share a number."""
    monkeypatch.setattr("chainrule.optim.engine.slices.BLOCK", 16)
    monkeypatch.setattr("chainrule.optim.engine.slices.SMALL", 4)
    w = weights()
    w.append(torch.zeros(0, dtype=torch.float64, requires_grad=True))
    w[-1].grad = torch.zeros_like(w[-1])
    before = [p.detach().clone() for p in w]
    optimizer = Counted(w[:1], **options)
    optimizer.step()
    optimizer.add_param_group({"params": w[1:], "lr": 0.25})
    optimizer.step()
    optimizer.step()
    assert Counted.numbers == ["rates", "calls"]
    assert Counted.buffers == []
    kept = [optimizer.state[p] for p in w[:3]]
    assert [s["rates"] for s in kept] == [1.5, 0.5, 0.5]
    assert [s["calls"] for s in kept] == [3, 2, 2]
    for p, x, sum_of_rates in zip(w, before, (3.0, 0.75, 0.75, 0.0), strict=True):
        assert torch.allclose(p, x - sum_of_rates * p.grad, rtol=0, atol=1e-15)


def test_weights_of_equal_numbers_go_together(monkeypatch):
    seen = []
    update = Counted.update

    def spy(self, w, *args, **hyper):
        seen.append(len(w))
        return update(self, w, *args, **hyper)

    monkeypatch.setattr(Counted, "update", spy)
    w = weights()
    optimizer = Counted(w, foreach=True)
    optimizer.step()
    w[0].grad = None
    optimizer.step()
    w[0].grad = torch.ones_like(w[0])
    optimizer.step()
    assert seen == [3, 2, 1, 2]


def test_numbers_of_whole_tensors_are_their_own():
    class Norms(Optimizer):
        """The sum of the norms that a tensor's gradient had."""

        elementwise = False

        def update(self, w, g, total: float, *, lr=1.0):
            return (total + g.norm().item(),)

    w = weights()
    optimizer = Norms(w)
    optimizer.step()
    optimizer.step()
    for p in w:
        expected = 2 * p.grad.norm().item()
        assert optimizer.state[p]["total"] == pytest.approx(expected, rel=1e-15)


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32])
def test_a_checkpoint_does_not_round_the_numbers(dtype):
    """torch casts the tensors of a loaded state to the type of the weights."""
    w = torch.ones(2, dtype=dtype, requires_grad=True)
    w.grad = torch.ones_like(w)
    optimizer, loaded = Counted([w], lr=0.1), Counted([w])
    optimizer.step()
    loaded.load_state_dict(optimizer.state_dict())
    assert loaded.state[w] == {"rates": 0.1, "calls": 1.0}


def test_a_new_formula_does_not_inherit_the_kernel():
    class Half(Adam):
        def update(self, w, g, m, v, t, *, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
            w.sub_(g, alpha=lr / 2)

    class Same(Adam):
        pass

    assert Half.kernel is None
    assert Same.kernel is Adam.kernel
    w = weights()
    expected = [p.detach() - 0.5 * p.grad for p in w]
    Half(w, lr=1.0).step()
    assert all(map(torch.equal, w, expected))


def test_whole_tensors_for_a_formula_that_is_not_elementwise():
    class Normed(Optimizer):
        """Moves by one length, whatever the gradient; shapes are kept."""

        elementwise = False
        seen = ()

        def update(self, w, g, t, *, lr=1.0):
            self.seen += (tuple(w.shape),)
            w.sub_(g / g.norm(), alpha=lr)

    w = [torch.zeros(2, 3, 4), torch.zeros(4, 3).T, torch.zeros(0), torch.zeros(())]
    for p in w:
        p.requires_grad_().grad = torch.full_like(p, 7.0)
    optimizer = Normed(w)
    optimizer.step()
    assert optimizer.seen == ((2, 3, 4), (3, 4), ())
    assert [p.norm().item() for p in w] == pytest.approx([1, 1, 0, 1])
