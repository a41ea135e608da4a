import pytest
import torch

from chainrule.optim import SGD
from chainrule.scratch.optim import gradient_descent


@pytest.mark.equation("eq:gradient-descent", by="torch.optim.SGD")
@pytest.mark.parametrize("lr", [0.0, 1e-3, 0.03])
def test_is_torch_bit_for_bit(agree, walk, lr):
    ours, oracle = walk(SGD, lr=lr), walk(torch.optim.SGD, lr=lr, foreach=False)
    agree("gradient-descent-multi", ours, oracle, 0.0, against="torch.optim.SGD")


@pytest.mark.parametrize("fused", [None, False])
def test_weight_decay_is_torchs(agree, walk, fused):
    options = {"lr": 0.03, "weight_decay": 0.3}
    ours, oracle = walk(SGD, fused=fused, **options), walk(torch.optim.SGD, **options)
    agree("gradient-descent-multi", ours, oracle, 1e-14, against="torch.optim.SGD")


def test_is_the_numpy_twin(agree):
    t = torch.randn(4, generator=torch.Generator().manual_seed(3), dtype=torch.float64)
    theta = torch.zeros(4, dtype=torch.float64, requires_grad=True)
    optimizer = SGD([theta], lr=0.1)
    for _ in range(60):
        optimizer.zero_grad()
        ((theta - t) ** 2).sum().backward()
        optimizer.step()
    path = gradient_descent(lambda x: 2 * (x - t.numpy()), [0.0] * 4, 0.1, 60)
    twin = "chainrule.scratch.optim.gradient_descent"
    agree("gradient-descent-multi", theta, path[-1], 1e-14, against=twin)


def test_groups_have_their_own_rate():
    a, b = (torch.ones(1, requires_grad=True) for _ in range(2))
    optimizer = SGD([{"params": [a]}, {"params": [b], "lr": 0.5}], lr=0.25)
    (a + b).sum().backward()
    optimizer.step()
    assert (a.item(), b.item()) == (0.75, 0.5)


def test_closure_is_called_with_gradients_on():
    theta = torch.ones(1, requires_grad=True)
    optimizer = SGD([theta], lr=0.1)

    def closure():
        optimizer.zero_grad()
        loss = (theta**2).sum()
        loss.backward()
        return loss

    assert optimizer.step(closure).item() == 1.0
    assert theta.item() == pytest.approx(0.8)


@pytest.mark.parametrize("lr", [-0.1, float("nan")])
def test_refuses_nonsense(lr):
    theta = torch.ones(1, requires_grad=True)
    with pytest.raises(ValueError, match=f"Invalid learning rate: {lr}"):
        SGD([theta], lr=lr)
    with pytest.raises(ValueError, match=f"Invalid learning rate: {lr}"):
        SGD([{"params": [theta], "lr": lr}])


@pytest.mark.equation("eq:decaying-rate")
def test_the_decaying_rate_is_what_the_page_prints(agree, equation):
    printed = equation("eq:decaying-rate", r"\eta_t", {r"\eta": "lr", "t": "t"})
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer, places = SGD([w], lr=0.3), [0.0]
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda k: (k + 1) ** -0.5)
    for _ in range(50):
        w.grad = -torch.ones_like(w)
        optimizer.step()
        rate.step()
        places.append(w.item())
    unit = "vanilla-decaying-gradient-descent"
    ours = torch.tensor(places, dtype=torch.float64).diff()
    oracle = printed(lr=0.3, t=torch.arange(1, 51).double().numpy())
    agree(unit, ours, oracle, 1e-14, against="printed equation (22.4)")
