"""What generalization/normalization derives, prints and runs."""

import re
from itertools import product

import numpy as np
import pytest
import torch
from helpers.programs import Programs
from sklearn.preprocessing import StandardScaler

from chainrule import nn as torch_nn
from chainrule.scratch import nn
from chainrule.scratch.nn import normalize, normalize_backward

PROGRAMS = Programs("generalization/normalization")
defined_in = PROGRAMS.above
SCALE, HIDDEN = "feature-scale-landscape", "normalize-hidden-activations"
BATCH, AFFINE = "batch-normalization", "batch-norm-affine"
TEST, PROS = "batch-norm-at-test-time", "batch-norm-pros-cons"
DROP = "dropout-batchnorm-disharmony"
EPS, HAT = r"\epsilon", r"\hat x_j"
VARIANCE, ROOT = r"\sigma^2", {r"\sigma^2": "v", r"\epsilon": "eps"}


def samples(*shape):
    return np.random.default_rng(0).normal(1, 2, size=shape)


def printed_equation(number):
    return f"printed equation (32.{number})"


# --- scales ---------------------------------------------------------------------------


@pytest.mark.equation("eq:scale-loss", "eq:scale-curvature")
def test_loss_and_curvature(agree, equation):
    X, t, w = samples(7, 2), samples(7), np.array([0.3, -1.2])
    symbols = {"N": "N", "w_1": "w1", "w_2": "w2", "t_n": "t[n]"}
    symbols |= {"x_{n1}": "a[n]", "x_{n2}": "b[n]"}
    printed = equation("eq:scale-loss", "L", symbols)
    found = printed(N=7, w1=w[0], w2=w[1], t=t, a=X[:, 0], b=X[:, 1])
    tensors = [torch.tensor(a) for a in (X, t, w)]

    def loss(w):
        return torch.nn.functional.mse_loss(tensors[0] @ w, tensors[1]) / 2

    agree(SCALE, loss(tensors[2]), found, 1e-14, against=printed_equation(1))
    printed = equation("eq:scale-curvature", "h_i", {"N": "N", "x_{ni}": "x[n]"})
    hessian = torch.autograd.functional.hessian(loss, tensors[2])
    curvatures, h = torch.diagonal(hessian), printed(N=7, x=X)
    agree(SCALE, curvatures, h, 1e-14, against=printed_equation(2))


@pytest.mark.equation("eq:scale-steps")
def test_steps_along_the_axes(agree, equation):
    symbols = {r"\eta": "eta", "h_i": "h", "k": "k", "d_i": "d"}
    printed = equation("eq:scale-steps", "w_i - w_i^*", symbols)
    X = np.array([[1.0, 3], [1, -3], [-1, 3], [-1, -3]])  # not correlated
    best, start, eta = np.array([0.5, -0.7]), np.array([2.0, 1.0]), 0.07
    w = start.copy()
    for _ in range(9):
        w -= eta * X.T @ (X @ (w - best)) / 4
    oracle = printed(eta=eta, h=np.array([1.0, 9]), k=9, d=start - best)
    agree(SCALE, w - best, oracle, 1e-12, against=printed_equation(3))


@pytest.mark.equation("eq:standardize")
def test_statistics_are_those_of_the_training_set(agree, equation):
    """Mistake 20; as scikit-learn does it."""
    symbols = {"x_{ni}": "x", r"\mu_i": "mean", r"\sigma_i": "deviation"}
    printed = equation("eq:standardize", r"\tilde x_{ni}", symbols)
    train, test = samples(20, 3), samples(4, 3) + 1
    scaler = StandardScaler().fit(train)
    known = {"mean": train.mean(axis=0), "deviation": train.std(axis=0)}
    unit, against = "feature-normalization", printed_equation(4)
    for x in (train, test):
        agree(unit, scaler.transform(x), printed(x=x, **known), 1e-12, against=against)
    leaked = StandardScaler().fit(np.concatenate([train, test]))
    assert np.abs(leaked.mean_ - scaler.mean_).min() > 0.01


def test_a_third_of_normal_data_lies_beyond_one():
    """Note B: below 1."""
    z = np.random.default_rng(0).normal(5, 3, 100_000)
    z = (z - z.mean()) / z.std()
    assert np.mean(np.abs(z) > 1) == pytest.approx(0.3173, abs=0.01)
    skewed = np.array([0.0, 0, 0, 10])  # by the median the mean is not 0
    assert (skewed - np.median(skewed)).mean() == 2.5


