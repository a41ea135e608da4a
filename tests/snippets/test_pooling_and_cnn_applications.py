"""What cnn/pooling-and-cnn-applications derives, prints and runs."""

import re
from collections import Counter
from itertools import pairwise, product

import numpy as np
import pytest
import torch
from helpers.programs import Programs
from scipy import ndimage, signal
from torch.nn import functional

from chainrule import nn
from chainrule.data.go import Board, feature_planes, parse_sgf
from chainrule.models import CNN, GoPolicyNet, PlainNet, ResidualNet
from chainrule.scratch import nn as scratch

PROGRAMS = Programs("cnn/pooling-and-cnn-applications")
out_of, defined_by = PROGRAMS.out, PROGRAMS.run
MAX, AVERAGE, WHOLE = "max-pooling", "average-and-min-pooling", "whole-cnn"
GO, UNPOOLED, MORE = "playing-go", "go-without-pooling", "cnn-more-applications"
TURNED, SPATIAL = "cnn-not-scale-rotation-invariant", "spatial-transformer"


def samples(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape)


def printed_equation(number):
    return f"printed equation (35.{number})"


# --- pooling --------------------------------------------------------------------------


@pytest.mark.equation("eq:max-pooling", by="each window's largest number by loops")
@pytest.mark.parametrize(("k", "s"), [(2, 2), (3, 1), (2, 3)])
def test_the_largest_of_each_window(agree, k, s):
    x = samples(2, 3, 7, 8)
    y = scratch.MaxPool2d(k, s).forward(x)
    oracle = [
        max(x[n, c, i * s + a, j * s + b] for a in range(k) for b in range(k))
        for n, c, i, j in np.ndindex(y.shape)
    ]
    agree(MAX, y.ravel(), oracle, 0, against=printed_equation(1))
    torchs = nn.MaxPool2d(k, s)(torch.tensor(x))
    agree(MAX, torchs.flatten(), oracle, 0, against=printed_equation(1))


@pytest.mark.equation("eq:max-pooling-grad", by="sums over windows that a number won")
def test_gradients_go_to_the_winners(agree):
    x, k, s = samples(1, 2, 6, 7), 3, 2
    layer = scratch.MaxPool2d(k, s)
    g = samples(*layer.forward(x).shape, seed=1)
    oracle = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(g.shape):
        window = x[n, c, i * s : i * s + k, j * s : j * s + k]
        a, b = divmod(int(window.argmax()), k)
        oracle[n, c, i * s + a, j * s + b] += g[n, c, i, j]
    agree(MAX, layer.backward(g), oracle, 1e-14, against=printed_equation(2))
    leaf = torch.tensor(x, requires_grad=True)
    nn.MaxPool2d(k, s)(leaf).backward(torch.tensor(g))
    agree(MAX, leaf.grad, oracle, 1e-14, against=printed_equation(2))


def test_two_maps_by_hand():
    names = defined_by("by-hand")
    leaf = torch.tensor(names["maps"], dtype=torch.float64, requires_grad=True)
    y = functional.max_pool2d(leaf, 2)
    assert np.array_equal(names["y"], y.detach())
    y.backward(torch.arange(1.0, 9, dtype=torch.float64).view(2, 2, 2))
    assert np.array_equal(names["dx"], leaf.grad)
    before = Programs("cnn/convolution").run("six-by-six")["y"]
    assert np.array_equal(names["maps"], before)
    assert names["dx"][1, 0, 0] == 5  # the first of four at a tie
    assert (names["maps"][1, :2, :2] == -1).all()


