"""What cnn/convolution derives, prints and runs."""

import re
from itertools import product

import numpy as np
import pytest
import torch
from helpers.programs import Programs
from scipy import signal
from sklearn.datasets import load_digits

from chainrule.scratch import nn
from chainrule.scratch.nn.conv.padding import pad

PROGRAMS = Programs("cnn/convolution")
defined_in = PROGRAMS.above
text_of = PROGRAMS.text
out_of = PROGRAMS.out
INPUT, DENSE = "image-classification-input", "fully-connected-parameter-count"
FIELD, SIZES = "receptive-field", "kernel-stride-padding"
SHARED, BENEFIT = "parameter-sharing", "convolutional-layer-benefit"
FILTERS, CHANNELS = "convolution-with-filters", "multi-channel-convolution"
GROWTH, STORIES = "receptive-field-growth", "two-stories-of-cnn"
OVER = {r"\sum_{a}": "kh", r"\sum_{b}": "kw"}


def samples(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape)


def printed_equation(number):
    return f"printed equation (34.{number})"


def torch_conv(x, weight, bias=None, **keywords):
    tensors = [None if a is None else torch.tensor(a) for a in (x, weight, bias)]
    return torch.nn.functional.conv2d(*tensors, **keywords).numpy()


# --- dense ----------------------------------------------------------------------------


def test_a_dense_layer_does_not_see_that_pixels_were_permuted(agree):
    """A picture flattened as torch does; permuted pixels, permuted columns."""
    x, order = samples(5, 3, 4, 6), np.random.default_rng(1).permutation(72)
    flat = x.reshape(5, -1)
    agree(INPUT, flat, torch.flatten(torch.tensor(x), 1), 0, against="torch.flatten")
    first, second = nn.Linear(72, 7, rng=0), nn.Linear(72, 7, rng=0)
    second.weight[...], second.bias[...] = first.weight[:, order], first.bias
    y = second.forward(flat[:, order])
    agree(INPUT, y, first.forward(flat), 1e-12, against="the picture in its order")


@pytest.mark.equation("eq:dense-weights")
def test_weights_of_a_dense_layer(agree, equation):
    printed = equation(
        "eq:dense-weights", r"P_{\mathrm{dense}}", {n: n for n in "CHWM"}
    )
    for C, H, W, M in ((3, 100, 100, 1000), (1, 5, 7, 3)):
        layer = torch.nn.Linear(C * H * W, M, device="meta")
        found = printed(C=C, H=H, W=W, M=M)
        agree(DENSE, layer.weight.numel(), found, 0, against=printed_equation(1))
    assert f"{3 * 10**7:,} weights" in out_of("counting")


def test_the_table_of_counts_is_torch_s(agree):
    pattern = r"(\d+) channels: dense ([\d,]+), local ([\d,]+), shared ([\d,]+)"
    rows = re.findall(pattern, out_of("counting"))
    assert len(rows) == 2
    for row in rows:
        n, *found = (int(number.replace(",", "")) for number in row)
        conv = torch.nn.Conv2d(3, n, 3, padding=1)
        shared = sum(p.numel() for p in conv.parameters())
        places = conv(torch.zeros(1, 3, 100, 100)).numel()
        dense = torch.nn.Linear(30_000, places, device="meta")
        local = places * (conv.weight[0].numel() + 1)
        oracle = [sum(p.numel() for p in dense.parameters()), local, shared]
        agree(DENSE, found, oracle, 0, against="torch layers")


# --- neurons --------------------------------------------------------------------------


def test_a_neuron_is_deaf_outside_of_its_field(agree):
    """The Jacobian by autograd: 1 x 2 neurons of size 2 x 3, stride (1, 2)."""
    layer = nn.LocallyConnected2d(2, 1, (3, 5), (2, 3), stride=(1, 2), rng=0)
    w = torch.tensor(layer.weight)

    def by_hand(x):
        places = product(range(2), range(2))
        fields = [(i, j, x[:, i : i + 2, 2 * j : 2 * j + 3]) for i, j in places]
        return torch.stack([(w[i, j, 0] * f).sum() for i, j, f in fields])

    x = samples(2, 3, 5)
    oracle = torch.autograd.functional.jacobian(by_hand, torch.tensor(x))
    for n, (i, j) in enumerate(product(range(2), range(2))):
        dy = np.zeros((1, 1, 2, 2))
        dy[0, 0, i, j] = 1
        layer.forward(x[None])
        found = layer.backward(dy)[0]
        agree(FIELD, found, oracle[n], 1e-14, against="torch.autograd")
        seen = np.argwhere(found.any(axis=0))
        assert seen.min(axis=0).tolist() == [i, 2 * j]
        assert seen.max(axis=0).tolist() == [i + 1, 2 * j + 2]


