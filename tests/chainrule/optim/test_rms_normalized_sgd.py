"""The form of the notes, its kinship with Adagrad, and its bursts."""

import numpy as np
import pytest
import torch
from torch.optim.lr_scheduler import LambdaLR

from chainrule.optim import Adagrad, RMSNormalizedSGD
from chainrule.scratch.optim import rms_normalized_sgd as twin

# The ten public pairs of the lecture's regression, and its start.
X = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
T = np.array([640, 633, 619, 393, 428, 27, 193, 66, 226, 1591], float)
A = np.column_stack([np.ones(10), X])
H = 2 * A.T @ A
BEST = np.linalg.lstsq(A, T, rcond=None)[0]


@pytest.mark.equation("eq:rms-all", "eq:rms-step")
def test_is_what_the_page_prints(agree, equation):
    torch.manual_seed(0)
    w = torch.randn(5, dtype=torch.float64, requires_grad=True)
    optimizer = RMSNormalizedSGD([w], lr=0.3, eps=1e-2)
    root = equation("eq:rms-all", r"\sigma_t", {"t": "t", "g_i": "g[i]"})
    symbols = {r"\theta_{t-1}": "w", r"\eta": "lr", r"\epsilon": "eps"}
    symbols |= {r"\sigma_t": "sigma", "g_t": "g"}
    step = equation("eq:rms-step", r"\theta_t", symbols)
    unit, gradients = "root-mean-square-scaling", []
    for t in range(1, 8):
        before = w.detach().numpy().copy()
        w.grad = torch.randn_like(w)
        gradients.append(w.grad.numpy().copy())
        optimizer.step()
        sigma = np.array([root(t=t, g=np.array(gradients)[:, j]) for j in range(5)])
        ours = (optimizer.state[w]["s"] / t).sqrt()
        agree(unit, ours, sigma, 1e-14, against="printed equation (22.5)")
        oracle = step(w=before, lr=0.3, eps=1e-2, sigma=sigma, g=gradients[-1])
        agree(unit, w, oracle, 1e-14, against="printed equation (22.6)")


@pytest.mark.equation("eq:per-parameter-rate")
def test_each_parameter_has_its_own_rate(agree, equation):
    symbols = {r"\theta_{t-1,i}": "w", r"\eta": "lr", r"\sigma_{t,i}": "sigma"}
    symbols |= {"g_{t,i}": "g"}
    printed = equation("eq:per-parameter-rate", r"\theta_{t,i}", symbols)
    rng = np.random.default_rng(0)
    w, g, s = rng.normal(size=6), rng.normal(size=6), rng.uniform(1, 9, size=6)
    ours, after = twin(w, g, s, 5, lr=0.3, eps=0)
    unit, sigma = "per-parameter-learning-rate", np.sqrt(after / 5)
    oracle = [printed(w=w[i], lr=0.3, sigma=sigma[i], g=g[i]) for i in range(6)]
    agree(unit, ours, oracle, 1e-15, against="printed equation (22.3)")


@pytest.mark.equation("eq:best-step", by="one step of that length hits the minimum")
def test_first_over_second_derivative_hits_the_minimum(agree):
    a, b, x = np.random.default_rng(0).uniform(0.2, 3, size=(3, 20))
    slope, second = 2 * a * x + b, 2 * a
    unit = "adagrad-and-second-derivative"
    against = "closed form"
    agree(unit, x - slope / second, -b / (2 * a), 1e-14, against=against)


@pytest.mark.equation("eq:rms-on-parabola", by="paths on parabolas of any curvature")
def test_on_a_parabola_the_curvature_cancels(agree):
    """The step is η times the distance over the root mean square of distances."""
    unit, paths = "adagrad-and-second-derivative", []
    for h in (0.01, 1.0, 300.0):
        x, s, path, moved = 3.0, 0.0, [3.0], []
        for t in range(1, 30):
            x, s = twin(x, h * (x - 1.0), s, t, lr=0.3, eps=0)
            path.append(x)
            moved.append(abs(path[-1] - path[-2]))
        distance = np.abs(np.array(path[:-1]) - 1)
        rms = np.sqrt(np.cumsum(distance**2) / np.arange(1, 30))
        ours, oracle = np.array(moved), 0.3 * distance / rms
        agree(unit, ours, oracle, 1e-12, against="printed equation (22.11)")
        paths.append(path)
    agree(unit, np.array(paths[0]), paths[2], 1e-12, against="another curvature")


def test_it_is_no_estimate_of_the_second_derivative():
    """Note D: five times the range is five times the root, at the same curvature."""
    x = np.linspace(-1, 1, 101)

    def rms(slope):
        return np.sqrt(np.mean(slope**2))

    assert rms(4 * x) == pytest.approx(4 * rms(x))
    assert rms(5 * x) == pytest.approx(5 * rms(x))  # f'' = 1 on [-5, 5]


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e3])
def test_first_step_is_the_rate(agree, scale):
    """η sign(g): a smaller slope gets a larger rate, but no larger step."""
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    w.grad = scale * torch.tensor([1.0, -2.0], dtype=torch.float64)
    RMSNormalizedSGD([w], lr=0.01, eps=0).step()
    unit = "root-mean-square-scaling"
    agree(unit, w, [-0.01, 0.01], 1e-15, against="closed form")


def scheduled(optimizer_class, decay, gradients, lr=0.3):
    """All places of a weight, with the rate lr / √(k + 1) or a constant one."""
    w = torch.zeros(gradients.shape[1], dtype=torch.float64, requires_grad=True)
    optimizer = optimizer_class([w], lr=lr, eps=0)
    schedule = LambdaLR(optimizer, lambda k: (k + 1) ** -0.5 if decay else 1.0)
    places = []
    for g in gradients:
        w.grad = torch.tensor(g)
        optimizer.step()
        schedule.step()
        places.append(w.detach().clone())
    return torch.stack(places)


