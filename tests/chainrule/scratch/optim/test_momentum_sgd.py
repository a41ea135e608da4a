import numpy as np
import pytest
import torch

from chainrule.scratch.optim import MomentumSGD, momentum, sgd

UNIT = "numpy-momentum-sgd"
SHAPES = [(3, 2), (3,), (1, 1)]


def walk(optimizer, params, steps=30, seed=1):
    """Gradients of a bowl with noise, so that nothing cancels."""
    rng = np.random.default_rng(seed)
    for _ in range(steps):
        optimizer.step([w + rng.normal(size=w.shape) for w in params])


def start(dtype="f8"):
    rng = np.random.default_rng(0)
    return [rng.normal(size=shape).astype(dtype) for shape in SHAPES]


@pytest.mark.parametrize(("lr", "mu"), [(0.1, 0.9), (0.3, 0.5), (0.05, 0.0)])
def test_is_torch(agree, lr, mu):
    ours = start()
    walk(MomentumSGD(ours, lr, mu), ours)
    leaves = [torch.tensor(w, requires_grad=True) for w in start()]
    optimizer = torch.optim.SGD(leaves, lr, momentum=mu)
    rng = np.random.default_rng(1)
    for _ in range(30):
        for w in leaves:
            w.grad = w.detach() + torch.tensor(rng.normal(size=tuple(w.shape)))
        optimizer.step()
    for w, oracle in zip(ours, leaves, strict=True):
        agree(UNIT, w, oracle, 1e-14, against="torch.optim.SGD(momentum=…)")


@pytest.mark.parametrize("mu", [0.0, 0.9])
def test_is_the_formula_step_by_step(agree, mu):
    """The same bits as `momentum`, and as `sgd` where there is none."""
    ours = start()
    walk(MomentumSGD(ours, 0.1, mu), ours)
    theirs = start()
    moves, rng = [0.0 * w for w in theirs], np.random.default_rng(1)
    for _ in range(30):
        for k, w in enumerate(theirs):
            g = w + rng.normal(size=w.shape)
            plain = sgd(w, g, 0.1)
            theirs[k], moves[k] = momentum(w, g, moves[k], 0.1, mu)
            assert mu or np.array_equal(theirs[k], plain)
    for w, oracle in zip(ours, theirs, strict=True):
        agree(UNIT, w, oracle, 0.0, against="chainrule.scratch.optim.momentum")


def test_one_step_by_hand(agree):
    """From 1 with m = 2: m = 0.5 * 2 - 0.25 * 2 = 0.5 and w = 1.5."""
    w = np.array([1.0])
    optimizer = MomentumSGD([w], 0.25, 0.5)
    optimizer.moves[0][:] = 2
    optimizer.step([np.array([2.0])])
    ours = [w[0], optimizer.moves[0][0]]
    agree(UNIT, ours, [1.5, 0.5], 0.0, against="by hand")


@pytest.mark.equation("eq:mnist-movement", "eq:mnist-step")
@pytest.mark.parametrize("mu", [0.0, 0.7])
def test_printed(agree, equation, mu):
    rng = np.random.default_rng(2)
    w, g, m = rng.normal(size=(3, 5))
    symbols = {r"\mu": "mu", "m_{k-1}": "m", r"\eta": "lr", "g_k": "g"}
    moved = equation("eq:mnist-movement", "m_k", symbols)(mu=mu, m=m, lr=0.3, g=g)
    stepped = equation("eq:mnist-step", "w_k", {"w_{k-1}": "w", "m_k": "m"})
    stepped = stepped(w=w, m=moved)
    optimizer = MomentumSGD([w], 0.3, mu)
    optimizer.moves[0][:] = m
    optimizer.step([g])
    against = "printed equation ({})"
    agree(UNIT, optimizer.moves[0], moved, 1e-15, against=against.format("10.5"))
    agree(UNIT, w, stepped, 1e-15, against=against.format("10.6"))


@pytest.mark.equation("eq:mnist-effective-rate")
@pytest.mark.parametrize("mu", [0.0, 0.5, 0.9])
def test_a_steady_gradient_is_walked_at_the_effective_rate(agree, equation, mu):
    w, g = np.zeros(2), np.array([1.0, -3.0])
    optimizer = MomentumSGD([w], 0.02, mu)
    for _ in range(400):
        optimizer.step([g])
    symbols = {r"\eta": "lr", r"\mu": "mu"}
    rate = equation("eq:mnist-effective-rate", r"\eta_{\mathrm{eff}}", symbols)
    rate = rate(lr=0.02, mu=mu)
    against = "printed equation (10.7)"
    agree(UNIT, optimizer.moves[0], -rate * g, 1e-14, against=against)


@pytest.mark.parametrize("dtype", ["f4", "f8"])
def test_writes_into_the_parameters_alone(dtype):
    w, g = np.ones(3, dtype), np.full(3, 2, dtype)
    optimizer = MomentumSGD([w], 0.1, 0.9)
    optimizer.step([g])
    assert optimizer.params[0] is w
    assert w.dtype == optimizer.moves[0].dtype == dtype
    assert w[0] == np.dtype(dtype).type(1) - np.dtype(dtype).type(0.1) * 2
    assert g.tolist() == [2, 2, 2]


@pytest.mark.parametrize(
    "options",
    [(0.0,), (-0.1,), (np.nan,), (np.inf,), (0.1, -0.1), (0.1, 1.0), (0.1, np.nan)],
)
def test_refuses_options_out_of_range(options):
    with pytest.raises(ValueError, match=f"invalid lr {options[0]} or momentum"):
        MomentumSGD([np.ones(2)], *options)


def test_refuses_integers():
    with pytest.raises(ValueError, match=r"not floats: .*int64"):
        MomentumSGD([np.ones(2), np.arange(3)], 0.1)


@pytest.mark.parametrize("shapes", [[(2,)], [(2,), (1,)], [(2,), (3,), (1,)], [(3,)]])
def test_refuses_gradients_that_do_not_fit(shapes):
    params = [np.ones(2), np.ones(3)]
    optimizer = MomentumSGD(params, 0.1)
    with pytest.raises(ValueError, match=r"gradients .* for parameters"):
        optimizer.step([np.ones(shape) for shape in shapes])
    assert [w.tolist() for w in params] == [[1, 1], [1, 1, 1]]
