from itertools import pairwise

import numpy as np
import pytest
import torch

from chainrule.scratch.models.deep import SideBySide

UNIT, SIZES = "structure-search", [3, 5, 4, 2]


def data(n=40):
    rng = np.random.default_rng(1)
    return rng.normal(size=(n, 3)).astype(np.float32), rng.integers(2, size=n)


def torchs(theta):
    """The network with these parameters as a chain of torch's."""
    chain, at = [], 0
    for i, n in pairwise(SIZES):
        linear, W = torch.nn.Linear(i, n), torch.tensor(theta[at : at + n * i])
        b = torch.tensor(theta[at + n * i : at + n * i + n])
        linear.load_state_dict({"weight": W.view(n, i), "bias": b})
        chain, at = [*chain, linear, torch.nn.ReLU()], at + n * (i + 1)
    return torch.nn.Sequential(*chain[:-1])


def flat(tensors):
    return torch.cat([p.detach().flatten() for p in tensors])


def test_each_is_torchs_with_adam(agree):
    """Outputs, gradients, and what twenty steps make of each at its own rate."""
    nets, (X, t) = SideBySide(SIZES, 3, rng=0), data()
    z, grads = nets.forward(X), nets.gradient(X, t)
    lr = np.float32([[0.01], [0.03], [0.1]])
    each = [torchs(theta) for theta in nets.theta]
    rows = np.random.default_rng(5)
    drawn = [rows.integers(len(X), size=16) for _ in range(20)]
    nets.train(X, t, lr, 20, batch=16, rng=5)
    loss, given = torch.nn.CrossEntropyLoss(), torch.tensor(X)
    for k, net in enumerate(each):
        agree(UNIT, z[k], net(given), 1e-5, against="torch.nn", atol=1e-6)
        loss(net(given), torch.tensor(t)).backward()
        g = flat(p.grad for p in net.parameters())
        agree(UNIT, grads[k], g, 1e-4, against="torch.autograd", atol=1e-7)
        optimizer = torch.optim.Adam(net.parameters(), betas=(0.9, 0.99))
        for step, at in enumerate(drawn):
            optimizer.param_groups[0]["lr"] = lr[k, 0] * (1 - step / 20)
            optimizer.zero_grad()
            loss(net(given[at]), torch.tensor(t[at])).backward()
            optimizer.step()
        ours, theirs = nets.theta[k], flat(net.parameters())
        agree(UNIT, ours, theirs, 1e-3, against="torch.optim.Adam", atol=1e-4)
        share = (net(given).argmax(dim=1).numpy() == t).mean()
        assert nets.accuracy(X, t)[k] == pytest.approx(share)


def test_starts_with_he_weights_and_no_biases():
    nets = SideBySide([200, 300, 2], 2, rng=0)
    first, second = nets.layers.layers[::2]
    assert first.weight.std() == pytest.approx((2 / 200) ** 0.5, rel=0.02)
    assert second.weight.std() == pytest.approx((2 / 300) ** 0.5, rel=0.1)
    assert not first.bias.any()
    assert nets.theta.dtype == np.float32


def test_a_neuron_of_zeros_stays_silent_and_what_must_not_learn_does_not():
    nets, (X, t) = SideBySide(SIZES, 2, rng=0), data()
    first, second = nets.layers.layers[0], nets.layers.layers[2]
    first.weight[:, 2], learns = 0, np.ones_like(nets.theta)
    learns[1, :15] = 0  # of the second network, the first layer's weights
    before, outgoing = nets.theta.copy(), second.weight[:, :, 2].copy()
    nets.train(X, t, 0.1, 30, learns=learns, rng=0)
    assert not first.weight[:, 2].any()
    assert not first.bias[:, 2].any()
    assert np.array_equal(second.weight[:, :, 2], outgoing)
    assert np.array_equal(nets.theta[1, :15], before[1, :15])
    assert not np.array_equal(nets.theta[0, :15], before[0, :15])
