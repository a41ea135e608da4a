import copy
import io
import pickle

import numpy as np
import pytest
import torch
from helpers import courses
from helpers.courses import go
from torch.optim import lr_scheduler as scheduler

import chainrule.optim
from chainrule.optim import SGD, Adam, GradientNoise, Lookahead
from chainrule.optim import lr_scheduler as ours
from chainrule.scratch.optim import gradient_noise as twin

UNIT = "gradient-noise"
MANY = 200_000  # numbers whose variance is estimated to sqrt(2 / MANY) = 0.3 percent
INNER = [SGD, Adam, torch.optim.SGD, torch.optim.RMSprop, torch.optim.AdamW]


def start(*shapes, dtype=torch.float64):
    return courses.start(shapes or courses.FEW, dtype)


def drawn(seed, like, steps):
    """The standard normal numbers behind the steps on one weight."""
    generator = torch.Generator().manual_seed(seed)
    return [torch.empty_like(like).normal_(generator=generator) for _ in range(steps)]


@pytest.mark.parametrize("options", [{}, {"variance": 0.3, "gamma": 0.9, "seed": 7}])
def test_sgd_with_noise_is_the_numpy_twin(agree, options):
    (w,) = start((4, 5))
    oracle, zs = w.detach().numpy().copy(), drawn(options.get("seed", 0), w, 20)
    known = {n: x for n, x in options.items() if n != "seed"}
    noise = GradientNoise(SGD([w], lr=0.1), **options)
    for t, z in enumerate(zs):
        g = np.cos(oracle + t)
        w.grad = torch.tensor(g)
        noise.step()
        oracle = oracle - 0.1 * twin(g, z.numpy(), t, **known)
    against = "chainrule.scratch.optim.gradient_noise"
    agree(UNIT, w, oracle, 1e-14, against=against)


@pytest.mark.equation("eq:noise-variance", "eq:noisy-gradient")
def test_is_what_the_page_prints(agree, equation):
    """What SGD with lr = 1 moves by is the noisy gradient."""
    (w,) = start((6,))
    noise = GradientNoise(SGD([w], lr=1.0), variance=0.3, gamma=0.7, seed=3)
    symbols = {r"\sigma_0^2": "start", "t": "t", r"\gamma": "gamma"}
    variance = equation("eq:noise-variance", r"\sigma_t^2", symbols)
    symbols = {"g_t": "g", r"\sigma_t": "sigma", "z_t": "z"}
    noisy = equation("eq:noisy-gradient", r"\tilde g_t", symbols)
    for t, z in enumerate(drawn(3, w, 9)):
        before = w.detach().clone()
        w.grad = torch.sin(before)
        squared = variance(start=0.3, t=t, gamma=0.7)
        made = noisy(g=w.grad.numpy(), sigma=squared**0.5, z=z.numpy())
        noise.step()
        moved = before - w.detach()
        agree(UNIT, moved, made, 1e-14, against="printed equation (27.3)")
        ours = ((moved - w.grad) / z).square().mean()
        agree(UNIT, ours, squared, 1e-13, against="printed equation (27.2)")


@pytest.mark.parametrize("variance", [0.01, 0.3, 1.0])
@pytest.mark.parametrize("t", [0, 1, 10, 1000])
def test_variance_of_the_noise_fades(variance, t):
    """Measured: neither the deviation nor another power of t would pass."""
    w = torch.zeros(MANY, dtype=torch.float64, requires_grad=True)
    noise = GradientNoise(SGD([w], lr=1.0), variance=variance)
    noise.t = t
    w.grad = torch.zeros_like(w)
    noise.step()
    expected = variance / (1 + t) ** 0.55
    z = w.detach() / expected**0.5
    assert abs(z.mean()) < 5 / MANY**0.5
    assert abs(z.var() - 1) < 5 * (2 / MANY) ** 0.5
    assert abs((z**4).mean() - 3) < 5 * (96 / MANY) ** 0.5  # a normal's


def test_noise_of_steps_and_weights_is_independent():
    a, b = (torch.zeros(MANY, requires_grad=True) for _ in range(2))
    noise = GradientNoise(SGD([a, b], lr=1.0), variance=1.0, gamma=0.0)
    parts, before = [], [torch.zeros(MANY)] * 2
    for _ in range(2):
        a.grad, b.grad = torch.zeros(MANY), torch.zeros(MANY)
        noise.step()
        now = [p.detach().clone() for p in (a, b)]
        parts += [x - y for x, y in zip(now, before, strict=True)]
        before = now
    off = torch.corrcoef(torch.stack(parts)) - torch.eye(4)
    assert off.abs().max() < 5 / MANY**0.5


