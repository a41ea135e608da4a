import numpy as np
import pytest
import torch
from helpers.courses import walk

from chainrule.optim import SGD
from chainrule.scratch.optim import gradient_descent


@pytest.mark.equation("eq:gradient-descent", by="torch.optim.SGD")
@pytest.mark.parametrize("lr", [0.0, 1e-3, 0.03])
def test_is_torch_bit_for_bit(agree, lr):
    ours, oracle = walk(SGD, lr=lr), walk(torch.optim.SGD, lr=lr, foreach=False)
    agree("gradient-descent-multi", ours, oracle, 0.0, against="torch.optim.SGD")


@pytest.mark.parametrize("fused", [None, False])
def test_weight_decay_is_torchs(agree, fused):
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


@pytest.mark.equation("eq:sgd-step")
def test_is_what_the_page_prints(agree, equation):
    symbols = {r"\theta_{t-1}": "w", r"\eta": "lr", "g_t": "g"}
    printed = equation("eq:sgd-step", r"\theta_t", symbols)
    w = torch.tensor([1.0, -2.0], dtype=torch.float64, requires_grad=True)
    before, g = w.detach().numpy().copy(), np.array([0.3, -4.0])
    w.grad = torch.tensor(g)
    SGD([w], lr=0.7).step()
    oracle = printed(w=before, lr=0.7, g=g)
    unit, against = "stochastic-gradient-descent", "printed equation (20.3)"
    agree(unit, w, oracle, 1e-15, against=against)


@pytest.mark.equation("eq:noise-floor")
@pytest.mark.parametrize(("a", "lr"), [(2.0, 0.1), (0.5, 0.2), (1.0, 1.5)])
def test_noise_floor(agree, equation, a, lr):
    """The variance of θ - lr (a θ + ξ), by its own recursion until it rests."""
    symbols = {r"\eta": "lr", "s": "s", "a": "a"}
    printed = equation("eq:noise-floor", "V", symbols)
    variance = 0.0
    for _ in range(2000):
        variance = (1 - lr * a) ** 2 * variance + lr**2 * 0.6**2
    oracle = printed(lr=lr, s=0.6, a=a)
    unit, against = "sgd-needs-smaller-rate", "printed equation (20.7)"
    agree(unit, variance, oracle, 1e-13, against=against)


@pytest.mark.equation("eq:linear-scaling")
@pytest.mark.parametrize("k", [2, 5])
def test_linear_scaling_takes_k_steps_at_once(agree, equation, k):
    """Exactly so where the gradients do not depend on θ."""
    printed = equation("eq:linear-scaling", r"\eta_{kB}", {"k": "k", r"\eta_B": "lr"})
    g = torch.randn(k, 3, dtype=torch.float64, generator=torch.Generator())
    small, large = (torch.ones(3, dtype=torch.float64) for _ in range(2))
    for part in g:
        small.grad = part
        SGD([small], lr=0.01).step()
    large.grad = g.mean(dim=0)
    SGD([large], lr=printed(k=k, lr=0.01)).step()
    unit, against = "large-batch-methods", "printed equation (20.10)"
    agree(unit, small, large, 1e-15, against=against)


@pytest.mark.equation("eq:offline-goal", by="nothing near the least squares is lower")
def test_offline_goal_is_reached_by_all_pairs_and_missed_by_one_pass(agree):
    generator = torch.Generator().manual_seed(0)
    x, noise = torch.randn(2, 40, generator=generator, dtype=torch.float64)
    t = 2 * x + noise

    def total(theta):
        return ((theta * x - t) ** 2).sum()

    best = (x @ t) / (x @ x)
    for away in (-1e-3, 1e-3):
        assert total(best) < total(best + away)
    offline, online = (torch.zeros(1, dtype=torch.float64) for _ in range(2))
    optimizer = SGD([offline.requires_grad_()], lr=0.01)
    for _ in range(200):
        optimizer.zero_grad()
        total(offline).backward()
        optimizer.step()
    unit = "online-versus-offline"
    agree(unit, offline, best.reshape(1), 1e-12, against="least squares")
    optimizer = SGD([online.requires_grad_()], lr=0.05)
    for x_t, t_t in zip(x, t, strict=True):
        optimizer.zero_grad()
        ((online * x_t - t_t) ** 2).sum().backward()
        optimizer.step()
    assert 0.01 < (online - best).abs().item() < 0.5


def test_the_rate_is_not_the_length_of_a_step():
    """Note E: the learning rate is the step length. It is one factor of it."""
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    for slope in (1.0, 0.1):
        before = w.detach().clone()
        w.grad = slope * torch.tensor([3.0, 4.0], dtype=torch.float64)
        SGD([w], lr=0.1).step()
        assert torch.dist(w.detach(), before).item() == pytest.approx(0.1 * 5 * slope)
