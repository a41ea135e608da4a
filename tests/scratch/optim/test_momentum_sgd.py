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