def test_the_fields_that_are_printed():
    rows = [line.split("   ") for line in out_of("neuron").splitlines()[:7]]
    for n, (top, left) in enumerate(((0, 0), (0, 2), (4, 4))):
        field = np.array([[c == "#" for c in row[n]] for row in rows])
        oracle = np.zeros((7, 7), bool)
        oracle[top : top + 3, left : left + 3] = True
        assert np.array_equal(field, oracle)
    assert "27 and a bias" in out_of("neuron")


@pytest.mark.equation("eq:output-size", by="torch.nn.Conv2d, and starts counted")
def test_sizes(agree):
    for H, k, s, p in product(range(1, 9), range(1, 6), range(1, 4), range(3)):
        if H + 2 * p < k:
            continue
        found = nn.conv_output_size(H, k, s, p)
        starts = [i for i in range(0, H + 2 * p, s) if i + k <= H + 2 * p]
        assert found == (H + 2 * p - k) // s + 1 == len(starts)
        layer = torch.nn.Conv2d(1, 1, k, s, p, device="meta")
        oracle = layer(torch.empty(1, 1, H, H, device="meta")).shape[2]
        agree(SIZES, found, oracle, 0, against="torch.nn.Conv2d")
    for line in out_of("sizes").splitlines()[1:]:
        H, k, s, p, shown = map(int, line.split())
        assert shown == nn.conv_output_size(H, k, s, p)
    assert nn.conv_output_size(9, 3, dilation=2) == nn.conv_output_size(9, 5)


def test_ways_to_continue_a_picture(agree):
    """As the page names them: mirrored, with its last pixels, from its other end."""
    x = np.arange(1.0, 6).reshape(1, 1, 1, 5).repeat(3, axis=2)
    shown = {
        "zeros": [0, 0, 1, 2, 3, 4, 5, 0, 0],
        "reflect": [3, 2, 1, 2, 3, 4, 5, 4, 3],
        "replicate": [1, 1, 1, 2, 3, 4, 5, 5, 5],
        "circular": [4, 5, 1, 2, 3, 4, 5, 1, 2],
    }
    for mode, row in shown.items():
        y = pad(x, ((0, 0), (2, 2)), mode)
        agree(SIZES, y[0, 0, 0], row, 0, against="the row by hand")


@pytest.mark.equation("eq:conv-parameters")
def test_shared_weights_are_few(agree, equation):
    symbols = {r"C_{\mathrm{out}}": "o", r"C_{\mathrm{in}}": "c", "k": "k"}
    printed = equation("eq:conv-parameters", r"P_{\mathrm{conv}}", symbols)
    for c, o, k, said in (
        (3, 1, 3, 28),
        (3, 16, 3, 448),
        (3, 64, 3, 1792),
        (5, 7, 2, 0),
    ):
        oracle = sum(p.numel() for p in torch.nn.Conv2d(c, o, k).parameters())
        assert said in (0, oracle)
        found = sum(a.size for a in nn.Conv2d(c, o, k).params)
        agree(SHARED, found, oracle, 0, against="torch.nn.Conv2d")
        agree(SHARED, found, printed(c=c, o=o, k=k), 0, against=printed_equation(3))


def test_a_tied_local_layer_has_a_convolution_s_gradients(agree):
    """Against torch: forward, input, and weights summed over the places."""
    local = nn.LocallyConnected2d(2, 3, (5, 4), 3, stride=2, padding=1)
    w, b = samples(3, 2, 3, 3), samples(3, seed=1)
    local.weight[...], local.bias[...] = w, b
    x = samples(4, 2, 5, 4, seed=2)
    leaves = [torch.tensor(a, requires_grad=True) for a in (x, w, b)]
    y = torch.nn.functional.conv2d(*leaves, stride=2, padding=1)
    dy = samples(*y.shape, seed=3)
    y.backward(torch.tensor(dy))
    found = [local.forward(x), local.backward(dy)]
    found += [a.sum(axis=(0, 1)) for a in local.grads]
    for mine, oracle in zip(found, [y, *(leaf.grad for leaf in leaves)], strict=True):
        agree(SHARED, mine, oracle, 1e-12, atol=1e-13, against="torch conv2d")


