"""The equations of networks/backpropagation, and what its programs conclude."""

import runpy
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch

from chainrule.scratch import nn
from chainrule.scratch.autograd import Tensor
from chainrule.scratch.models.deep import MLP, mlp_forward

PROGRAMS = Path(__file__).parents[2] / "snippets/networks/backpropagation"
D_E = r"\frac{\partial E}{\partial %s}"
Y_BEFORE, W_NEXT, DELTA_NEXT = "y_i^{(l-1)}", "w_{ji}^{(l+1)}", r"\delta_j^{(l+1)}"


def run(name, capsys):
    found = runpy.run_path(str(PROGRAMS / f"{name}.py"))
    capsys.readouterr()
    return found


def gone_back(size=6):
    """A network whose widths all differ, after both passes; its batch, and dE/dy."""
    model, rng = MLP(3, [5, 4], 2, nn.tanh, nn.tanh, rng=0), np.random.default_rng(1)
    x, t = rng.normal(size=(size, 3)), rng.uniform(size=(size, 2))
    loss = nn.HalfSquaredErrorLoss()
    loss.forward(model.forward(x), t)
    dy = loss.backward()
    model.backward(dy)
    return model, x, t, dy


def moved(model, x, layer, push):
    """The output if push, perhaps complex, is added to what layer takes in."""
    y = x.astype(complex)
    for n, W in model.W.items():
        y = np.tanh(y @ W.T + model.b[n] + (push if n == layer else 0))
    return y


@pytest.mark.equation("eq:sample-gradients")
def test_a_gradient_of_a_mean_is_the_mean_of_gradients(agree, equation):
    printed = equation(
        "eq:sample-gradients",
        D_E % "w",
        {"N": "N", r"\frac{\partial E_n}{\partial w}": "g[n]"},
    )
    model, x, t, _ = gone_back()
    whole, each = model.dW[1].copy(), []
    for one, target in zip(x, t, strict=True):
        loss = nn.HalfSquaredErrorLoss()
        loss.forward(model.forward(one[None]), target[None])
        model.backward(loss.backward())
        each.append(model.dW[1].copy())
    oracle, against = printed(N=6, g=np.array(each)), "printed equation (14.1)"
    agree("backprop-purpose", whole, oracle, 1e-13, against=against)


@pytest.mark.equation("eq:nudged-loss", by="central differences beside torch.autograd")
@pytest.mark.equation("eq:complex-step", by="complex steps beside torch.autograd")
def test_two_ways_without_the_chain_rule(agree, capsys):
    nudged = run("cost", capsys)["nudged"]
    complex_step = run("check", capsys)["complex_step"]
    rng = np.random.default_rng(0)
    W, b, x = rng.normal(size=(4, 3)), rng.normal(size=4), rng.normal(size=3)

    def E():
        return (np.tanh(W @ x + b) ** 2).sum()

    leaves = [torch.tensor(p, requires_grad=True) for p in (W, b)]
    ((leaves[0] @ torch.tensor(x) + leaves[1]).tanh() ** 2).sum().backward()
    unit, against = "backprop-purpose", "torch.autograd"
    steps = complex_step(lambda W, b: (np.tanh(W @ x + b) ** 2).sum(), [W, b])
    for near, exact, leaf in zip(nudged(E, [W, b]), steps, leaves, strict=True):
        agree(unit, near, leaf.grad, 1e-8, atol=1e-9, against=against)
        agree(unit, exact, leaf.grad, 1e-14, against=against)


def test_products_are_those_that_are_multiplied(capsys):
    """Counted one by one: three matrix products a layer, but two in the first."""

    class Counted(np.ndarray):
        count = 0

        def __matmul__(self, other):
            Counted.count += self.size * other.shape[1]
            return super().__matmul__(other)

    found = run("cost", capsys)
    model = found["model"]
    W = {n: w.view(Counted) for n, w in model.W.items()}
    x = np.ones((1, 3)).view(Counted)
    u, y = {}, {0: x}
    for n in W:  # as mlp_forward, but Counted survives the activation
        u[n] = y[n - 1] @ W[n].T + model.b[n]
        y[n] = np.tanh(u[n])
    assert Counted.count == 3 * 5 + 5 * 4 + 4 * 2
    delta = np.ones((1, 2)).view(Counted)
    for n in (3, 2, 1):
        delta.T @ y[n - 1]
        delta = delta @ W[n] if n > 1 else delta
    rows = (PROGRAMS / "cost.out").read_text("utf-8")
    assert f"3-5-4-2: 54; {2 * 54 * 43:,}; {Counted.count}\n" in rows