@pytest.mark.equation("eq:adagrad-cancellation", by="the schedule is run, eps = 0")
@pytest.mark.parametrize(
    ("theirs", "against"),
    [
        (Adagrad, "chainrule.optim.Adagrad"),
        (torch.optim.Adagrad, "torch.optim.Adagrad"),
    ],
)
def test_with_the_decaying_rate_it_is_adagrad(agree, theirs, against):
    gradients = np.random.default_rng(0).normal(size=(200, 4))
    gradients *= 10.0 ** np.arange(-3, 1)
    ours = scheduled(RMSNormalizedSGD, True, gradients)
    oracle = scheduled(theirs, False, gradients)
    unit = "adagrad-decay-cancellation"
    agree(unit, ours, oracle, 1e-12, against=against)


def test_with_a_constant_rate_it_is_not_adagrad():
    """Notes A, B and E give the name Adagrad to what has no decay."""
    gradients = np.ones((10, 1))
    ours = scheduled(RMSNormalizedSGD, False, gradients)[-1].item()
    theirs = scheduled(torch.optim.Adagrad, False, gradients)[-1].item()
    assert ours == pytest.approx(-0.3 * 10)
    assert theirs == pytest.approx(-0.3 * (np.arange(1, 11) ** -0.5).sum())


def test_its_rate_can_grow():
    """Note A: “smaller and smaller” is true of the sum, not of the mean."""
    s, rates = np.zeros(1), []
    for t, g in enumerate([1.0] + [0.01] * 99, start=1):
        w, s = twin(np.zeros(1), g, s, t, lr=1.0, eps=0)
        rates.append(-w[0] / g)
    assert (np.diff(rates) > 0).all()
    assert rates[-1] / rates[0] == pytest.approx(10, rel=0.01)


@pytest.mark.equation("eq:quiet-sigma")
def test_in_silence_the_root_falls_as_one_over_root_t(agree, equation):
    """Not with the power -1 of note A."""
    symbols = {r"\sigma_n": "sigma", "n": "n", "t": "t"}
    printed = equation("eq:quiet-sigma", r"\sigma_t", symbols)
    s, n, ours = np.zeros(1), 7, []
    for t in range(1, 101):
        g = float(t) if t <= n else 0.0
        _, s = twin(np.zeros(1), g, s, t)
        ours.append(np.sqrt(s[0] / t))
    t = np.arange(n, 101)
    oracle = printed(sigma=ours[n - 1], n=n, t=t)
    against = "printed equation (22.16)"
    agree("adaptive-rate-explosion", ours[n - 1 :], oracle, 1e-14, against=against)


@pytest.mark.equation("eq:burst-time")
def test_a_burst_begins_at_the_printed_step(agree, equation):
    """A curve h θ²/2 after a loud start: an error shrinks before, and grows after."""
    symbols = {r"\eta": "lr", "h": "h", "s": "s"}
    printed = equation("eq:burst-time", "t^*", symbols)
    lr, h, s = 0.1, 3.0, 9.0
    bound = printed(lr=lr, h=h, s=s)
    unit = "adaptive-rate-explosion"
    against = "printed equation (22.18)"
    agree(unit, 4 * s / (lr * h) ** 2, bound, 1e-14, against=against)
    for t in range(2, 800):
        before = 1e-9
        after, _ = twin(before, h * before, np.float64(s), t, lr=lr, eps=0)
        assert (abs(after) > before) == (t > bound)


def descend(steps, rate):
    """Errors of the slope, and sharpness: the eigenvalue that bursts above 2."""
    theta, s, path, sharp = np.array([-120.0, -4.0]), np.zeros(2), [], []
    for t in range(1, steps + 1):
        g = 2 * A.T @ (A @ theta - T)
        theta, s = twin(theta, g, s, t, lr=rate(t), eps=0)
        d = (s / t) ** -0.25
        sharp.append(rate(t) * np.linalg.eigvalsh(d[:, None] * H * d)[-1])
        path.append(abs(theta[1] - BEST[1]))
    return np.array(path), np.array(sharp)


@pytest.mark.equation("eq:burst-condition", by="the path bursts above 2, and calms")
def test_the_burst_of_the_lecture():
    errors, sharp = descend(900, lambda t: 1.0)
    assert errors[500:900].max() > 2.5
    assert 640 < errors[500:900].argmax() + 501 < 760  # rounding decides
    assert errors[100:700].max() < 0.25  # quiet before …
    s = np.zeros(2)
    theta = np.array([-120.0, -4.0])
    for t in range(1, 501):
        theta, s = twin(theta, 2 * A.T @ (A @ theta - T), s, t, lr=1.0, eps=0)
    assert round(4 * s[1] / H[1, 1] ** 2) == 516  # the printed estimate
    crossing = int(np.argmax(sharp > 2)) + 1
    assert crossing == 513  # … while the cause already stands
    assert sharp[errors[500:].argmax() + 500 :].min() < 2  # the burst ends itself
    assert errors[800:].max() < 0.1


def test_warm_up_only_delays_the_bursts():
    errors, sharp = descend(7000, lambda t: min(1.0, t / 200))
    assert errors[200:5000].max() < 0.25
    assert sharp[:5000].max() < 2
    assert errors[5000:].max() > 2.5


def test_decay_removes_the_bursts():
    """With η/√t the sharpness falls from the first step on: Adagrad."""
    errors, sharp = descend(12_000, lambda t: t**-0.5)
    assert sharp.max() < 0.2
    assert errors[100:].max() < 0.25
    assert descend(12_000, lambda t: 10 * t**-0.5)[1].max() < 2