def test_the_same_pattern_gives_the_same_output():
    """Note B: the same parameters, and different outputs because of the input."""
    x = samples(1, 1, 8, 10)
    x[0, 0, 4:7, 6:9] = x[0, 0, 1:4, 1:4]  # as in the figure
    y = nn.Conv2d(1, 2, 3, rng=0).forward(x)[0]
    np.testing.assert_allclose(y[:, 4, 6], y[:, 1, 1], rtol=1e-13)
    assert np.abs(y[:, 4, 5] - y[:, 1, 1]).min() > 1e-3


# --- the matrix -----------------------------------------------------------------------


def test_a_convolution_is_a_matrix(agree):
    namespace = {"__name__": "matrix"}
    exec(text_of("matrix"), namespace)
    layer = torch.nn.Conv2d(2, 3, 3, padding=1, stride=2, bias=False).double()
    with torch.no_grad():
        M = namespace["matrix_of"](layer, (2, 5, 4))
        x = samples(6, 2, 5, 4)
        oracle = layer(torch.tensor(x)).flatten(1)
    against = "torch.nn.Conv2d"
    agree(BENEFIT, x.reshape(6, -1) @ M.T, oracle, 1e-12, atol=1e-14, against=against)
    # and its transpose is the backward pass
    ours = nn.Conv2d(2, 3, 3, 2, 1, bias=False)
    ours.weight[...] = layer.weight.detach()
    dy = samples(*ours.forward(x).shape)
    back = (dy.reshape(6, -1) @ M).reshape(x.shape)
    agree(BENEFIT, ours.backward(dy), back, 1e-12, atol=1e-14, against="its matrix")


def test_free_numbers_of_the_three_kinds():
    """576, 144 and 9: by counting pairs of an output and a pixel it sees."""
    seen = [
        (i, j, i + a, j + b)
        for i, j, a, b in product(range(4), range(4), *[range(3)] * 2)
    ]
    shown = [int(n) for n in re.findall(r"\d+", out_of("matrix").splitlines()[1])]
    assert shown[:2] == [16 * 36, len(set(seen))]
    weights = {(k - i, m - j) for i, j, k, m in seen}
    assert shown[3] == len(weights) == 9
    local = nn.LocallyConnected2d(1, 1, 6, 3, bias=False)
    assert sum(a.size for a in local.params) == len(set(seen))
    rows = out_of("matrix").splitlines()[2:]
    assert rows[1] == "." + rows[0][:-1]  # Toeplitz within a line of pixels
    assert rows[4] == "......" + rows[0][:-6]  # and from line to line


# --- filters --------------------------------------------------------------------------


@pytest.mark.equation("eq:cross-correlation", "eq:true-convolution")
def test_correlation_and_convolution(agree, equation):
    """Mistake 22: the libraries' does not flip, scipy's convolve2d does."""
    x, w, k = samples(6, 7), samples(3, 3, seed=1), {"kh": 3, "kw": 3}
    y = nn.conv2d_loops(x[None], w[None, None])[0]
    oracle = signal.correlate2d(x, w, mode="valid")
    agree(FILTERS, y, oracle, 1e-12, atol=1e-14, against="scipy.signal.correlate2d")
    symbols = {"w_{ab}": "w[a,b]", "x_{i+a,j+b}": "x[a,b]"} | OVER
    printed = equation("eq:cross-correlation", "y_{ij}", symbols)
    by_places = np.array(
        [
            [printed(w=w, x=x[i : i + 3, j : j + 3], **k) for j in range(5)]
            for i in range(4)
        ]
    )
    agree(FILTERS, y, by_places, 1e-12, atol=1e-14, against=printed_equation(4))
    symbols = {"w_{ab}": "w[a,b]", "x_{i-a,j-b}": "x[a,b]"} | OVER
    printed = equation("eq:true-convolution", "y_{ij}", symbols)
    flipped = nn.conv2d_loops(x[None], w[::-1, ::-1][None, None])[0]
    found = np.array(
        [
            # x[i - a, j - b] for a, b from 0: backwards from the window's last pixel
            [printed(w=w, x=x[i : i + 3, j : j + 3][::-1, ::-1], **k) for j in range(5)]
            for i in range(4)
        ]
    )
    oracle = signal.convolve2d(x, w, mode="valid")
    agree(FILTERS, flipped, found, 1e-12, atol=1e-14, against=printed_equation(5))
    agree(
        FILTERS, flipped, oracle, 1e-12, atol=1e-14, against="scipy.signal.convolve2d"
    )
    assert np.abs(y - oracle).max() > 0.1