@pytest.mark.equation("eq:one-path", "eq:two-paths")
def test_paths_of_the_small_graph(agree, equation, capsys):
    found = run("small-graph", capsys)
    s, r, p, q, z = (found[name] for name in "srpqz")
    d = r"\frac{\mathrm d%s}{\mathrm d%s}"
    one = {d % ("z", "p"): "dz", d % ("p", "s"): "dp"}
    printed = equation("eq:one-path", d % ("z", "s"), one)
    alone = Tensor(3.0, True)
    ((alone * r.data) ** 2).backward()  # z = p², p = s r
    oracle, unit = printed(dz=2 * 6.0, dp=2.0), "chain-rule"
    agree(unit, alone.grad, oracle, 0, against="printed equation (14.3)")
    two = {
        r"\frac{\partial z}{\partial p}": "z_p",
        r"\frac{\partial z}{\partial q}": "z_q",
        d % ("p", "s"): "p_s",
        d % ("q", "s"): "q_s",
    }
    printed = equation("eq:two-paths", d % ("z", "s"), two)
    oracle = printed(z_p=q.data, z_q=p.data, p_s=r.data, q_s=1.0)
    agree(unit, s.grad, oracle, 0, against="printed equation (14.4)")
    assert (z.item(), s.grad, r.grad, p.grad, q.grad) == (12, 10, 6, 2, 6)


@pytest.mark.equation("eq:weight-gradient", "eq:delta-gradients")
def test_input_times_sensitivity(agree, equation):
    half = {Y_BEFORE: "y", D_E % "u_j^{(l)}": "du"}
    weight = equation("eq:weight-gradient", D_E % "w_{ji}^{(l)}", half)
    both = {r"\delta_j^{(l)}": "delta", Y_BEFORE: "y"}
    w = equation("eq:delta-gradients", D_E % "w_{ji}^{(l)}", both)
    b = equation("eq:delta-gradients", D_E % "b_j^{(l)}", {r"\delta_j^{(l)}": "delta"})
    model, *_ = gone_back(size=1)
    for n, (delta,) in model.delta.items():
        y, column = model.y[n - 1], delta[:, None]
        unit = "forward-pass-gradient"
        oracle, against = weight(y=y, du=column), "printed equation (14.5)"
        agree(unit, model.dW[n], oracle, 1e-15, against=against)
        unit, against = "local-sensitivity", "printed equation (14.9)"
        agree(unit, model.dW[n], w(y=y, delta=column), 1e-15, against=against)
        agree(unit, model.db[n], b(delta=delta), 1e-15, against=against)


@pytest.mark.equation("eq:one-neuron", "eq:last-neuron", "eq:delta-recursion")
def test_one_neuron_and_all_that_follow_it(agree, equation):
    slope = {r"\sigma'(u)": "slope"}
    ends = {D_E % "u'": "du1", D_E % "u''": "du2", "w'": "w1", "w''": "w2"}
    one = equation("eq:one-neuron", D_E % "u", slope | ends)
    last = equation("eq:last-neuron", D_E % "u", slope | {D_E % "y": "dy"})
    sums = {
        "f'(u_i^{(l)})": "slope",
        W_NEXT: "w[j]",
        DELTA_NEXT: "delta[j]",
        r"\sum_j": "J",
    }
    many = equation("eq:delta-recursion", r"\delta_i^{(l)}", sums)
    model, _, _, dy = gone_back(size=1)
    slopes = {n: 1 - np.tanh(u[0]) ** 2 for n, u in model.u.items()}
    unit, delta = "backward-pass-recursion", {n: d[0] for n, d in model.delta.items()}
    oracle, against = last(slope=slopes[3], dy=dy[0]), "printed equation (14.7)"
    agree(unit, delta[3], oracle, 1e-14, against=against)
    (w1, w2), (du1, du2) = model.W[3], delta[3]
    oracle = one(slope=slopes[2], w1=w1, w2=w2, du1=du1, du2=du2)
    agree(unit, delta[2], oracle, 1e-14, against="printed equation (14.6)")
    for n in (2, 1):
        W, slope, after = model.W[n + 1], slopes[n], delta[n + 1]
        oracle = [
            many(slope=slope[i], w=W[:, i], delta=after, J=len(W))
            for i in range(W.shape[1])
        ]
        unit, against = "local-sensitivity", "printed equation (14.10)"
        agree(unit, delta[n], oracle, 1e-13, against=against)


