import copy
import math

import numpy as np
import pytest
import torch

import chainrule.optim
from chainrule.optim import GradientNoise, Lookahead
from chainrule.training import lr_range_test

UNIT = "lr-range-test"


def bowl(curvature, noise=0.1, seed=0):
    """A model, a loss ½ Σ λ (w - noise)² and batches of noise."""
    curvature = torch.tensor(curvature, dtype=torch.float64)
    w = torch.nn.Parameter(torch.ones_like(curvature))
    generator = torch.Generator().manual_seed(seed)
    shape = 50, len(curvature)
    batches = noise * torch.randn(shape, generator=generator, dtype=torch.float64)

    def loss_of(batch):
        return (curvature * (w - batch) ** 2).sum() / 2

    return torch.nn.ParameterList([w]), loss_of, batches


CURVATURES = [[1.0], [100.0], [0.01, 1.0], [1.0, 10.0, 100.0], [1e-3, 0.1, 10.0]]


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "curvature"), [*enumerate(CURVATURES)])
def test_finds_the_limit_of_a_quadratic(curvature, seed):
    """Gradient descent is stable below 2 / λ_max."""
    limit = 2 / max(curvature)
    model, loss_of, batches = bowl(curvature, seed=seed)
    optimizer = torch.optim.SGD(model, lr=0.1)
    found = lr_range_test(
        model, optimizer, loss_of, batches, start=1e-5 * limit, end=100 * limit
    )
    assert found.diverged
    assert limit / 2 < found.edge < 2 * limit
    assert found.suggestion == found.edge / 10 < limit / 2
    for rate, survives in ((found.suggestion, True), (3 * found.edge, False)):
        model, loss_of, batches = bowl(curvature, seed=seed)
        optimizer = torch.optim.SGD(model, lr=rate)
        for _ in range(10):
            for batch in batches:
                optimizer.zero_grad()
                loss_of(batch).backward()
                optimizer.step()
        end = loss_of(batches[0]).item()
        assert (math.isfinite(end) and end < sum(curvature)) == survives


def test_follows_the_scale_of_the_loss(agree):
    """A loss 64 times as steep has every rate a 64th."""
    found = []
    for scale in (1.0, 64.0):
        model, loss_of, batches = bowl([scale, 10 * scale])
        optimizer = torch.optim.SGD(model, lr=0.1)
        given = {"start": 1e-6 / scale, "end": 10 / scale}
        test = lr_range_test(model, optimizer, loss_of, batches, **given)
        found.append(scale * test.suggestion)
    agree(UNIT, found[1], found[0], 1e-12, against="another scale")


@pytest.mark.equation("eq:range-test")
def test_rates_are_those_that_the_page_prints(agree, equation):
    model, loss_of, batches = bowl([1.0])
    optimizer = torch.optim.SGD(model, lr=0.1)
    given = {"start": 1e-5, "end": 0.5, "steps": 37}
    found = lr_range_test(model, optimizer, loss_of, batches, **given)
    symbols = {r"\eta_0": "low", r"\eta_1": "high", "t": "t", "T": "steps"}
    printed = equation("eq:range-test", r"\eta_t", symbols)
    oracle = printed(low=1e-5, high=0.5, t=np.arange(37), steps=37)
    agree(UNIT, found.lrs, oracle, 1e-14, against="printed equation (26.14)")
    assert not found.diverged


@pytest.mark.parametrize("smoothing", [0.0, 0.5, 0.9])
def test_the_curve_is_that_of_training_so(agree, smoothing):
    """The same steps once more, by hand, and the weighted mean of the losses."""
    model, loss_of, batches = bowl([1.0, 30.0])
    other, loss, _ = bowl([1.0, 30.0])
    optimizer = torch.optim.SGD(model, lr=0.1)
    given = {"start": 1e-4, "end": 1e-2, "steps": 30, "explode": 1e9}
    given["smoothing"] = smoothing
    found = lr_range_test(model, optimizer, loss_of, batches[:7], **given)
    losses = []
    for k, lr in enumerate(np.geomspace(1e-4, 1e-2, 30)):
        value = loss(batches[k % 7])
        (g,) = torch.autograd.grad(value, other[0])
        other[0].data -= lr * g
        losses.append(value.item())
    agree(UNIT, found.losses, losses, 1e-12, against="training by hand")
    weights = [smoothing ** np.arange(k + 1)[::-1] for k in range(30)]
    means = [np.average(losses[: len(w)], weights=w) for w in weights]
    agree(UNIT, found.smoothed, means, 1e-12, against="weighted mean")


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.net = torch.nn.Sequential(
            torch.nn.Linear(4, 8),
            torch.nn.BatchNorm1d(8),
            torch.nn.Dropout(0.3),
            torch.nn.Linear(8, 1),
        )
        self.register_buffer("hidden", torch.zeros(3), persistent=False)

    def forward(self, x):
        self.hidden += 1
        return self.net(x)


def train(model, optimizer, steps):
    for _ in range(steps):
        optimizer.zero_grad()
        model(torch.randn(6, 4)).square().mean().backward()
        optimizer.step()


OPTIMIZERS = [
    lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9),
    lambda p: torch.optim.Adam(p, lr=0.1, amsgrad=True),
    lambda p: torch.optim.Adam([{"params": [x]} for x in p], lr=torch.tensor(0.1)),
    lambda p: chainrule.optim.Adam(p, lr=0.1),
    lambda p: chainrule.optim.Momentum(p, lr=0.1),
    lambda p: GradientNoise(chainrule.optim.Adam(p, lr=0.1), 0.3),
    lambda p: Lookahead(GradientNoise(torch.optim.SGD(p, lr=0.1)), k=2),
]