def test_two_filters_on_the_picture_of_six_by_six(agree):
    namespace = {}
    exec(text_of("six-by-six"), namespace)
    x, filters = (namespace[n].astype(float) for n in ("x", "filters"))
    oracle = torch_conv(x[None, None], filters)[0]
    agree(FILTERS, namespace["y"], oracle, 0, against="torch conv2d")
    rows = [
        list(map(int, row.split())) for row in out_of("six-by-six").splitlines()[1:]
    ]
    assert np.array_equal(rows, np.concatenate(list(oracle), axis=1))
    # what the figure says: 3 twice, and no filter of ones and minus ones gives more
    first = oracle[0]
    assert np.argwhere(first == 3).tolist() == [[0, 0], [3, 0]]
    assert first.max() == filters[0].clip(0).sum() == 3


def test_filters_of_the_photograph_find_their_edges():
    text = text_of("photo")
    filters = eval(re.search(r"FILTERS = (np\.array\(\n.*?\n\))", text, re.S)[1])
    lying, upright = np.zeros((1, 5, 5)), np.zeros((1, 5, 5))
    lying[0, 2:], upright[0, :, 2:] = 1, 1
    for picture, answers in ((lying, (4, 0)), (upright, (0, 4))):
        y = nn.conv2d_loops(picture, filters[:, None].astype(float))
        assert tuple(np.abs(y[:2]).max(axis=(1, 2))) == answers
    assert not nn.conv2d_loops(np.ones((1, 4, 4)), filters[:, None]).any()


# --- channels -------------------------------------------------------------------------


@pytest.mark.equation("eq:multi-channel")
@pytest.mark.parametrize("s", [1, 2])
def test_many_channels(agree, equation, s):
    symbols = {"b_o": "bias", "w_{ocab}": "w[c,a,b]", "x_{c,is+a,js+b}": "x[c,a,b]"}
    symbols |= OVER | {r"\sum_{c}": "C"}
    printed = equation("eq:multi-channel", "y_{oij}", symbols)
    x, w, bias = samples(2, 7, 5), samples(4, 2, 3, 3, seed=1), samples(4, seed=2)
    layer = nn.Conv2d(2, 4, 3, stride=s)
    layer.weight[...], layer.bias[...] = w, bias
    y = layer.forward(x[None])[0]
    for o, i, j in np.ndindex(y.shape):
        window = x[:, s * i : s * i + 3, s * j : s * j + 3]
        oracle = printed(bias=bias[o], w=w[o], x=window, kh=3, kw=3, C=2)
        agree(CHANNELS, y[o, i, j], oracle, 1e-12, against=printed_equation(6))
    oracle = torch_conv(x[None], w, bias, stride=s)[0]
    agree(CHANNELS, y, oracle, 1e-12, atol=1e-14, against="torch conv2d")
    loops = nn.conv2d_loops(x, w, bias, stride=s)
    agree(CHANNELS, loops, oracle, 1e-12, atol=1e-14, against="torch conv2d")


def test_filters_are_as_deep_as_their_input():
    for line, conv in zip(
        out_of("channels").splitlines()[::2],
        (torch.nn.Conv2d(3, 64, 3), torch.nn.Conv2d(64, 32, 3)),
        strict=False,
    ):
        assert str(tuple(conv.weight.shape)) in line
        assert f"{sum(p.numel() for p in conv.parameters()):,} numbers" in line
    with pytest.raises(RuntimeError, match="expected input"):
        torch.nn.Conv2d(3, 32, 3)(torch.zeros(1, 32, 8, 8))


def test_columns_and_back(agree):
    x = samples(2, 3, 6, 5)
    columns = nn.im2col(x, (3, 2), (2, 1))
    unfold = torch.nn.functional.unfold(torch.tensor(x), (3, 2), stride=(2, 1))
    agree(CHANNELS, columns, unfold, 0, against="torch unfold")
    back = nn.col2im(columns, x.shape, (3, 2), (2, 1))
    fold = torch.nn.functional.fold(unfold, (6, 5), (3, 2), stride=(2, 1))
    agree(CHANNELS, back, fold, 1e-14, against="torch fold")