@pytest.mark.equation(
    "eq:local-sensitivity", by="complex steps of a neuron's net input"
)
@pytest.mark.equation("eq:last-layer", by="the network by hand, a layer at a time")
def test_a_sensitivity_is_a_derivative_by_the_net_input(agree):
    model, x, t, _ = gone_back()
    unit, against = "output-layer-delta-square-error", "tanh of a matrix product"
    y = moved(model, x, 0, 0).real
    agree(unit, model.y[3], y, 1e-14, against=against)
    for n, delta in model.delta.items():
        for j in range(delta.shape[1]):
            push = np.zeros(delta.shape[1], complex)
            push[j] = 1e-30j
            y = moved(model, x, n, push)
            steps = ((y - t) ** 2).sum(axis=1).imag / 2 / 6 / 1e-30
            given = {"against": "complex step", "atol": 1e-16}
            agree("local-sensitivity", delta[:, j], steps, 1e-12, **given)


@pytest.mark.equation("eq:delta-half-squared", "eq:delta-cross-entropy")
def test_deltas_of_the_last_layer(agree, equation):
    ends = {"y_k^{(L)}": "y", "t_k": "t"}
    slope = {"f'(u_k^{(L)})": "slope"}
    squared = equation("eq:delta-half-squared", r"\delta_k^{(L)}", ends | slope)
    model, _, t, _ = gone_back(size=1)
    oracle = squared(y=model.y[3], t=t, slope=1 - model.y[3] ** 2)
    unit, against = "output-layer-delta-square-error", "printed equation (14.12)"
    agree(unit, model.delta[3], oracle, 1e-14, against=against)
    cross = equation("eq:delta-cross-entropy", r"\delta_k^{(L)}", ends)
    model, loss = MLP(3, [5], 4, nn.tanh, rng=0), nn.CrossEntropyLoss()
    loss.forward(model.forward(np.ones((1, 3))), [2])
    model.backward(loss.backward())
    oracle = cross(y=nn.softmax(model.u[2]), t=np.eye(4)[[2]])
    unit, against = "output-delta-cross-entropy", "printed equation (14.13)"
    agree(unit, model.delta[2], oracle, 1e-14, against=against)


@pytest.mark.equation("eq:slope-cancels")
def test_the_slope_of_a_sigmoid_cancels(agree, equation):
    printed = equation("eq:slope-cancels", D_E % "u", {"y": "y", "t": "t"})
    u, t = np.linspace(-6, 6, 25), np.tile([0, 1, 0.3, 0.5, 1], 5)
    leaf = torch.tensor(u, requires_grad=True)
    loss = torch.nn.BCEWithLogitsLoss(reduction="sum")
    loss(leaf, torch.tensor(t)).backward()
    unit, oracle = "output-delta-cross-entropy", printed(y=nn.sigmoid(u), t=t)
    against = "printed equation (14.14)"
    agree(unit, leaf.grad, oracle, 1e-12, atol=1e-15, against=against)


@pytest.mark.equation("eq:delta-vectors", by="columns, a sample at a time")
@pytest.mark.equation("eq:delta-batch", by="rows, and torch.autograd")
def test_columns_and_rows(agree):
    model, x, t, _ = gone_back()
    unit, against = "backprop-vectorized", "columns, one sample at a time"
    sums = {n: [0, 0] for n in model.W}
    for n, sample in enumerate(x):
        delta = model.delta[3][n][:, None]
        for layer in (3, 2, 1):
            agree(unit, model.delta[layer][n], delta[:, 0], 1e-12, against=against)
            y = model.y[layer - 1][n][:, None]
            sums[layer][0] += delta @ y.T
            sums[layer][1] += delta[:, 0]
            if layer > 1:
                delta = (model.W[layer].T @ delta) * (1 - y**2)
        assert np.array_equal(y[:, 0], sample)
    leaves = [torch.tensor(p, requires_grad=True) for p in model.params]
    y = torch.tensor(x)
    for n in range(3):
        y = (y @ leaves[2 * n].T + leaves[2 * n + 1]).tanh()
    (((y - torch.tensor(t)) ** 2).sum() / 2 / 6).backward()
    for n, (dW, db) in sums.items():
        agree(unit, model.dW[n], dW, 1e-12, against=against)
        agree(unit, model.db[n], db, 1e-12, against=against)
        given = {"against": "torch.autograd", "atol": 1e-16}
        agree(unit, model.dW[n], leaves[2 * n - 2].grad, 1e-12, **given)
        agree(unit, model.db[n], leaves[2 * n - 1].grad, 1e-12, **given)