# --- normalize ------------------------------------------------------------------------


@pytest.mark.equation("eq:norm-statistics", "eq:norm-hat")
def test_statistics_and_what_they_make(agree, equation):
    x, eps = samples(6), 0.1
    known = {"m": "m", "x_j": "x[j]"}
    mean = equation("eq:norm-statistics", r"\mu", known)(m=6, x=x)
    known |= {r"\mu": "mean"}
    variance = equation("eq:norm-statistics", VARIANCE, known)(m=6, x=x, mean=mean)
    symbols = {"x_j": "x", r"\mu": "mean"} | ROOT
    printed = equation("eq:norm-hat", HAT, symbols)
    y, _, mu, sigma2 = normalize(x, 0, eps)
    agree(HIDDEN, mu[0], mean, 1e-14, against=printed_equation(5))
    agree(HIDDEN, sigma2[0], variance, 1e-14, against=printed_equation(5))
    oracle = printed(x=x, mean=mean, v=variance, eps=eps)
    agree(HIDDEN, y, oracle, 1e-13, against=printed_equation(6))
    ours, _, _ = torch_nn.normalize(torch.tensor(x), [0], eps)
    agree(HIDDEN, ours, oracle, 1e-13, against=printed_equation(6))


@pytest.mark.equation("eq:norm-jacobian")
def test_the_table_of_derivatives(agree, equation):
    left = r"\frac{\partial \hat x_i}{\partial x_j}"
    symbols = {r"\delta_{ij}": "same", "m": "m", r"\hat x_i": "a", HAT: "b"}
    printed = equation("eq:norm-jacobian", left, symbols | ROOT)
    x, eps = samples(6), 0.1
    y, _, _, variance = normalize(x, 0, eps)
    known = {"same": np.eye(6), "m": 6, "v": variance[0], "eps": eps}
    oracle = printed(a=y[:, None], b=y[None], **known)

    def plain(x):
        centred = x - x.mean()
        return centred / torch.sqrt(centred.square().mean() + eps)

    for function in (plain, lambda x: torch_nn.normalize(x, [0], eps)[0]):
        found = torch.autograd.functional.jacobian(function, torch.tensor(x))
        against = printed_equation(7)
        agree(HIDDEN, found, oracle, 1e-12, atol=1e-15, against=against)


@pytest.mark.equation("eq:norm-backward")
def test_the_way_back(agree, equation):
    label, x, g, eps = "eq:norm-backward", samples(6), samples(2, 6)[1], 0.1
    y, scale, _, variance = normalize(x, 0, eps)
    known = {"m": "m", "g_i": "g[i]"}
    mean = equation(label, r"\bar g", known)(m=6, g=g)
    c = equation(label, "c", known | {r"\hat x_i": "y[i]"})(m=6, g=g, y=y)
    symbols = {"g_j": "g", r"\bar g": "mean", HAT: "y", "c": "c"} | ROOT
    printed = equation(label, r"\frac{\partial L}{\partial x_j}", symbols)
    oracle = printed(g=g, mean=mean, y=y, c=c, v=variance, eps=eps)
    ours = normalize_backward(g, y, scale, 0)
    agree(HIDDEN, ours, oracle, 1e-12, atol=1e-15, against=printed_equation(8))
    leaf = torch.tensor(x, requires_grad=True)
    torch_nn.normalize(leaf, [0], eps)[0].backward(torch.tensor(g))
    agree(HIDDEN, leaf.grad, oracle, 1e-12, atol=1e-15, against=printed_equation(8))


def test_by_hand():
    """The numbers of the sentence above the listing."""
    y, scale, *_ = normalize(np.array([1.0, 3, 5, 7]), 0, 0)
    g = np.array([1.0, 0, 0, 0])
    dx = normalize_backward(g, y, scale, 0)
    assert y[0] == pytest.approx(-1.342, abs=5e-4)
    assert (g * y).mean() == pytest.approx(-1.342 / 4, abs=2e-4)
    assert dx[0] == pytest.approx((1 - 0.25 - 0.45) / 5**0.5, abs=1e-12)
    assert (scale * g)[0] / dx[0] == pytest.approx(10 / 3)


# --- batch normalization --------------------------------------------------------------


