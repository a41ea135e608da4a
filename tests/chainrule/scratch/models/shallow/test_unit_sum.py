import numpy as np
import pytest
import torch

from chainrule.scratch.models import ReLUSum, SigmoidSum
from chainrule.scratch.models.shallow import UnitSum

MODELS = [SigmoidSum, ReLUSum]
X = np.linspace(-1, 1, 30)[:, None]
T = np.abs(X[:, 0])


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_descent_is_torchs(agree, model):
    """The same start, and SGD of torch on the same loss."""
    ours = model(units=3, lr=0.2, steps=50, seed=1).fit(X, T)
    start = model(units=3, steps=0, seed=1).fit(X, T)
    f = torch.sigmoid if model is SigmoidSum else torch.relu
    names = ("W_", "b_", "c_", "b0_")
    leaves = [torch.tensor(getattr(start, n), dtype=torch.float64) for n in names]
    W, b, c, b0 = (leaf.requires_grad_() for leaf in leaves)
    optimizer = torch.optim.SGD([W, b, c, b0], lr=0.2)
    for _ in range(50):
        y = f(torch.tensor(X) @ W.T + b) @ c + b0
        optimizer.zero_grad()
        ((y - torch.tensor(T)) ** 2).mean().backward()
        optimizer.step()
    unit = "sigmoid-sum-model" if model is SigmoidSum else "relu-sum-model"
    for name, leaf in zip(names, leaves, strict=True):
        mine = getattr(ours, name)
        agree(unit, mine, leaf, 1e-12, against="torch.optim.SGD")


@pytest.mark.parametrize("model", MODELS)
def test_beats_every_line(model):
    fit = model(units=10, lr=0.2, steps=3000).fit(X, T)
    assert fit.losses_[-1] < 0.1 * np.var(T)  # the best line is flat: 100%
    assert fit.losses_.shape == (3001,)
    assert np.mean((fit.predict(X) - T) ** 2) == pytest.approx(fit.losses_[-1])


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_seed_decides_the_start(model):
    fits = [model(steps=5, seed=seed).fit(X, T) for seed in (0, 0, 1)]
    assert (fits[0].W_ == fits[1].W_).all()
    assert (fits[0].W_ != fits[2].W_).any()


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_refuses_nonsense(model):
    with pytest.raises(AttributeError, match=f"{model.__name__} is not fitted"):
        model().predict(X)
    for bad_X, bad_t, message in (
        (X[:, 0], T, r"X must be \(N, d\)"),
        (X[:0], T[:0], r"got \(0, 1\)"),
        (np.full((3, 1), np.nan), T[:3], "X contains NaN"),
        (X, T[:, None], r"y must be \(30,\), got \(30, 1\)"),
        (X, np.full(30, np.inf), "y contains NaN or inf"),
    ):
        with pytest.raises(ValueError, match=message):
            model().fit(bad_X, bad_t)
    with pytest.raises(ValueError, match="diverges with lr 100"):
        model(lr=100, steps=300).fit(1e3 * X, T)
    fitted = model(steps=1).fit(X, T)
    with pytest.raises(ValueError, match=r"X must be \(N, 1\), got \(2, 2\)"):
        fitted.predict(np.zeros((2, 2)))


def test_the_base_has_no_unit():
    with pytest.raises(NotImplementedError):
        UnitSum(steps=1).fit(X, T)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"units": 0}, "out of range.*'units': 0"),
        ({"steps": -1}, "out of range.*'steps': -1"),
        ({"lr": -1.0}, "out of range.*'lr': -1.0"),
        ({"lr": np.nan}, "out of range.*'lr': nan"),
    ],
)
def test_refuses_arguments_out_of_range(options, message):
    with pytest.raises(ValueError, match=message):
        SigmoidSum(**options).fit(X, T)


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_starts_as_its_layers_do():
    """Uniform in ±1/sqrt(number of inputs) of each layer."""
    fit = SigmoidSum(units=400, steps=0).fit(np.ones((3, 4)), [1, 2, 3])
    for hidden in (fit.W_, fit.b_):
        assert np.abs(hidden).max() == pytest.approx(1 / 2, rel=0.02)
    assert np.abs(fit.c_).max() == pytest.approx(1 / 20, rel=0.02)
    assert abs(fit.b0_) < 1 / 20


@pytest.mark.filterwarnings("ignore:.*did not converge")
@pytest.mark.parametrize("model", MODELS)
def test_losses_are_those_on_the_way(agree, model):
    """After k steps the loss is that of a fit with k steps."""
    losses = model(units=3, steps=4).fit(X, T).losses_
    unit = "sigmoid-sum-model" if model is SigmoidSum else "relu-sum-model"
    for k in range(5):
        y = model(units=3, steps=k).fit(X, T).predict(X)
        agree(unit, losses[k], np.mean((y - T) ** 2), 1e-14, against="fewer steps")


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_whole_numbers_are_floats():
    assert SigmoidSum(steps=1).fit([[1]], [2]).W_.dtype == np.float64