class Stop(Exception):
    pass


@pytest.mark.parametrize("make", OPTIMIZERS)
@pytest.mark.parametrize("before", [0, 3])
@pytest.mark.parametrize("how", [None, Stop, KeyboardInterrupt, "step"])
def test_leaves_no_trace(make, before, how):
    """Training goes on as if there had been no test: not a bit differs."""

    def whole(tested):
        torch.manual_seed(0)
        model = Net()
        optimizer = make([*model.parameters()])
        train(model, optimizer, before)
        grads = [copy.copy(p.grad) for p in model.parameters()]
        params, count = [*model.parameters()], 0

        def loss_of(batch):
            nonlocal count
            count += 1
            if count == 8 and isinstance(how, type):
                raise how
            if count == 8 and how == "step":
                params[0].grad = torch.ones(1).to_sparse()  # refused by all
            return model(torch.randn(6, 4) + batch).square().mean()

        if tested:
            try:
                given = {"start": 1e-3, "end": 10.0, "steps": 20}
                lr_range_test(model, optimizer, loss_of, [0.0, 1.0], **given)
            except (Stop, KeyboardInterrupt, RuntimeError):
                assert how is not None
        assert all(map(torch.equal, params, model.parameters()))
        for old, p in zip(grads, model.parameters(), strict=True):
            assert (p.grad is None) == (old is None)
            assert old is None or torch.equal(p.grad, old)
        rates = [float(g["lr"]) for g in optimizer.param_groups]
        train(model, optimizer, 5)
        state = [x for s in optimizer.state.values() for x in s.values()]
        state = [torch.as_tensor(x) for x in state if x is not None]
        return [*params, *model.buffers(), *state, torch.rand(2), torch.tensor(rates)]

    assert all(map(torch.equal, whole(True), whole(False)))


def test_restores_parameters_that_only_the_optimizer_has():
    extra = torch.ones(2, requires_grad=True)
    model, loss_of, batches = bowl([1.0])
    optimizer = torch.optim.SGD([*model, extra], lr=0.1)

    def loss(batch):
        return loss_of(batch) + extra.square().sum()

    lr_range_test(model, optimizer, loss, batches, steps=20)
    assert torch.equal(extra, torch.ones(2))
    assert torch.equal(model[0], torch.ones(1))


def test_stops_at_infinity():
    model, _, batches = bowl([1.0])
    optimizer = torch.optim.SGD(model, lr=0.1)
    values = iter([1.0, 2.0, math.inf])

    def loss_of(batch):
        return model[0].sum() * next(values)

    found = lr_range_test(model, optimizer, loss_of, batches, explode=99)
    assert len(found.losses) == len(found.lrs) == len(found.smoothed) == 2
    assert found.diverged


def test_stops_where_it_explodes():
    model, _, batches = bowl([1.0])
    optimizer = torch.optim.SGD(model, lr=0.0)
    values = iter([4.0, 1.0, 3.9, 4.1, 1.0])
    given = {"smoothing": 0, "start": 1e-30, "end": 1e-29, "steps": 5}

    def loss_of(batch):
        return model[0].sum() * next(values)

    found = lr_range_test(model, optimizer, loss_of, batches, **given)
    assert found.diverged
    assert found.losses.tolist() == [4.0, 1.0, 3.9, 4.1]
    assert found.edge == found.lrs[1]


BAD = [
    ("start", 0),
    ("start", -1.0),
    ("start", math.nan),
    ("end", 1e-9),
    ("end", math.inf),
    ("steps", 1),
    ("smoothing", 1.0),
    ("smoothing", -0.1),
    ("explode", 1.0),
    ("explode", math.nan),
]


@pytest.mark.parametrize(("name", "value"), BAD)
def test_bad_values_are_named(name, value):
    model, loss_of, batches = bowl([1.0])
    optimizer = torch.optim.SGD(model, lr=0.1)
    with pytest.raises(ValueError, match=f"lr_range_test: invalid {name}: {value}"):
        lr_range_test(model, optimizer, loss_of, batches, **{name: value})


def test_no_batches_and_no_finite_loss():
    model, loss_of, batches = bowl([1.0])
    optimizer = torch.optim.SGD(model, lr=0.1)
    with pytest.raises(ValueError, match="no more batches after 0"):
        lr_range_test(model, optimizer, loss_of, [])
    with pytest.raises(ValueError, match="no more batches after 3"):
        lr_range_test(model, optimizer, loss_of, iter(batches[:3]))
    with pytest.raises(ValueError, match="first loss is not finite"):
        lr_range_test(model, optimizer, lambda b: model[0].sum() * math.nan, batches)
    assert torch.equal(model[0], torch.ones(1, dtype=torch.float64))
    assert optimizer.param_groups[0]["lr"] == 0.1


@pytest.mark.parametrize("name", ["start", "end", "steps", "smoothing", "explode"])
@pytest.mark.parametrize("value", ["1", None, [1.0]])
def test_what_is_no_number_is_named(name, value):
    model, loss_of, batches = bowl([1.0])
    optimizer = torch.optim.SGD(model, lr=0.1)
    said = f"lr_range_test: {name} must be a number, got"
    with pytest.raises(TypeError, match=said):
        lr_range_test(model, optimizer, loss_of, batches, **{name: value})
    with pytest.raises(TypeError, match="str is not an Optimizer"):
        lr_range_test(model, "SGD", loss_of, batches)
