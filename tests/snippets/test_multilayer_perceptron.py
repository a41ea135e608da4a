"""What networks/multilayer-perceptron teaches, compared with something independent."""

import runpy
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch

from chainrule.scratch import nn
from chainrule.scratch.models import MLP
from chainrule.scratch.models.deep import mlp_forward

HERE = Path(__file__).parents[2] / "snippets/networks/multilayer-perceptron"
FORWARD, NUMBERS = "mlp-forward-matrix", "feedforward-numeric-example"
SIZES = [3, 5, 4, 2]


def program(name):
    return runpy.run_path(str(HERE / f"{name}.py"))


def network():
    """Arrays by the number of the layer; all widths differ."""
    rng = np.random.default_rng(0)
    W = {n: rng.normal(size=(SIZES[n], SIZES[n - 1])) for n in (1, 2, 3)}
    b = {n: rng.normal(size=SIZES[n]) for n in (1, 2, 3)}
    return W, b, rng.normal(size=(6, 3))


@pytest.mark.equation("eq:mlp-neuron")
def test_printed_neuron(agree, equation):
    W, b, x = network()
    u, y = mlp_forward(x, W, b, dict.fromkeys(W, nn.tanh))
    symbols = {
        "n_{l-1}": "n",
        "w_{ji}^{(l)}": "w[i]",
        "y_i^{(l-1)}": "y[i]",
        "b_j^{(l)}": "b",
    }
    neuron = equation("eq:mlp-neuron", "u_j^{(l)}", symbols)
    for layer in W:
        n = SIZES[layer - 1]
        for j in range(SIZES[layer]):
            given = {"w": W[layer][j], "y": y[layer - 1].T, "b": b[layer][j]}
            ours, against = u[layer][:, j], "printed equation (12.1)"
            agree(FORWARD, ours, neuron(n=n, **given), 1e-13, against=against)
            assert np.array_equal(y[layer][:, j], np.tanh(ours))


@pytest.mark.equation("eq:mlp-parameter-count")
def test_printed_count(agree, equation):
    symbols = {"L": "L", "n_l": "n[l]", "n_{l-1}": "before[l]"}
    count = equation("eq:mlp-parameter-count", "P", symbols)
    for widths in ([], [7], [5, 4], [16, 16, 16]):
        sizes = np.array([3, *widths, 2])
        ours = sum(p.size for p in MLP(3, widths, 2).params)
        printed = count(L=len(widths) + 1, n=sizes[1:], before=sizes[:-1])
        against = "printed equation (12.2)"
        agree("mlp-architecture", ours, printed, 0, against=against)
        chain = [torch.nn.Linear(*pair) for pair in pairwise(sizes)]
        theirs = sum(p.numel() for p in torch.nn.Sequential(*chain).parameters())
        agree("mlp-architecture", ours, theirs, 0, against="torch.nn.Sequential")


@pytest.mark.equation("eq:mlp-layer", by="torch.nn.Sequential, sample by sample")
@pytest.mark.equation("eq:mlp-batch", by="torch.nn.Sequential, all at once")
def test_is_torchs_sequential(agree):
    W, b, x = network()
    chain = []
    for layer in W:
        linear = torch.nn.Linear(*SIZES[layer - 1 : layer + 1], dtype=torch.float64)
        state = {"weight": torch.tensor(W[layer]), "bias": torch.tensor(b[layer])}
        linear.load_state_dict(state)
        chain += [linear, torch.nn.ReLU()]
    theirs = torch.nn.Sequential(*chain[:-1])
    f = dict.fromkeys(W, nn.relu) | {3: lambda u: u}
    ours, given = mlp_forward(x, W, b, f)[1][3], torch.tensor(x)
    against = "torch.nn.Sequential"
    agree(FORWARD, ours, theirs(given), 1e-13, against=against)
    alone = torch.stack([theirs(sample) for sample in given])
    agree("parallel-matrix-operations", ours, alone, 1e-13, against=against)
    by_hand = [W[1] @ sample + b[1] for sample in x]
    ours = mlp_forward(x, W, b, f)[0][1]
    against = "W y + b, one sample at a time"
    agree("parallel-matrix-operations", ours, by_hand, 1e-14, against=against)


@pytest.mark.equation("eq:mlp-collapse", by="three layers that do not bend")
def test_straight_layers_are_one():
    W, b, x = network()
    A, c = np.eye(3), np.zeros(3)
    for layer in W:
        A, c = W[layer] @ A, W[layer] @ c + b[layer]
        y = mlp_forward(x, W, b, dict.fromkeys(W, lambda u: u))[1][layer]
        np.testing.assert_allclose(y, x @ A.T + c, rtol=1e-12)
    line = np.linspace(-1, 1, 5)[:, None] * x[:1]
    bent = mlp_forward(line, W, b, dict.fromkeys(W, np.tanh))[1][3]
    assert np.abs(np.diff(bent, 2, axis=0)).max() > 0.01  # no straight line