@pytest.mark.equation("eq:norm-affine", "eq:affine-gradients")
def test_scale_and_shift(agree, equation):
    layer, x, dy = nn.BatchNorm1d(3), samples(6, 3), samples(2, 6, 3)[1]
    layer.weight[...], layer.bias[...] = (1.5, -2, 0.3), (0.1, 5, -7)
    hat, *_ = normalize(x, (0,), 1e-5)
    symbols = {r"\gamma": "gamma", r"\beta": "beta", HAT: "hat"}
    printed = equation("eq:norm-affine", "y_j", symbols)
    oracle = printed(gamma=layer.weight, beta=layer.bias, hat=hat)
    agree(AFFINE, layer.forward(x), oracle, 1e-13, against=printed_equation(9))
    layer.backward(dy)
    by = r"\frac{\partial L}{\partial %s}"
    symbols = {"m": "m", by % "y_j": "dy[j]"}
    label = "eq:affine-gradients"
    beta = equation(label, by % r"\beta", symbols)(m=6, dy=dy)
    symbols |= {HAT: "hat[j]"}
    gamma = equation(label, by % r"\gamma", symbols)(m=6, dy=dy, hat=hat)
    agree(AFFINE, layer.grad_weight, gamma, 1e-13, against=printed_equation(10))
    agree(AFFINE, layer.grad_bias, beta, 1e-13, against=printed_equation(10))


@pytest.mark.equation("eq:affine-undo")
def test_what_was_taken_is_given_back(agree, equation):
    x = samples(6, 3)
    layer = nn.BatchNorm1d(3, eps=0.1)
    gamma = equation("eq:affine-undo", r"\gamma", ROOT)
    layer.weight[...] = gamma(v=x.var(axis=0), eps=0.1)
    beta = equation("eq:affine-undo", r"\beta", {r"\mu": "mean"})
    layer.bias[...] = beta(mean=x.mean(axis=0))
    agree(AFFINE, layer.forward(x), x, 1e-13, against=printed_equation(11))


def test_gamma_and_beta_move_at_once():
    """Note B: only later."""
    layer = nn.BatchNorm1d(3)
    layer.forward(samples(6, 3))
    layer.backward(samples(2, 6, 3)[1])
    assert layer.weight.tolist() == [1, 1, 1]
    assert layer.bias.tolist() == [0, 0, 0]
    assert np.abs(layer.grads).min() > 0


@pytest.mark.equation("eq:running")
def test_running_averages(agree, equation):
    symbols = {"a": "a", r"\bar\mu": "old", r"\mu": "new"}
    mean = equation("eq:running", r"\bar\mu'", symbols)
    symbols = {"a": "a", r"\bar\sigma^2": "old", VARIANCE: "new", "B": "B"}
    variance = equation("eq:running", r"\bar\sigma^{2\prime}", symbols)
    ours, theirs = nn.BatchNorm1d(2, momentum=0.3), torch.nn.BatchNorm1d(2).double()
    theirs.momentum, running = 0.3, (np.zeros(2), np.ones(2))
    for x in samples(10, 5, 2):
        ours.forward(x)
        theirs(torch.tensor(x))
        running = (
            mean(a=0.3, old=running[0], new=x.mean(axis=0)),
            variance(a=0.3, old=running[1], new=x.var(axis=0), B=5),
        )
    found = (ours.running_mean, ours.running_var)
    oracles = (theirs.running_mean, theirs.running_var)
    for mine, other, printed in zip(found, oracles, running, strict=True):
        agree(TEST, mine, printed, 1e-13, against=printed_equation(12))
        agree(TEST, mine, other, 1e-13, against="torch.nn.BatchNorm1d")


def test_the_average_of_deviations_is_another():
    """Note B averages sigma; its square is smaller, by the variance of sigma."""
    deviations = samples(50, 8).std(axis=1)
    assert deviations.mean() ** 2 < (deviations**2).mean()


@pytest.mark.equation("eq:norm-evaluation")
def test_evaluation(agree, equation):
    bar = {r"\bar\mu": "mean", r"\bar\sigma^2": "v", EPS: "eps"}
    symbols = {r"\gamma": "gamma", r"\beta": "beta", "x_j": "x"} | bar
    printed = equation("eq:norm-evaluation", "y_j", symbols)
    layer, x = nn.BatchNorm1d(3), samples(6, 3)
    layer.weight[...], layer.bias[...] = (1.5, -2, 0.3), (0.1, 5, -7)
    layer.running_mean[...], layer.running_var[...] = (1, 2, 3), (0.5, 2, 4)
    known = {"gamma": layer.weight, "beta": layer.bias, "eps": 1e-5}
    known |= {"mean": layer.running_mean, "v": layer.running_var}
    found = layer.eval().forward(x)
    agree(TEST, found, printed(x=x, **known), 1e-13, against=printed_equation(13))