@pytest.mark.parametrize("inner", INNER)
def test_no_variance_is_no_noise(inner):
    ours, theirs = start(), start()
    noise, plain = GradientNoise(inner(ours, lr=0.1), 0.0), inner(theirs, lr=0.1)
    assert all(map(torch.equal, go(noise, 9), go(plain, 9)))


@pytest.mark.parametrize("inner", INNER)
def test_only_the_optimizer_sees_the_noise(inner):
    theta = start()
    noise = GradientNoise(inner(theta, lr=0.1), variance=1.0)
    quiet = [p.detach().clone() for p in start()]
    for p in theta:
        p.grad = torch.ones_like(p)
    theta[1].grad = None
    kept = [(p.grad, p.grad._version) for p in theta if p.grad is not None]
    noise.step()
    now = [p.grad for p in theta if p.grad is not None]
    for g, (same, version) in zip(now, kept, strict=True):
        assert g is same
        assert g._version == version
        assert torch.equal(g, torch.ones_like(g))
    assert [torch.equal(p, q) for p, q in zip(theta, quiet, strict=True)] == [0, 1, 0]


def test_gradients_come_back_when_the_optimizer_fails():
    (w,) = start((3,))
    w.grad = g = torch.ones_like(w)
    optimizer = SGD([w])
    optimizer.register_step_pre_hook(lambda *_: 1 / 0)
    noise = GradientNoise(optimizer, variance=1.0)
    with pytest.raises(ZeroDivisionError):
        noise.step()
    assert w.grad is g
    assert torch.equal(g, torch.ones_like(g))
    assert noise.t == 0


def through_file(state):
    file = io.BytesIO()
    torch.save(state, file)
    file.seek(0)
    return torch.load(file, weights_only=True)


@pytest.mark.parametrize("way", [copy.deepcopy, through_file])
@pytest.mark.parametrize("inner", INNER)
def test_goes_on_bit_for_bit(inner, way):
    theta = start()
    noise = GradientNoise(inner(theta, lr=0.1), 0.3, 0.7, seed=5)
    go(noise, 4)
    copied = [p.detach().clone().requires_grad_() for p in theta]
    other = GradientNoise(inner(copied, lr=9.0))
    other.load_state_dict(way(noise.state_dict()))
    ours, theirs = go(other, 6, 4), go(noise, 6, 4)
    assert all(map(torch.equal, ours, theirs))
    assert other.state_dict()["step"] == 10
    assert (other.variance, other.gamma, other.seed) == (0.3, 0.7, 5)


def test_seed_is_that_of_the_noise_alone():
    def run(seed):
        theta = start()
        return go(GradientNoise(SGD(theta), 1.0, seed=seed), 3)

    before = torch.random.get_rng_state()
    first, again, other = run(0), run(0), run(1)
    assert all(map(torch.equal, first, again))
    assert not any(map(torch.equal, first, other))
    assert torch.equal(torch.random.get_rng_state(), before)


def test_closure():
    theta = start()
    noise, calls = GradientNoise(SGD(theta, lr=0.1)), []

    def closure():
        calls.append(noise.zero_grad())
        loss = sum((p**2).sum() for p in theta)
        loss.backward()
        return loss

    with torch.no_grad():
        first, second = noise.step(closure), noise.step(closure)
    assert len(calls) == 2
    assert second < first
    assert noise.param_groups is noise.optimizer.param_groups
    assert noise.step() is None
    noise.zero_grad()
    assert all(p.grad is None for p in theta)


@pytest.mark.parametrize("given", ["wrapper", "inner"])
@pytest.mark.parametrize(
    "make", [lambda o: scheduler.StepLR(o, 1, 0.5), lambda o: ours.StepLR(o, 1, 0.5)]
)
def test_a_schedule_may_be_given_either(make, given):
    theta, like = start(), start()
    noise = GradientNoise(SGD(theta, lr=1.0), variance=0.0)
    assert isinstance(noise, torch.optim.Optimizer)
    schedule = make(noise if given == "wrapper" else noise.optimizer)
    go(noise, 1)
    schedule.step()
    go(noise, 1, 1)
    plain = SGD(like, lr=1.0)
    go(plain, 1)
    plain.param_groups[0]["lr"] = 0.5
    assert all(map(torch.equal, go(plain, 1, 1), theta))