@pytest.mark.equation("eq:conv-grad-weight", "eq:conv-grad-input")
def test_gradients_are_convolutions(agree, equation):
    x, w = samples(1, 2, 6, 5), samples(4, 2, 3, 3, seed=1)
    layer = nn.Conv2d(2, 4, 3)
    layer.weight[...] = w
    g = samples(*layer.forward(x).shape, seed=2)
    dx = layer.backward(g)[0]
    leaves = [torch.tensor(a, requires_grad=True) for a in (x, w)]
    torch.nn.functional.conv2d(*leaves).backward(torch.tensor(g))
    d = r"\frac{\partial L}{\partial %s}"
    symbols = {"g_{oij}": "g[i,j]", "x_{c,i+a,j+b}": "x[i,j]"}
    symbols |= {r"\sum_{i}": "h", r"\sum_{j}": "v"}
    printed = equation("eq:conv-grad-weight", d % "w_{ocab}", symbols)
    for o, c, a, b in np.ndindex(w.shape):
        part = x[0, c, a : a + 4, b : b + 3]
        oracle = printed(g=g[0, o], x=part, h=4, v=3)
        found = layer.grad_weight[o, c, a, b]
        agree(CHANNELS, found, oracle, 1e-12, atol=1e-14, against=printed_equation(7))
    symbols = {"w_{ocab}": "w[o,a,b]", "g_{o,i-a,j-b}": "g[o,a,b]"}
    symbols |= OVER | {r"\sum_{o}": "O"}
    printed = equation("eq:conv-grad-input", d % "x_{cij}", symbols)
    around = np.pad(g[0], [(0, 0), (2, 2), (2, 2)])
    for c, i, j in np.ndindex(dx.shape):
        part = around[:, i : i + 3, j : j + 3][:, ::-1, ::-1]  # g[i - a, j - b]
        oracle = printed(w=w[:, c], g=part, kh=3, kw=3, O=4)
        agree(
            CHANNELS,
            dx[c, i, j],
            oracle,
            1e-12,
            atol=1e-14,
            against=printed_equation(8),
        )
    for found, leaf in zip((dx[None], layer.grad_weight), leaves, strict=True):
        against = "torch.autograd"
        agree(CHANNELS, found, leaf.grad, 1e-12, atol=1e-14, against=against)
    agree(CHANNELS, layer.grad_bias, g.sum(axis=(0, 2, 3)), 1e-13, against="its sum")
    flipped = sum(signal.convolve2d(g[0, o], w[o, 0], mode="full") for o in range(4))
    agree(CHANNELS, dx[0], flipped, 1e-12, atol=1e-14, against="scipy convolve2d")


def test_gradients_of_a_batch_add_up(agree):
    """Of weights and bias over samples and places; of the input for each sample."""
    x, w, b = samples(3, 2, 6, 5), samples(4, 2, 3, 2, seed=1), samples(4, seed=3)
    layer = nn.Conv2d(2, 4, (3, 2), stride=2, padding=1)
    layer.weight[...], layer.bias[...] = w, b
    g = samples(*layer.forward(x).shape, seed=2)
    leaves = [torch.tensor(a, requires_grad=True) for a in (x, w, b)]
    y = torch.nn.functional.conv2d(*leaves, stride=2, padding=1)
    y.backward(torch.tensor(g))
    found = [layer.backward(g), *layer.grads]
    for mine, leaf in zip(found, leaves, strict=True):
        against = "torch.autograd"
        agree(CHANNELS, mine, leaf.grad, 1e-12, atol=1e-13, against=against)


def test_groups_do_not_see_each_other(agree):
    """As the exercise uses it: depthwise is a filter for each channel."""
    layer, x = nn.Conv2d(4, 4, 3, groups=4, rng=0), samples(2, 4, 5, 5)
    y = layer.forward(x)
    for c in range(4):
        oracle = torch_conv(x[:, [c]], layer.weight[[c]], layer.bias[[c]])
        agree(CHANNELS, y[:, [c]], oracle, 1e-12, atol=1e-14, against="torch conv2d")