@pytest.mark.equation("eq:mlp-update", by="torch.optim.SGD(weight_decay=λ)")
def test_the_update_is_sgd_with_weight_decay(agree):
    model, *_ = gone_back()
    lr, decay = 0.1, 0.03
    leaves = [torch.tensor(p, requires_grad=True) for p in model.params]
    for leaf, g in zip(leaves, model.grads, strict=True):
        leaf.grad = torch.tensor(g)
    weights, biases = leaves[::2], leaves[1::2]
    torch.optim.SGD(weights, lr=lr, weight_decay=decay).step()
    torch.optim.SGD(biases, lr=lr).step()
    unit, against = "mlp-parameter-update", "torch.optim.SGD"
    for n, W in model.W.items():
        ours = W - lr * model.dW[n] - lr * decay * W
        agree(unit, ours, leaves[2 * n - 2], 1e-14, against=against)
        ours = model.b[n] - lr * model.db[n]
        agree(unit, ours, leaves[2 * n - 1], 1e-14, against=against)


def test_stepping_on_the_way_is_wrong_by_the_rate(capsys):
    """A tenth of the rate, a tenth of the error; the last layer is right."""
    run("stale", capsys)
    lines = (PROGRAMS / "stale.out").read_text("utf-8").splitlines()[1:]
    shares = [[float(s.rstrip("%")) for s in line.split()[1:]] for line in lines]
    for small, large in pairwise(shares):
        assert large[0] == pytest.approx(10 * small[0], rel=0.1)
        assert large[1] == pytest.approx(10 * small[1], rel=0.1)
    assert all(share[2] == 0 for share in shares)


@pytest.mark.equation("eq:vector-jacobian", by="the whole matrix, by complex steps")
def test_an_array_that_is_used_twice(agree):
    rng = np.random.default_rng(0)
    A, B, x = rng.normal(size=(4, 3)), rng.normal(size=(2, 3)), rng.normal(size=(3, 1))
    v, w = rng.normal(size=(4, 1)), rng.normal(size=(2, 1))
    leaf = Tensor(x, requires_grad=True)
    one, other = (A @ leaf).tanh(), (B @ leaf).exp()
    ((v * one).sum() + (w * other).sum()).backward()
    jacobians = []
    for f in (lambda x: np.tanh(A @ x), lambda x: np.exp(B @ x)):
        columns = [f(x + 1e-30j * np.eye(3)[:, [i]]).imag / 1e-30 for i in range(3)]
        jacobians.append(np.hstack(columns))
    oracle = jacobians[0].T @ v + jacobians[1].T @ w
    agree("chain-rule", leaf.grad, oracle, 1e-13, against="transposed Jacobians")


def test_what_note_c_prints_has_no_shape_or_another_value():
    """f'(u(L)) in a hidden layer, two columns in a row, and f(u(0)) for x."""
    model, x, *_ = gone_back(size=1)
    delta, slope = model.delta[3].T, 1 - np.tanh(model.u[3].T) ** 2
    with pytest.raises(ValueError, match="broadcast"):
        model.W[3].T @ delta * slope
    with pytest.raises(ValueError, match="mismatch"):
        delta @ model.y[2].T
    assert not np.allclose(delta @ np.tanh(model.y[2]), model.dW[3])
    u, y = mlp_forward(x, model.W, model.b, model.f)
    assert 0 not in u
    assert np.array_equal(y[0], x)


def test_along_one_weight_there_may_be_several_valleys():
    """Note B's U: a loss along a line of one weight, with three minima."""
    rng = np.random.default_rng(0)
    most = 0
    for _ in range(40):
        model = MLP(1, [4, 4], 1, nn.tanh, rng=rng)
        for p in model.params:
            p[...] = 3 * rng.normal(size=p.shape)
        x, losses = rng.normal(size=(8, 1)), []
        t = rng.normal(size=(8, 1))
        for w in np.linspace(-8, 8, 161):
            model.W[2][0, 0] = w
            losses.append(((model.forward(x) - t) ** 2).mean())
        bends = np.diff(np.sign(np.diff(losses)))
        most = max(most, int((bends > 0).sum()))
    assert most >= 2