@pytest.mark.parametrize(
    "copied", [copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))]
)
@pytest.mark.parametrize("inner", INNER)
def test_a_copy_goes_on_alone(inner, copied):
    theta = start()
    noise = GradientNoise(inner(theta, lr=0.1), 0.3, seed=5)
    go(noise, 4)
    other = copied(noise)
    copies = [p for g in other.param_groups for p in g["params"]]
    assert not {*map(id, copies)} & {*map(id, theta)}
    ours, theirs = go(other, 5, 4), go(noise, 5, 4)
    assert all(map(torch.equal, ours, theirs))
    assert repr(other) == repr(noise)


def test_groups_hooks_and_lookahead_around():
    a, b = start((3,), (3,))
    noise, calls = GradientNoise(Adam([a], lr=0.1), 0.3), []
    noise.register_step_post_hook(lambda *_: calls.append("post"))
    noise.add_param_group({"params": [b], "lr": 0.5})
    assert [g["lr"] for g in noise.optimizer.param_groups] == [0.1, 0.5]
    assert noise.state is noise.optimizer.state
    both = Lookahead(noise, k=2)
    go(both, 4)
    assert calls == ["post"] * 4
    saved = through_file(both.state_dict())
    again = Lookahead(GradientNoise(Adam([{"params": [a]}, {"params": [b]}])), k=2)
    again.load_state_dict(saved)
    assert again.optimizer.t == 4
    assert again.param_groups[1]["lr"] == 0.5


def test_layout_of_the_weight_is_kept_for_torchs_kernels():
    """They go wrong where gradient and weight lie differently in memory."""
    (w,) = start((2, 3, 4, 5), dtype=torch.float32)
    w = w.detach().to(memory_format=torch.channels_last).requires_grad_()
    seen = []
    optimizer = torch.optim.Adam([w], fused=True)
    optimizer.register_step_pre_hook(lambda *_: seen.append(w.grad.stride()))
    w.grad = torch.ones_like(w)
    GradientNoise(optimizer).step()
    assert seen == [w.stride()]


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16, torch.complex64])
def test_other_kinds_of_weights(dtype):
    (w,) = start((50,), dtype=dtype)
    w.grad = torch.zeros_like(w)
    before = w.detach().clone()
    GradientNoise(SGD([w], lr=1.0), 1.0).step()
    moved = (w.detach() - before).abs().square().float().mean()
    assert 0.4 < moved < 1.8
    assert w.grad.dtype == dtype


@pytest.mark.parametrize("value", [-0.1, float("nan"), float("inf")])
@pytest.mark.parametrize("name", ["variance", "gamma"])
def test_bad_values(name, value):
    with pytest.raises(ValueError, match=f"Invalid {name} value: {value}"):
        GradientNoise(SGD(start()), **{name: value})
    with pytest.raises(TypeError, match=f"{name} must be a number, got 'x'"):
        GradientNoise(SGD(start()), **{name: "x"})


@pytest.mark.parametrize("bad", [None, "SGD", torch.nn.Linear(1, 1)])
def test_what_is_no_optimizer(bad):
    with pytest.raises(TypeError, match=f"{type(bad).__name__} is no optimizer"):
        GradientNoise(bad)


def test_sparse_gradient_moves_nothing():
    a, b = start((4, 3), (4, 3))
    before = [a.detach().clone(), b.detach().clone()]
    a.grad, b.grad = torch.ones_like(a), torch.ones_like(b).to_sparse()
    noise = GradientNoise(torch.optim.SGD([a, b]))
    with pytest.raises(RuntimeError, match="sparse gradients"):
        noise.step()
    assert all(map(torch.equal, before, (a, b)))
    assert noise.state_dict()["generators"] == {}


def test_late_and_missing_gradients():
    """What has none draws none, and does not move."""
    a, b = start((3,), (3,))
    noise = GradientNoise(SGD([a], lr=0.1), variance=1.0)
    noise.optimizer.add_param_group({"params": [b]})
    before = a.detach().clone()
    b.grad = torch.zeros_like(b)
    kept = b.detach().clone()
    noise.step()
    assert torch.equal(a, before)
    assert not torch.equal(b, kept)


def test_is_exported():
    assert chainrule.optim.GradientNoise is GradientNoise