@pytest.mark.equation("eq:batch-spread")
def test_means_of_batches(agree, equation):
    """Over all batches that can be drawn from four numbers: no chance in it."""
    printed = equation(
        "eq:batch-spread", r"\operatorname{sd}(\mu)", {r"\sigma": "s", "B": "B"}
    )
    data = np.array([1.0, 3, 4, 9])
    for size in (1, 2, 5):
        means = np.array([*product(data, repeat=size)]).mean(axis=1)
        oracle = printed(s=data.std(), B=size)
        agree(TEST, means.std(), oracle, 1e-13, against=printed_equation(14))


def test_read_as_neurons_it_is_layer_normalization(agree):
    """Note C: i is a neuron, and the mean goes over the layer."""
    x = samples(5, 4)
    rows = (x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True)
    unit, against = "layer-normalization", "note C's formula, read as its text"
    agree(unit, nn.LayerNorm(4, eps=0).forward(x), rows, 1e-13, against=against)
    assert np.abs(nn.BatchNorm1d(4, eps=0).forward(x) - rows).max() > 0.5


# --- the experiment -------------------------------------------------------------------


def test_networks_side_by_side_are_networks(agree):
    """Training and evaluation, beside torch's layers for each network alone."""
    names = defined_in("experiment", SEEDS=2, RATES=(0.1, 0.2))
    generator = torch.Generator().manual_seed(0)
    made = names["Networks"](torch.relu, 2**0.5, "batch", generator).double()
    alone, x = [], samples(9, 64)
    for k in range(4):
        parts = []
        for W in made.weights:
            n_out, n_in = W.shape[1:]
            linear = torch.nn.Linear(n_in, n_out, bias=n_out == 10).double()
            linear.weight.data.copy_(W[k])
            if n_out == 10:
                linear.bias.data.zero_()
                parts += [linear]
            else:
                parts += [linear, torch.nn.BatchNorm1d(n_out), torch.nn.ReLU()]
        alone.append(torch.nn.Sequential(*parts).double())
    unit, against = "batch-norm-experiment", "torch.nn.Sequential"
    for mode in (True, True, False):
        made.train(mode)
        y = made(torch.tensor(x))
        for k, network in enumerate(alone):
            oracle = network.train(mode)(torch.tensor(x))
            agree(unit, y[k], oracle, 1e-10, atol=1e-12, against=against)
    assert torch.equal(made.weights[0][0], made.weights[0][2])  # same start


def test_the_shaken_network_without_noise_is_the_normalized_one():
    namespace = PROGRAMS.above("shift", before='print("network')
    layers = [
        (torch.randn(2, o, i), torch.zeros(2, 1, o))
        for i, o in ((64, 32), *[(32, 32)] * 4, (32, 10))
    ]
    x = torch.randn(20, 64)
    kinds = "shaken", "batch", "plain"
    one, two, three = (namespace["outputs"](k, layers, x)[0] for k in kinds)
    assert torch.equal(one, two)
    assert not torch.allclose(one, three)


def test_losses_and_smoothness_of_the_landscape(agree):
    """Of a quadratic the gradient changes by its curvature times the way."""
    names = defined_in("landscape", SEEDS=2)
    sizes = (64, 32), *[(32, 32)] * 4, (32, 10)
    parameters = []
    for i, o in sizes:
        parameters += [torch.randn(2, o, i) / i**0.5, torch.zeros(2, 1, o)]
    rows = torch.arange(30)
    unit, against = "batch-norm-changes-landscape", "torch.nn layers, one by one"
    losses = names["losses"]("batch", torch.relu, parameters, rows)
    for k in range(2):
        x = names["X"][rows]
        for depth in range(6):
            x = (torch.relu(x) if depth else x) @ parameters[2 * depth][k].T
            if depth < 5:
                x = torch.nn.BatchNorm1d(32, affine=False)(x)
        oracle = torch.nn.functional.cross_entropy(x, names["t"][rows])
        agree(unit, losses[k], oracle, 1e-4, atol=1e-6, against=against)
    c = torch.tensor([[[3.0, 1.0]], [[2.0, 2.0]]])

    def quadratic(norm, f, parameters, rows):
        return (c * parameters[0].square()).sum((1, 2)) / 2

    names["gradients"].__globals__["losses"] = quadratic
    at = [torch.ones(2, 1, 2)]
    spread, smooth = names["measured"]("", None, at, None)
    assert smooth[1].item() == pytest.approx(2, rel=1e-5)
    assert 1 < smooth[0].item() < 3
    values = [(c[0] * (1 - eta * c[0]) ** 2).sum() / 2 for eta in names["LENGTHS"]]
    found = (max(values) - min(values)).item()
    assert spread[0].item() == pytest.approx(found, rel=1e-5)