@pytest.mark.parametrize("mode", ["circular", "zeros"])
def test_moved_pictures_give_moved_maps(agree, mode):
    x = samples(1, 2, 6, 7)
    layer = nn.Conv2d(2, 3, 3, padding=1, padding_mode=mode, rng=0)
    y = np.roll(layer.forward(x), (2, -1), (2, 3))
    moved = layer.forward(np.roll(x, (2, -1), (2, 3)))
    if mode == "circular":
        agree(SHARED, moved, y, 1e-12, atol=1e-14, against="maps moved by np.roll")
    else:
        same = np.isclose(moved, y, rtol=1e-10)
        assert same[:, :, 3:5, 1:5].all()  # windows that are inside both times
        assert not same[:, :, 0].any()


# --- depth ----------------------------------------------------------------------------


@pytest.mark.equation(
    "eq:receptive-field", by="the support of a torch network's Jacobian"
)
def test_what_deep_layers_see(agree):
    stacks = [
        [(3, 1), (3, 1)],
        [(3, 2), (3, 1)],
        [(5, 1), (3, 2)],
        [(2, 3), (4, 1), (3, 2), (3, 1)],
    ]
    for layers in stacks:
        parts = [torch.nn.Conv1d(1, 1, k, s, bias=False) for k, s in layers]
        network = torch.nn.Sequential(*parts).double()
        with torch.no_grad():
            for part in parts:
                part.weight.fill_(1.0)
        x = torch.zeros(1, 1, 64, dtype=torch.float64, requires_grad=True)
        network(x)[0, 0, 1].backward()
        seen = torch.nonzero(x.grad[0, 0]).ravel()
        by_formula, steps = 1, 1
        for k, s in layers:  # r + (k - 1) times the strides before
            by_formula += (k - 1) * steps
            steps *= s
        found = nn.receptive_field_size(layers)
        assert found == by_formula
        oracle = int(seen[-1] - seen[0]) + 1
        agree(GROWTH, found, oracle, 0, against="torch.autograd")
    assert [nn.receptive_field_size(layers) for layers in stacks[:3]] == [5, 7, 7]
    assert nn.receptive_field_size([(3, 1)] * 50) == 101


def test_pixels_in_the_middle_are_on_more_paths():
    x = torch.zeros(1, 1, 11, 11, requires_grad=True)
    y = x
    for _ in range(5):
        y = torch.nn.functional.conv2d(y, torch.ones(1, 1, 3, 3))
    y.backward()
    paths = x.grad[0, 0, 5]
    assert (paths.diff()[:5] > 0).all()
    assert (paths.diff()[5:] < 0).all()


def test_both_stories(agree):
    namespace = {}
    exec(text_of("stories"), namespace)
    x, w, b = (namespace[n] for n in "xwb")
    oracle = torch_conv(x[None], w, b)[0]
    for name in ("neurons", "maps"):
        agree(STORIES, namespace[name], oracle, 1e-12, against="torch conv2d")


# --- the experiment -------------------------------------------------------------------


@pytest.mark.parametrize("network", ["dense", "local", "shared", "shared, then mean"])
def test_networks_side_by_side_are_networks(agree, network):
    """Each against layers that see one network alone."""
    names = defined_in("sharing", SEEDS=2)
    sizes = (16, 3, 36, 5)
    shapes = [size for size, _ in names["shapes"](network, *sizes)]
    rng = np.random.default_rng(0)
    parameters = [rng.normal(size=(2, *shape)) for shape in shapes]
    x = rng.normal(size=(2, 7, 1, 6, 6))
    seen = names["inputs"](network, torch.tensor(x))
    y = names["logits"](network, [torch.tensor(p) for p in parameters], seen)
    for s in range(2):
        W, b, V, c = (p[s] for p in parameters)
        if network == "dense":
            u = np.einsum("nk,pfk->nfp", x[s].reshape(7, 36), W) + b
        elif network == "local":
            layer = nn.LocallyConnected2d(1, 3, 6, 3)
            layer.weight[...] = W.reshape(layer.weight.shape)
            layer.bias[...] = b.T.reshape(layer.bias.shape)
            u = layer.forward(x[s]).reshape(7, 3, 16)
        else:
            conv = torch_conv(x[s], W.reshape(3, 1, 3, 3), b.ravel())
            u = conv.reshape(7, 3, 16)
        hidden = np.maximum(u, 0)
        hidden = hidden.mean(axis=2) if "mean" in network else hidden.reshape(7, -1)
        agree(BENEFIT, y[s], hidden @ V.T + c, 1e-12, atol=1e-13, against="alone")