@pytest.mark.equation("eq:ceil-size", by="windows counted one by one")
def test_sizes_rounded_up():
    for H, k, s, p in product(range(1, 9), range(1, 5), range(1, 4), range(3)):
        if 2 * p > k or H + 2 * p < k:
            continue
        formula = -(-(H + 2 * p - k) // s) + 1
        formula -= (formula - 1) * s >= H + p
        starts = [0]  # in the padded picture; the next as long as pixels are unseen
        while starts[-1] + k < H + 2 * p and starts[-1] + s < H + p:
            starts.append(starts[-1] + s)
        layer = nn.MaxPool2d(k, s, p, ceil_mode=True)
        assert layer.fit(H, *layer.axes[0]) == formula == len(starts)
        assert scratch.conv_output_size(H, k, s, p, ceil_mode=True) == formula
    for line in out_of("ceil").splitlines()[1:]:
        H, k, s, p, down, up = map(int, line.split())
        x = torch.zeros(1, H, H)
        for shown, mode in ((down, False), (up, True)):
            theirs = functional.max_pool2d(x, k, s, p, ceil_mode=mode)
            assert theirs.shape[1] == shown


@pytest.mark.equation("eq:average-pooling")
def test_the_mean_of_each_window(agree, equation):
    symbols = {"x_{c,is+a,js+b}": "x[a,b]", "k": "k"}
    symbols |= {r"\sum_{a}": "kh", r"\sum_{b}": "kw"}
    printed = equation("eq:average-pooling", "y_{cij}", symbols)
    x, k, s = samples(1, 2, 5, 6), 3, 2
    for y in (
        scratch.AvgPool2d(k, s).forward(x),
        nn.AvgPool2d(k, s)(torch.tensor(x)),
    ):
        oracle = np.empty(y.shape)
        for n, c, i, j in np.ndindex(*y.shape):
            window = x[n, c, i * s : i * s + k, j * s : j * s + k]
            oracle[n, c, i, j] = printed(x=window, k=k, kh=k, kw=k)
        agree(AVERAGE, y, oracle, 1e-12, atol=1e-15, against=printed_equation(4))


@pytest.mark.equation("eq:min-pooling", by="each window's smallest number")
def test_the_smallest_of_each_window(agree):
    x = samples(2, 3, 6, 4)
    oracle = x.reshape(2, 3, 3, 2, 2, 2).min(axis=(3, 5))
    y = scratch.MinPool2d(2).forward(x)
    agree(AVERAGE, y, oracle, 0, against="numpy.min")
    agree(AVERAGE, nn.MinPool2d(2)(torch.tensor(x)), oracle, 0, against="numpy.min")


def test_gradients_of_a_mean_are_equal_parts(agree):
    for layer in (nn.AvgPool2d(3), None):
        g = samples(1, 2, 2, 2)
        if layer is None:
            layer = scratch.AvgPool2d(3)
            layer.forward(samples(1, 2, 6, 6))
            dx = layer.backward(g)
        else:
            leaf = torch.randn(1, 2, 6, 6, dtype=torch.float64, requires_grad=True)
            layer(leaf).backward(torch.tensor(g))
            dx = leaf.grad
        parts = g.repeat(3, 2).repeat(3, 3) / 9
        agree(AVERAGE, dx, parts, 1e-14, against="g / k²")


def test_averages_and_paddings_that_are_printed():
    lines = out_of("average").splitlines()
    x = np.array([[3, -1, -3, -1], [-3, 1, 0, -3], [-3, -3, 0, 1], [3, -2, -2, -1.0]])
    for line, by in zip(lines, (np.max, np.mean, np.min), strict=False):
        oracle = by(x.reshape(2, 2, 2, 2), axis=(1, 3)).ravel().tolist()
        assert line.endswith(str(oracle))
    assert "[[0.44, 0.67], [0.67, 1.0]]" in lines[3]  # 4 of 9 and 6 of 9
    assert "[[1.0, 1.0], [1.0, 1.0]]" in lines[4]
    assert lines[5].endswith("[-1.0, -1.0, -1.0, -1.0]")  # no zero has won


def test_what_a_shift_changes(agree):
    """Again with reshapes; half of the dots stay in their window."""
    names, lines = defined_by("shifting"), out_of("shifting").splitlines()
    photo = names["photo"].numpy()
    a, b = photo[:, :-2], photo[:, 1:-1]

    def blocks(x):
        x = x[: len(x) // 2 * 2, : x.shape[1] // 2 * 2]
        return x.reshape(len(x) // 2, 2, -1, 2)

    ways = {
        "as it is": lambda x: x,
        "every second": lambda x: blocks(x)[:, 0, :, 0],
        "max pooling": lambda x: blocks(x).max(axis=(1, 3)),
        "average pooling": lambda x: blocks(x).mean(axis=(1, 3)),
    }
    shown = {line[:22].strip(): line[22:].split() for line in lines[1:5]}
    for name, way in ways.items():
        oracle = (way(a) - way(b)).std(ddof=1) / way(a).std(ddof=1)
        layer = names["halved"][name]
        y = layer(torch.tensor(a)[None])
        agree(MAX, y[0], way(a), 1e-12, against="numpy by reshapes")
        assert float(shown[name][0]) == pytest.approx(oracle, abs=0.0051)
        assert shown[name][1] == ("0" if name == "as it is" else "32")
    # what the sentences say
    change = {name: float(cells[0]) for name, cells in shown.items()}
    assert 0.8 < change["max pooling"] / change["as it is"] < 1
    assert change["average pooling"] < 0.8 * change["max pooling"]
    assert lines[-1] == "moved by two: True"


# --- the whole CNN --------------------------------------------------------------------


def test_shapes_and_parameters_at_each_step(agree):
    pattern = r"^(\w+) +\(([\d, ]+)\)(?: +([\d,]+))?$"
    rows = re.findall(pattern, out_of("layers"), re.M)
    x = torch.zeros(1, 1, 28, 28)
    layers = [
        torch.nn.Conv2d(1, 8, 3, padding=1),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Conv2d(8, 16, 3, padding=1),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Flatten(),
        torch.nn.Linear(784, 10),
    ]
    assert len(rows) == 9
    total = 0
    for layer, (name, shape, count) in zip(layers, rows[1:], strict=True):
        x = layer(x)
        assert type(layer).__name__ == name
        assert [int(n) for n in re.findall(r"\d+", shape)] == [*x.shape[1:]]
        own = sum(p.numel() for p in layer.parameters())
        agree(WHOLE, int(count.replace(",", "")), own, 0, against="torch's layers")
        total += own
    last = [
        int(line.split()[-1].replace(",", ""))
        for line in out_of("layers").splitlines()[-3:]
    ]
    assert last == [total, total, 80 + 1168 + 10 * (16 * 784 + 1)]
    assert 16 * 784 // 784 == 16  # the dense layer, sixteen times as large
    for reduce, products in (("stride", 1), ("max", 4)):
        model = CNN(1, 28, (8, 16), 10, reduce)
        first = model.features[0](torch.zeros(1, 1, 28, 28))
        assert first[0, 0].numel() == products * 14 * 14


def test_figure_of_shapes_says_the_same():
    names = PROGRAMS.run("shapes")
    rows = [line.split() for line in out_of("layers").splitlines()[:9]]
    assert names["SHAPES"][0] == "1×28×28"
    by_layer = [
        "×".join(re.findall(r"\d+", out_line.split("(")[1].split(")")[0]))
        for out_line in out_of("layers").splitlines()[:9]
    ]
    # convolution and ReLU share a box; the softmax changes no shape
    boxes = [by_layer[n] for n in (0, 2, 3, 5, 6, 7, 8)] + [by_layer[8]]
    assert [*names["SHAPES"]] == boxes
    counts = [cell for _, cell in names["TEXT"]["en"][:-1]]
    assert counts == ["", "80", "0", "1,168", "0", "0", "7,850", "0"]
    assert rows[1][-1] == "80"


def test_a_chain_with_and_without_shortcuts(agree):
    for line, cls in zip(
        out_of("deeper").splitlines(), (PlainNet, ResidualNet), strict=True
    ):
        torch.manual_seed(0)
        model = cls(channels=8, blocks=20).double()
        x = torch.rand(8, 1, 12, 12, dtype=torch.float64)
        y = model.relu(functional.conv2d(x, *model.first.parameters(), padding=1))
        for n in range(0, 40, 2):
            inner = functional.conv2d(y, *model.layers[n].parameters(), padding=1)
            more = functional.conv2d(
                inner.relu(), *model.layers[n + 1].parameters(), padding=1
            )
            y = (more + y if cls is ResidualNet else more).relu()
        y = functional.linear(y.mean((2, 3)), *model.output.parameters())
        agree(WHOLE, model(x), y, 1e-10, against="torch's layers")
        y.square().sum().backward()
        ratio = model.first.weight.grad.norm() / model.output.weight.grad.norm()
        assert f"10^{round(float(ratio.log10()))} of" in line
        assert f"{sum(p.numel() for p in model.parameters()):,} parameters" in line
        assert sum(isinstance(m, nn.Conv2d) for m in model.modules()) == 41


# --- Go -------------------------------------------------------------------------------


@pytest.mark.equation("eq:masked-softmax")
def test_only_legal_points_have_a_probability(agree, equation):
    symbols = {"m_i": "own", "z_i": "z", "m_j": "m[j]", "z_j": "u[j]"}
    symbols |= {r"\sum_{j}": "J"}
    printed = equation("eq:masked-softmax", "p_i", symbols)
    torch.manual_seed(0)
    net, x = GoPolicyNet(2, 3, 2, 4).double(), torch.randn(1, 2, 4, 4).double()
    legal = torch.rand(1, 4, 4) < 0.5
    p = torch.softmax(net(x, legal), 1)[0].detach()
    z, m = net(x)[0].detach().numpy(), legal.flatten().numpy() * 1.0
    oracle = [printed(own=m[i], z=z[i], m=m, u=z, J=16) for i in range(16)]
    agree(GO, p, oracle, 1e-12, against=printed_equation(6))
    assert np.array_equal(p > 0, m == 1)


def test_the_game(agree):
    """The record, replayed by the rules with labelled groups."""
    names = defined_by("game")
    moves = re.findall(r";([BW])\[([a-s])([a-s])\]", names["RECORD"])
    assert len(moves) == len(names["record"].moves) == 20
    stones = np.zeros((19, 19), int)
    for n, (colour, column, row) in enumerate(moves):
        colour = 1 if colour == "B" else -1
        stones[ord(row) - 97, ord(column) - 97] = colour
        labels, count = ndimage.label(stones == -colour)
        for group in range(1, count + 1):
            grown = ndimage.binary_dilation(labels == group)
            if not (grown & (stones == 0)).any():
                stones[labels == group] = 0
        found = names["record"].board(n + 1).stones
        agree(GO, found, stones, 0, against="scipy.ndimage.label")
    planes, board = names["planes"], names["board"]
    assert (stones != 0).sum() == 19  # one was taken
    shown = [*map(int, out_of("game").splitlines()[2].split(": ")[1].split())]
    own, other, empty, ones, *since = shown
    assert (own, other) == ((stones == 1).sum(), (stones == -1).sum())
    assert (empty, ones, since[-1]) == (361 - 19, 361, 361 - 19)
    assert since[:8] == [1] * 6 + [0, 13]  # that of seven turns ago was taken
    assert sum(since[8:16]) == 19
    assert planes.shape == (21, 19, 19)
    assert board.to_play == 1
    lines = out_of("game").splitlines()
    assert lines[0] == "20 moves; white at qd has liberties: (2, 16)"
    assert lines[1].endswith("takes (3, 16): -1 becomes 0")
    assert "3,882,793 parameters" in out_of("game")
    assert "0 at 19 points, of which 19 have a stone" in out_of("game")


def test_silver_s_network_keeps_the_size():
    """19 + 2·2 = 23 for 5 x 5, 19 + 2·1 = 21 for 3 x 3, twelve before the last."""
    with torch.device("meta"):
        net = GoPolicyNet()
    assert 19 + 2 * net.first.padding[0] == 23
    assert net.first.weight.shape == (192, 48, 5, 5)
    assert [19 + 2 * layer.padding[0] for layer in net.layers] == [21] * 11
    assert net.last.weight.shape == (1, 192, 1, 1)
    kinds = {type(module) for module in net.modules()}
    assert not kinds & {nn.MaxPool2d, nn.AvgPool2d, nn.MinPool2d}
    assert 48 - len(feature_planes(Board(5))) == 27


def test_pooling_makes_two_positions_one(agree):
    names = defined_by("same-after-pooling")
    planes = torch.tensor(np.array([feature_planes(b) for b in names["boards"]]))
    theirs = functional.max_pool2d(planes, 2)
    agree(UNPOOLED, names["pooled"], theirs, 0, against="torch max_pool2d")
    assert torch.equal(theirs[0], theirs[1])
    assert not torch.equal(planes[0], planes[1])
    taken = []
    for board in names["boards"]:
        labels = ndimage.label(board.stones == -1)[0] == 1
        (last,) = np.argwhere(ndimage.binary_dilation(labels) & (board.stones == 0))
        taken.append(tuple(map(int, last)))
        board.play(taken[-1], 1)
        assert not (board.stones == -1).any()
    assert taken == [(2, 3), (3, 2)]  # in one window of 2 x 2
    # the figure shows these two
    figure = PROGRAMS.run("two-positions")
    assert [point for _, point in figure["POINT"]] == taken
    for rows, stones in zip(("LEFT", "RIGHT"), figure["BLACK"], strict=True):
        shown = [
            (i, j)
            for i, row in enumerate(names[rows])
            for j, c in enumerate(row)
            if c == "X"
        ]
        assert sorted(stones) == shown
    assert "liberties: 4" in out_of("same-after-pooling")


# --- other applications ---------------------------------------------------------------


def test_a_convolution_counts_pairs(agree):
    names = defined_by("ngrams")
    counts = Counter(pairwise(names["words"]))
    oracle = [counts[pair] for pair in names["pairs"]]
    agree(MORE, names["found"].sum(1), oracle, 0, against="collections.Counter")
    assert names["found"].max(1).tolist() == [min(n, 1) for n in oracle]


def test_a_higher_voice_is_the_same_pattern():
    names = defined_by("pitch")
    bins = names["HARMONICS"]
    assert np.abs(440 * 2 ** (bins / 12) / (440 * np.arange(1, 5)) - 1).max() < 0.0012
    x = names["spectrum"](*bins + 10)[0, 0, :, 0]
    answers = signal.correlate(x, names["spectrum"](*bins)[0, 0, :25, 0], "valid")
    assert answers.argmax() == 10
    assert answers.max() == 4 == len(bins)
    assert "largest answer 4, at 3" in out_of("pitch")
    assert "largest answer 4, at 10" in out_of("pitch")


# --- turned ---------------------------------------------------------------------------


def test_a_filter_does_not_find_its_pattern_turned(agree):
    names = defined_by("turning")
    shown = dict(re.findall(r"(.+?) +best answer (\d)", out_of("turning")))
    for name, picture in names["changed"].items():
        oracle = signal.correlate2d(picture, names["w"], "valid")
        ours = names["answers"](picture, names["w"])
        agree(TURNED, ours, oracle, 0, against="scipy.signal.correlate2d")
        assert int(shown[name]) == oracle.max()
    assert shown == {
        "as it is": "3",
        "moved": "3",
        "turned by 90°": "1",
        "enlarged twice": "1",
    }


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_picture_and_filter_turned_turn_the_map(agree, turns):
    x, w = samples(1, 8, 8), samples(2, 1, 3, 3, seed=1)
    both = scratch.conv2d_loops(np.rot90(x, turns, (1, 2)), np.rot90(w, turns, (2, 3)))
    oracle = np.rot90(scratch.conv2d_loops(x, w), turns, (1, 2))
    agree(TURNED, both, oracle, 1e-12, atol=1e-14, against="the map, turned")


def test_warped_digits_of_the_study(agree):
    """Turns and zooms, against scipy's map_coordinates."""
    warped = PROGRAMS.above("digits")["warped"]
    x = torch.rand(1, 1, 8, 8)
    y, u = np.mgrid[:8, :8] - 3.5
    for turn, zoom in ((30.0, 1.0), (-90.0, 1.0), (0.0, 1.5)):
        c, s = np.cos(np.radians(turn)) / zoom, np.sin(np.radians(turn)) / zoom
        at = [s * u + c * y + 3.5, c * u - s * y + 3.5]
        oracle = ndimage.map_coordinates(
            x[0, 0].numpy().astype(float), at, order=1, mode="grid-constant"
        )
        found = warped(x, turn, zoom)[0, 0]
        agree(TURNED, found, oracle, 1e-4, atol=2e-6, against="scipy map_coordinates")


# --- the spatial transformer ----------------------------------------------------------


@pytest.mark.equation("eq:affine-map")
def test_where_outputs_are_read(agree, equation):
    keys = [rf"\theta_{{{i}{j}}}" for i in (1, 2) for j in (1, 2, 3)]
    names = {key: f"t{key[-3:-1]}" for key in keys} | {"x'": "p", "y'": "q"}
    first = {k: v for k, v in names.items() if "_{2" not in k}
    second = {k: v for k, v in names.items() if "_{1" not in k}
    x = equation("eq:affine-map", "x", first)
    y = equation("eq:affine-map", "y", second)
    theta = samples(1, 2, 3)
    grid = nn.affine_grid(torch.tensor(theta), (1, 1, 4, 5))
    rows = [{f"t{r + 1}{n + 1}": theta[0, r, n] for n in range(3)} for r in (0, 1)]
    i, j = np.mgrid[:4, :5]
    known = {"p": (2 * j + 1) / 5 - 1, "q": (2 * i + 1) / 4 - 1}
    oracle = np.stack([x(**known, **rows[0]), y(**known, **rows[1])], axis=-1)
    agree(SPATIAL, grid[0], oracle, 1e-12, atol=1e-15, against=printed_equation(7))


@pytest.mark.equation("eq:pixel-middle")
def test_middles_of_pixels(agree, equation):
    printed = equation("eq:pixel-middle", "x", {"j": "j", "W": "W"})
    identity = torch.eye(2, 3, dtype=torch.float64)[None]
    for W in (1, 2, 5):
        grid = nn.affine_grid(identity, (1, 1, 1, W))[0, 0, :, 0]
        oracle = [printed(j=j, W=W) for j in range(W)]
        agree(SPATIAL, grid, oracle, 1e-14, atol=1e-16, against=printed_equation(8))
    aligned = nn.affine_grid(identity, (1, 1, 1, 5), align_corners=True)[0, 0, :, 0]
    agree(SPATIAL, aligned, np.linspace(-1, 1, 5), 1e-14, against="2j/(W-1) - 1")


@pytest.mark.equation("eq:bilinear-sampling", by="the sum over all pixels in NumPy")
def test_a_sum_over_all_pixels(agree):
    x, at = samples(1, 3, 4, 5), samples(6, 2, seed=1) * 0.8
    y = nn.grid_sample(torch.tensor(x), torch.tensor(at)[None, None])[0, :, 0]
    for n, (column, row) in enumerate(at):
        u, v = ((column + 1) * 5 - 1) / 2, ((row + 1) * 4 - 1) / 2
        down = np.maximum(0, 1 - np.abs(v - np.arange(4)))
        right = np.maximum(0, 1 - np.abs(u - np.arange(5)))
        oracle = np.einsum("cij,i,j->c", x[0], down, right)
        against = printed_equation(9)
        agree(SPATIAL, y[:, n], oracle, 1e-12, atol=1e-14, against=against)


@pytest.mark.equation("eq:sampling-grad")
def test_the_slope_is_the_step_to_the_right(agree, equation):
    symbols = {r"\alpha": "alpha", "d_0": "d0", "d_1": "d1"}
    printed = equation("eq:sampling-grad", r"\frac{\partial y}{\partial u}", symbols)
    x = samples(2, 2)
    for v, u in ((0.3, 0.6), (0.0, 0.5), (0.9, 0.1)):
        at = torch.tensor(
            [u * 2 - 1, v * 2 - 1], requires_grad=True, dtype=torch.float64
        )
        y = nn.grid_sample(
            torch.tensor(x)[None, None], at.view(1, 1, 1, 2), align_corners=True
        )
        (slope,) = torch.autograd.grad(y, at)
        known = {f"d{i}": x[i, 1] - x[i, 0] for i in (0, 1)}
        found = 2 * slope[0]  # of [-1, 1] a half is one pixel here
        agree(
            SPATIAL,
            found,
            printed(alpha=v, **known),
            1e-12,
            against=printed_equation(10),
        )


def test_three_by_three(agree):
    lines = out_of("three-by-three").splitlines()
    names = defined_by("three-by-three")
    for (name, theta), line in zip(names["maps"].items(), lines, strict=False):
        grid = functional.affine_grid(torch.tensor([theta]), (1, 1, 3, 3), True)
        oracle = functional.grid_sample(names["x"], grid, align_corners=True)[0, 0]
        found = names["read"](theta)
        agree(SPATIAL, found, oracle, 1e-6, atol=1e-6, against="torch's two functions")
        assert line == f"{name:16} {oracle.tolist()}"
    assert [line[-5:].strip() for line in lines[3:]] == ["True", "True", "False"]
    assert "[[1.5, 2.5, 1.5]" in lines[0]


def test_a_digit_is_turned_back():
    names, lines = defined_by("turned-back"), out_of("turned-back").splitlines()
    found = [re.findall(r"\d+\.\d+", line) for line in lines[:3]]
    assert [float(row[0]) for row in found] == [0, 0.61, 0.61]
    assert float(found[2][1]) < float(found[0][1]) / 5
    assert abs(float(names["angle"].detach()) - 0.6) < 0.02
    # no gradient by the nearest pixel in torch either: zero
    angle = torch.tensor(0.3, dtype=torch.float64, requires_grad=True)
    c, s, o = angle.cos(), angle.sin(), torch.zeros(()).double()
    theta = torch.stack([c, -s, o, s, c, o]).view(1, 2, 3)
    grid = functional.affine_grid(theta, (1, 1, 8, 8), align_corners=False)
    y = functional.grid_sample(names["digit"], grid, "nearest", align_corners=False)
    (slope,) = torch.autograd.grad(y.sum(), angle)
    assert slope == 0
    assert lines[3] == "nearest has a gradient: False"


def test_layers_of_the_study(agree):
    """With a spatial transformer at its start a network is the one behind it."""
    made = PROGRAMS.above("digits")["made"]
    torch.manual_seed(0)
    model = made("max turned first")
    x = torch.rand(3, 1, 8, 8)
    against = "the CNN alone"
    agree(SPATIAL, model(x), model[1](x), 1e-4, atol=1e-6, against=against)
    sizes = {
        name: nn.count_parameters(made(name))
        for name in ("max", "none", "max turned wide", "max turned first")
    }
    assert sizes == {
        "max": 80 + 1168 + 650,
        "none": 80 + 1168 + 10250,
        "max turned wide": 120 + 2180 + 810,
        "max turned first": 1898 + 65 * 16 + 17 * 6,
    }


# --- what the page says ---------------------------------------------------------------


def test_a_mean_need_not_be_one_of_its_numbers():
    """Note B: pooling chooses a special point of each group."""
    x = samples(1, 1, 4, 4)
    for layer, chosen in (
        (scratch.MaxPool2d(2), True),
        (scratch.MinPool2d(2), True),
        (scratch.AvgPool2d(2), False),
    ):
        assert bool(np.isin(layer.forward(x), x).all()) == chosen


def test_subsampling_changes_a_board():
    """Note B sets AlphaGo under “subsampling will not change the object”."""
    board = defined_by("same-after-pooling")["board_of"]([".X.", "XO.", ".X."])
    assert len(board.group((1, 1))[1]) == 1
    small = Board(2)
    small.stones[...] = board.stones[::2, ::2]
    assert not small.stones.any()  # the corners alone


def test_bad_input_of_what_is_shown_is_refused():
    with pytest.raises(ValueError, match="at most half"):
        scratch.MaxPool2d(2, padding=2)
    with pytest.raises(RuntimeError, match="shapes cannot be multiplied"):
        CNN(size=28)(torch.zeros(1, 1, 32, 32))
    with pytest.raises(ValueError, match="is not legal"):
        parse_sgf("(;SZ[5];B[aa];W[aa])").board()
    with pytest.raises(ValueError, match=r"legal must be .* pass"):
        GoPolicyNet(2, 2, 1, 3)(torch.zeros(1, 2, 3, 3), torch.zeros(1, 3, 3).bool())
    with pytest.raises(ValueError, match="theta must be"):
        nn.affine_grid(torch.zeros(2, 3), (1, 1, 4, 4))


def test_pictures_far_outside_have_no_slope():
    at = torch.full((1, 1, 1, 2), 5.0, requires_grad=True)
    y = nn.grid_sample(torch.rand(1, 1, 4, 4), at)
    y.sum().backward()
    assert y.item() == 0
    assert not at.grad.any()


def test_exercises(agree):
    net = CNN(3, 32, (16, 32))
    assert out_of("exercise-count").startswith("(32, 8, 8) 25,578")
    agree(WHOLE, nn.count_parameters(net), 448 + 4640 + 20490, 0, against="by hand")
    assert out_of("exercise-average").strip() == "True"
    assert re.findall(r"True|False", out_of("exercise-twice")) == ["True"] * 3 + [
        "False"
    ]
    assert out_of("exercise-symmetries").count("True") == 7
    x = torch.randn(1, 2, 8, 8, dtype=torch.float64)
    for cls, theirs in (
        (nn.MaxPool2d, functional.max_pool2d),
        (nn.AvgPool2d, functional.avg_pool2d),
    ):
        twice = cls(2)(cls(2)(x))
        agree(
            AVERAGE if cls is nn.AvgPool2d else MAX,
            twice,
            theirs(x, 4),
            1e-12,
            against="torch, by 4 at once",
        )