@pytest.mark.equation("eq:norm-growth", by="moments of ReLU, by quadrature")
def test_growth_backwards():
    """π/(π - 1): the mean square of a ReLU's output over its variance."""
    u = np.linspace(0, 12, 200_001)
    density = np.exp(-(u**2) / 2) / np.sqrt(2 * np.pi)
    square, mean = (np.trapezoid(u**k * density, u) for k in (2, 1))
    factor = np.sqrt(square / (square - mean**2))
    assert factor == pytest.approx(np.sqrt(np.pi / (np.pi - 1)), rel=1e-8)
    assert round(factor, 2) == 1.21


@pytest.mark.equation("eq:fold")
def test_folding(agree, equation):
    bar = {r"\bar\sigma^2": "v", EPS: "eps", r"\gamma": "gamma"}
    weight = equation("eq:fold", "w'", bar | {"w": "w"})
    more = bar | {"b": "b", r"\bar\mu": "mean", r"\beta": "beta"}
    bias = equation("eq:fold", "b'", more)
    linear = torch_nn.Linear(3, 4, dtype=torch.float64)
    bn = torch_nn.BatchNorm1d(4, dtype=torch.float64).eval()
    with torch.no_grad():
        for part in (bn.weight, bn.bias, bn.running_mean, bn.running_var):
            part.uniform_(0.5, 2)
    numbers = {
        name: part.detach().numpy()
        for name, part in (
            ("w", linear.weight),
            ("b", linear.bias),
            ("gamma", bn.weight),
            ("beta", bn.bias),
            ("mean", bn.running_mean),
            ("v", bn.running_var),
        )
    } | {"eps": bn.eps}
    folded = torch_nn.fold_batch_norm(linear, bn)
    column = {k: numbers[k][:, None] for k in ("gamma", "v")}
    oracle = weight(w=numbers["w"], eps=bn.eps, **column)
    agree(PROS, folded.weight, oracle, 1e-14, against=printed_equation(16))
    oracle = bias(**{k: v for k, v in numbers.items() if k != "w"})
    agree(PROS, folded.bias, oracle, 1e-13, atol=1e-15, against=printed_equation(16))


# --- other sets of numbers ------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "layer", "theirs", "axes"),
    [
        (BATCH, nn.BatchNorm2d(4, eps=0.1), "BatchNorm2d", (0, 2, 3)),
        (
            "layer-normalization",
            nn.LayerNorm((4, 3, 2), eps=0.1),
            "LayerNorm",
            (1, 2, 3),
        ),
        (
            "instance-normalization",
            nn.InstanceNorm2d(4, eps=0.1),
            "InstanceNorm2d",
            (2, 3),
        ),
    ],
)
def test_the_table_of_axes(agree, unit, layer, theirs, axes):
    """What the page says they take the mean over, by hand and by torch."""
    x = samples(5, 4, 3, 2)
    mean, variance = x.mean(axis=axes, keepdims=True), x.var(axis=axes, keepdims=True)
    by_hand = (x - mean) / np.sqrt(variance + 0.1)
    y = layer.forward(x)
    agree(unit, y, by_hand, 1e-12, atol=1e-14, against="its axes, by hand")
    size = (4, 3, 2) if theirs == "LayerNorm" else 4
    other = getattr(torch.nn, theirs)(size, eps=0.1).double()(torch.tensor(x))
    agree(unit, y, other, 1e-12, atol=1e-14, against=f"torch.nn.{theirs}")