def test_tasks_of_the_experiment():
    names = defined_in("sharing", SEEDS=2)
    generator = torch.Generator().manual_seed(0)
    parts = names["digits"](generator)
    pictures = torch.tensor(load_digits().images / 16).float()
    for network in range(2):
        sets = [{tuple(x.ravel().tolist()) for x in part[0][network]} for part in parts]
        assert [len(part[1][network]) for part in parts] == [100, 400, 600]
        assert not sets[0] & sets[1] | sets[0] & sets[2] | sets[1] & sets[2]
        assert sets[0] <= {tuple(x.ravel().tolist()) for x in pictures}
    for n, (x, t) in enumerate(names["strokes"](generator)):
        falling = torch.nn.functional.conv2d(x.flatten(0, 1), torch.eye(3)[None, None])
        found = falling.flatten(1).argmax(1) % 8
        left = found[t.flatten() == 0]
        inside = (left >= 5) if n == 3 else (left <= 2)
        assert inside.float().mean() > 0.98


# --- what the page says ---------------------------------------------------------------


def test_bad_input_of_what_is_shown_is_refused():
    with pytest.raises(ValueError, match=r"x must be \(N, 3, H, W\), got"):
        nn.Conv2d(3, 2, 3).forward(np.ones((1, 8, 8, 3)))
    with pytest.raises(ValueError, match="does not fit into 2"):
        nn.Conv2d(1, 1, 3).forward(np.ones((1, 1, 2, 2)))
    with pytest.raises(ValueError, match="in 2 groups"):
        nn.Conv2d(3, 2, 3, groups=2)
    with pytest.raises(ValueError, match="got 0"):
        nn.Conv2d(3, 2, 0)


def test_a_reshape_is_no_transpose():
    x = np.arange(24).reshape(2, 4, 3)
    channels = np.moveaxis(x, -1, 0)
    assert channels.shape == x.reshape(3, 2, 4).shape
    assert not np.array_equal(channels, x.reshape(3, 2, 4))
    assert channels[1, 0, 2] == x[0, 2, 1]


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel")
def test_even_kernels_pad_one_side_more(agree):
    layer, x = nn.Conv2d(1, 1, 4, padding="same", rng=0), samples(2, 1, 5, 6)
    assert layer.sides == ((1, 2), (1, 2))
    oracle = torch_conv(x, *layer.params, padding="same")
    y = layer.forward(x)
    agree(SIZES, y, oracle, 1e-12, atol=1e-14, against="torch conv2d")


def test_the_page_says_what_the_benchmark_found():
    """As long as torch, a thousand times faster than loops, memory below k²."""
    rows = re.findall(r"x \d+ +([\d.]+) +([\d.]+) +([\d,]+)$", out_of("cost"), re.M)
    assert len(rows) == 2
    for ours, theirs, faster in rows:
        assert 0.7 < float(ours) / float(theirs) < 1.4
        assert float(faster.replace(",", "")) > 1000
    found = re.findall(r"(\d) x \d: columns +([\d.]+)", out_of("cost"))
    for k, times in found:
        k = int(k)
        assert float(times) == pytest.approx(k**2 * 64**2 / (63 + k) ** 2, abs=0.06)
        assert 0.8 * k**2 < float(times) < k**2


def test_exercise_one():
    first = nn.conv_output_size(32, 5)
    assert (first, nn.conv_output_size(first, 3, 2, 1)) == (28, 14)
    assert nn.receptive_field_size([(5, 1), (3, 2)]) == 7


def test_exercises_two_to_four(agree):
    rows = re.findall(r"sees (\d), +([\d,]+)", out_of("exercise-parameters"))
    layers = [torch.nn.Conv2d(64, 64, k, device="meta") for k in (3, 5, 7)]
    three, five, seven = (sum(p.numel() for p in la.parameters()) for la in layers)
    found = [int(n.replace(",", "")) for _, n in rows]
    agree(GROWTH, found, [2 * three, five, 3 * three, seven], 0, against="torch")
    assert [int(seen) for seen, _ in rows] == [5, 5, 7, 7]
    few = 64 * 10 + 64 * 65
    assert f"= {few:,}" in out_of("exercise-depthwise")
    assert 1 / 8 < few / three < 1 / 7