@pytest.mark.equation("eq:mlp-fold", by="numpy.abs, through one layer of ReLUs")
def test_folds_are_absolute_values():
    """The network of the page is the formula of its figure, point by point."""
    fold = program("folds")["folding_network"]
    x = np.random.default_rng(0).uniform(-1, 1, (500, 2))
    v = np.abs(x)
    for folds in (1, 2, 3, 4):
        if folds > 1:
            v = np.abs(v - 0.5 ** (folds - 1))
        z = 1.3 * 0.5**folds - v.sum(axis=1)
        ours = fold(folds).forward(x)[:, 0]
        np.testing.assert_allclose(ours, z, rtol=0, atol=1e-15)
    printed = (HERE / "folds.out").read_text("utf-8").splitlines()
    assert [int(line.split()[-1]) for line in printed] == [1, 4, 16, 64]


@pytest.mark.equation("eq:mlp-softmax")
def test_lecture_and_its_softmax(agree, equation):
    """(0.62, 0.83) and (0.51, 0.85), by torch and to the digits of the lecture."""
    y, torchs = program("lecture")["y"], program("lecture-torch")
    agree(NUMBERS, y[3], torchs["outputs"], 1e-6, against="torch.nn.Sequential")
    assert y[3].round(2).tolist() == [[0.62, 0.83], [0.51, 0.85]]
    z = program("last-layer")["z"]
    symbols = {"K": "K", "z_k": "z_k", "z_j": "z[j]"}
    printed = equation("eq:mlp-softmax", "y_k", symbols)
    printed = np.stack([printed(K=2, z_k=z[:, k], z=z.T) for k in (0, 1)], axis=1)
    against = "printed equation (12.5)"
    agree(NUMBERS, nn.softmax(z), printed, 1e-15, against=against)


@pytest.mark.equation("eq:mlp-intensity")
def test_printed_work(agree, equation):
    printed = equation("eq:mlp-intensity", "I", {"N": "N", "n": "n", "m": "m"})
    for line in (HERE / "work.out").read_text("utf-8").splitlines():
        N, value = int(line[4:8]), float(line.split()[-4])
        assert printed(N=N, n=1024, m=4096) == pytest.approx(value, abs=0.05)
    # Operations counted one by one, in a layer small enough for that.
    N, n, m, count = 3, 4, 5, 0
    for _ in range(N * m):
        count += n + n  # a product for each weight; n - 1 sums, and the bias
    moved = sum(a.size for a in map(np.zeros, ((N, n), (n, m), (N, m))))
    against = "printed equation (12.8)"
    ours = count / moved
    agree(
        "parallel-matrix-operations", ours, printed(N=N, n=n, m=m), 0, against=against
    )


@pytest.mark.equation("eq:mlp-share", by="torch's encoder layer, weights counted")
def test_two_thirds_of_a_transformer_block_are_its_mlp():
    d = 96
    block = torch.nn.TransformerEncoderLayer(d, 4, 4 * d)
    size = {k: p.numel() for k, p in block.named_parameters() if p.ndim == 2}
    mlp = sum(n for name, n in size.items() if name.startswith("linear"))
    assert 3 * mlp == 2 * sum(size.values())


def test_an_order_of_neurons_has_columns_too():
    """Exercise 3, without the columns: another function."""
    model = MLP(3, [5], 2, rng=0)
    order, x = [1, 2, 3, 4, 0], np.ones((1, 3))
    rows = model.W[1][order], model.b[1][order]
    whole = MLP.of([rows, (model.W[2][:, order], model.b[2])])
    half = MLP.of([rows, (model.W[2], model.b[2])])
    np.testing.assert_allclose(whole.forward(x), model.forward(x), rtol=1e-13)
    assert not np.allclose(half.forward(x), model.forward(x), rtol=0.01)


def test_the_sum_of_note_c_has_too_few_results():
    """Over j, the index that is free: in a layer from 2 to 3, two numbers."""
    W, y = np.arange(6.0).reshape(3, 2), np.array([1.0, -1.0])
    ours = mlp_forward(y[None], {1: W}, {1: np.zeros(3)}, {1: nn.tanh})[0][1][0]
    assert ours.tolist() == [sum(W[j, i] * y[i] for i in (0, 1)) for j in (0, 1, 2)]
    notes = np.einsum("ji,i->i", W, y)  # what is left when j is summed away
    assert notes.shape == (2,)
    assert ours.shape == (3,)