def test_groups_are_adjacent_channels(agree):
    x = samples(5, 6, 3, 2)
    parts = [
        (p - p.mean(axis=(1, 2, 3), keepdims=True))
        / np.sqrt(p.var(axis=(1, 2, 3), keepdims=True) + 1e-5)
        for p in (x[:, :3], x[:, 3:])
    ]
    by_hand = np.concatenate(parts, axis=1)
    unit, against = "group-normalization", "its groups, by hand"
    ours = nn.GroupNorm(2, 6).forward(x)
    agree(unit, ours, by_hand, 1e-12, atol=1e-14, against=against)


@pytest.mark.equation("eq:rms-norm")
def test_root_mean_square(agree, equation):
    symbols = {"x_j": "x", "m": "m", "x_i": "z[i]", EPS: "eps"}
    printed = equation("eq:rms-norm", HAT, symbols)
    x = samples(5, 4)
    oracle = printed(x=x, m=4, z=x.T[:, :, None], eps=0.1)
    unit = "layer-normalization"
    for ours in (nn.RMSNorm(4, eps=0.1).forward(x),):
        agree(unit, ours, oracle, 1e-13, against=printed_equation(17))
    ours = torch_nn.RMSNorm(4, eps=0.1, dtype=torch.float64)(torch.tensor(x))
    agree(unit, ours, oracle, 1e-13, against=printed_equation(17))


# --- dropout --------------------------------------------------------------------------


@pytest.mark.equation("eq:dropout-variance", "eq:dropout-ratio")
def test_variance_behind_dropout(agree, equation):
    """Over all masks of six units, weighed by their probability."""
    left = {name: rf"v_{{\mathrm{{{name}}}}}" for name in ("train", "test")}
    symbols = {"v": "v", "c": "c", "p": "p"}
    printed = equation("eq:dropout-variance", left["train"], symbols)
    lhs = rf"\frac{{{left['test']}}}{{{left['train']}}}"
    ratio = equation("eq:dropout-ratio", lhs, symbols)
    masks = np.array([*product((0, 1), repeat=6)])
    for c, p in ((0, 0.5), (1.5, 0.2), (-2, 0.9)):
        x = samples(6)
        x += c - x.mean()
        chance = (p ** (1 - masks) * (1 - p) ** masks).prod(axis=1)
        kept = masks * x / (1 - p)
        mean, square = chance @ kept.mean(axis=1), chance @ (kept**2).mean(axis=1)
        known = {"v": x.var(), "c": c, "p": p}
        train = square - mean**2
        agree(DROP, train, printed(**known), 1e-12, against=printed_equation(18))
        found = x.var() / train
        agree(DROP, found, ratio(**known), 1e-12, against=printed_equation(19))


def test_batch_norm_remembers_the_variance_of_dropout():
    """By the layers themselves: what leaves them in evaluation is narrower."""
    rng = np.random.default_rng(0)
    model = nn.Sequential(nn.Dropout(0.5, rng), nn.BatchNorm1d(3, momentum=None))
    for _ in range(20):
        model.forward(rng.normal(size=(2000, 3)))
    y = model.eval().forward(rng.normal(size=(20_000, 3)))
    np.testing.assert_allclose(y.std(axis=0), 0.5**0.5, rtol=0.03)


def test_bad_input_of_what_is_shown_is_refused():
    with pytest.raises(ValueError, match="values per feature"):
        nn.BatchNorm1d(2).forward(np.ones((1, 2)))
    with pytest.raises(ValueError, match="p must be between 0 and 1, got 2"):
        nn.Dropout(2)
    with pytest.raises(RuntimeError, match="BatchNorm1d: backward before forward"):
        nn.BatchNorm1d(2).backward(np.ones((3, 2)))


def test_the_page_says_what_the_benchmark_found():
    """More than half of torch's speed, or not: as the sentences have it."""
    rows = re.findall(r"^(\w+) +(.+)$", PROGRAMS.out("cost"), re.M)[1:]
    speed = {name: [*map(float, numbers.split())] for name, numbers in rows}
    assert min(speed[name][2] for name in ("BatchNorm2d", "InstanceNorm2d")) > 0.5
    assert speed["RMSNorm"][2] > 0.9
    for name in ("GroupNorm", "LayerNorm"):
        assert speed[name][2] > 0.9  # by the kernel
        assert 0.2 < speed[name][3] < 0.3
