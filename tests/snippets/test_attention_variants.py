"""What sequences/attention-variants derives, prints and runs."""

import math
import re
from itertools import product

import numpy as np
import pytest
import torch
from helpers.programs import Programs
from torch.nn.functional import conv2d, scaled_dot_product_attention

from chainrule import nn

PROGRAMS = Programs("sequences/attention-variants")
defined_in, text_of, out_of = PROGRAMS.above, PROGRAMS.text, PROGRAMS.out
numbers_of, run = PROGRAMS.numbers, PROGRAMS.run
HEADS, POSITIONS = "multi-head-attention", "positional-encoding"
LEARNED, TRUNCATED = "learned-positional-encoding", "truncated-self-attention"
IMAGES, CNN, RNN = "attention-for-images", "attention-versus-cnn", "rnn"
AGAINST_RNN, GRAPH = "attention-versus-rnn", "attention-for-graphs"
F64 = {"dtype": torch.float64}


def samples(*shape, seed=0):
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), **F64)


def printed_equation(number):
    return f"printed equation (38.{number})"


# --- heads ----------------------------------------------------------------------------


def test_the_two_relations_by_hand(agree):
    """Scores in plain numbers, as the page works them out."""
    e = math.exp
    by_hand = {
        "one score": [e(2), e(2), e(4)],
        "head 1": [e(4 / 2**0.5), 1, e(4 / 2**0.5)],
        "head 2": [1, e(4 / 2**0.5), e(4 / 2**0.5)],
    }
    for line in out_of("by-hand").splitlines()[1:]:
        name = re.match(r"(\w+ \w+)", line)[1]
        found = [float(n) for n in line.split()[-3:]]
        shares = np.array(by_hand[name]) / sum(by_hand[name])
        agree(HEADS, found, shares, 0, atol=5.1e-4, against="the sums by hand")
    assert f"{e(2):.1f} : {e(2):.1f} : {e(4):.1f}" == "7.4 : 7.4 : 54.6"
    assert f"{e(2.83):.1f}" in ("16.9", "17.0")


@pytest.mark.equation("eq:multi-head", by="a loop over heads, columns as it says")
def test_many_heads(agree):
    """Column (h - 1) d / H + 1 and so on of X W, head after head."""
    d, H = 12, 3
    layer = nn.MultiheadAttention(d, H, batch_first=True, bias=False).double()
    W = [w.T for w in layer.in_proj_weight.detach().chunk(3)]
    X, heads = samples(5, d), []
    for h in range(1, H + 1):
        own = slice((h - 1) * d // H, h * d // H)
        Q, K, V = (X @ w[:, own] for w in W)
        heads.append(torch.softmax(Q @ K.T / math.sqrt(d / H), 1) @ V)
    oracle = torch.cat(heads, 1) @ layer.out_proj.weight.T
    y = layer(X[None], X[None], X[None])[0][0]
    agree(HEADS, y, oracle, 1e-12, atol=1e-14, against=printed_equation(1))


def test_a_second_matrix_behind_the_first_adds_nothing(agree):
    """The notes' q^{i,1} = W^{q,1} q^i: two matrices are one."""
    first, second = samples(8, 8), samples(4, 8, seed=1)
    layer = nn.MultiheadAttention(8, 2, batch_first=True, bias=False).double()
    with torch.no_grad():
        layer.in_proj_weight[:4] = second @ first  # of the queries of head 1
    X = samples(1, 5, 8, seed=2)
    q, _, _ = layer.in_heads(X, X, X)
    oracle = X[0] @ first.T @ second.T
    agree(HEADS, q[0, 0], oracle, 1e-12, atol=1e-13, against="the notes' two steps")


def test_mistake_25_a_view_mixes_positions():
    """The wrong one has the same shape, and its head 0 is position 0."""
    names = run("heads")
    right, wrong = names["right"], names["wrong"]
    assert right.shape == wrong.shape == (2, 2, 2)
    for head, t in product(range(2), range(2)):
        assert right[head, t].tolist() == [4 * t + 2 * head, 4 * t + 2 * head + 1]
    assert wrong[0].flatten().tolist() == [0, 1, 2, 3]
    assert torch.equal(names["merged"], names["y"])
    # ours: a number of position 1 reaches position 1 of every head, and no other
    layer = nn.MultiheadAttention(4, 2, batch_first=True).double()
    x, moved = samples(1, 2, 4), samples(1, 2, 4)
    moved[0, 1] += 1
    q = [layer.in_heads(z, z, z)[0] for z in (x, moved)]
    assert ((q[0] != q[1]).any(-1) == torch.tensor([False, True])).all()


@pytest.mark.equation("eq:multi-head-parameters")
def test_parameters_do_not_depend_on_the_heads(agree, equation):
    printed = equation("eq:multi-head-parameters", "P", {"d": "d"})
    for d, H in ((64, 1), (64, 8), (12, 3), (512, 8)):
        ours = sum(p.numel() for p in nn.MultiheadAttention(d, H).parameters())
        torchs = torch.nn.MultiheadAttention(d, H, device="meta").parameters()
        assert ours == sum(p.numel() for p in torchs)
        agree(HEADS, ours, printed(d=d), 0, against=printed_equation(2))
    assert printed(d=512) == 1050624  # exercise 1
    assert {row[-2:][0] for row in numbers_of("parameters")} == {16.0}
    assert out_of("parameters").count("16,640") == 4


# --- positions ------------------------------------------------------------------------


def test_order_and_positions():
    assert "alone, permuted likewise: True" in out_of("order")
    assert "with positions, permuted likewise: False" in out_of("order")


def test_under_a_causal_mask_order_leaves_a_trace():
    """No equivariance: the page says so of the notes' sentence."""
    x, order = samples(1, 4, 6), torch.tensor([3, 1, 0, 2])
    y = scaled_dot_product_attention(x, x, x, is_causal=True)
    z = x[:, order]
    moved = scaled_dot_product_attention(z, z, z, is_causal=True)
    assert (moved - y[:, order]).abs().max() > 0.1


def test_adding_is_putting_beside(agree):
    W, x, p = samples(3, 5), samples(5, seed=1), samples(5, seed=2)
    beside = torch.cat([W, W], 1) @ torch.cat([x, p])
    agree(POSITIONS, W @ (x + p), beside, 1e-12, atol=1e-14, against="[W W] [x; p]")


@pytest.mark.equation("eq:sinusoidal", by="math.sin and cos of each number")
def test_the_waves(agree):
    for d in (4, 6, 7):
        table = nn.sinusoidal_positions(9, d)
        for t, c in product(range(9), range(d)):
            w = 10000 ** (-2 * (c // 2) / d)
            oracle = (math.sin, math.cos)[c % 2](w * t)
            against = printed_equation(3)
            agree(POSITIONS, table[t, c], oracle, 1e-12, atol=1e-15, against=against)
    x = torch.zeros(2, 3, 4)
    agree(
        POSITIONS,
        nn.SinusoidalPositionalEncoding(4)(x, offset=2),
        nn.sinusoidal_positions(3, 4, offset=2).expand(2, 3, 4),
        1e-6,
        against=printed_equation(3),
    )


@pytest.mark.equation("eq:shift-is-rotation", by="the printed matrix on each pair")
def test_a_shift_turns_each_pair(agree):
    d, k, p = 6, 5, nn.sinusoidal_positions(40, 6)
    for i in range(d // 2):
        a = 10000 ** (-2 * i / d) * k
        matrix = torch.tensor(
            [[math.cos(a), math.sin(a)], [-math.sin(a), math.cos(a)]], **F64
        )
        for t in (0, 7, 30):
            turned = matrix @ p[t, 2 * i : 2 * i + 2]
            there = p[t + k, 2 * i : 2 * i + 2]
            against = printed_equation(4)
            agree(POSITIONS, there, turned, 1e-11, atol=1e-14, against=against)


@pytest.mark.equation("eq:position-product", by="the printed sum, in plain numbers")
def test_dot_products_know_the_distance_alone(agree):
    for d in (4, 64):
        p = nn.sinusoidal_positions(60, d)
        for s, t in ((0, 0), (3, 10), (50, 57), (40, 2)):
            waves = [math.cos(10000 ** (-2 * i / d) * (t - s)) for i in range(d // 2)]
            found, against = p[s] @ p[t], printed_equation(5)
            agree(POSITIONS, found, sum(waves), 1e-12, atol=1e-13, against=against)
    products = nn.sinusoidal_positions(121, 512) @ nn.sinusoidal_positions(121, 512)[60]
    assert products.argmax() == 60
    at_60 = products[[0, 120]] / 256
    assert ((at_60 > 0.4) & (at_60 < 0.6)).all()  # “about one half at 60”
    first, second = out_of("table").splitlines()[-2:]
    assert first.split()[2:] == second.split()[-5:]


def test_the_learned_noise_is_shown_so_many_times_as_strong():
    assert "learned.detach() / 0.04" in text_of("encodings")
    assert 1 / 0.04 == 25


def test_rows_that_no_sequence_reaches_learn_nothing(agree):
    """Against torch.nn.Embedding, added."""
    layer = nn.LearnedPositionalEncoding(4, max_len=6).double()
    x = samples(2, 3, 4)
    y = layer(x)
    y.sum().backward()
    oracle = x + torch.nn.functional.embedding(torch.arange(3), layer.table)
    agree(LEARNED, y, oracle, 0, against="torch.nn.functional.embedding")
    grad = torch.zeros(6, 4, **F64)
    grad[:3] = 2
    found = layer.table.grad
    agree(LEARNED, found, grad, 0, against="ones, once for each sample")
    assert "[1, 1, 1, 0, 0, 0]" in out_of("learned")
    assert "position 6 is beyond max_len=6" in out_of("learned")


@pytest.mark.equation("eq:rotary", by="rotation matrices, R_(t-s) in the middle")
def test_rotary_scores(agree):
    d, layer = 6, nn.RotaryPositionalEmbedding(6, 2000)
    q, k = samples(1, d), samples(1, d, seed=1)

    def R(t):
        blocks = []
        for i in range(d // 2):
            a = 10000 ** (-2 * i / d) * t
            blocks.append([[math.cos(a), -math.sin(a)], [math.sin(a), math.cos(a)]])
        return torch.block_diag(*(torch.tensor(block, **F64) for block in blocks))

    for s, t in ((0, 0), (3, 1), (1, 3), (1003, 1001)):
        found = (layer(q, s) * layer(k, t)).sum()
        oracle = q[0] @ R(t - s) @ k[0]
        agree(LEARNED, found, oracle, 1e-11, atol=1e-13, against=printed_equation(6))
    scores = [row[-1] for row in numbers_of("rotary")]
    assert scores[1] == scores[2] == scores[3] != scores[4]


def test_mistake_33_the_shift_is_the_double_loop(agree):
    """Relative scores q_i · r_(j - i), by the shift and by two loops."""
    T, q = 5, samples(5, 4)
    r = samples(2 * T - 1, 4, seed=1)  # of the distances -4 to 4
    found, oracle = nn.relative_shift(q @ r.T), torch.empty(T, T, **F64)
    for i, j in product(range(T), range(T)):
        oracle[i, j] = q[i] @ r[j - i + T - 1]
    agree(LEARNED, found, oracle, 1e-13, atol=1e-15, against="the double loop")
    rows = [[j - i for j in range(3)] for i in range(3)]
    assert [[int(n) for n in row] for row in numbers_of("exercise-shift")] == rows


# --- truncated ------------------------------------------------------------------------


@pytest.mark.equation("eq:truncated", by="its sums, one position after the other")
def test_the_band(agree):
    T, before, after = 7, 2, 1
    q, k, v = (samples(T, 4, seed=n) for n in range(3))
    s = (q @ k.T / 2).tolist()
    found = nn.truncated_self_attention(q, k, v, before, after)
    for i in range(T):
        reach = [j for j in range(i - before, i + after + 1) if 0 <= j < T]
        total = sum(math.exp(s[i][m]) for m in reach)
        oracle = sum(math.exp(s[i][j]) / total * v[j] for j in reach)
        agree(TRUNCATED, found[i], oracle, 1e-12, against=printed_equation(7))
    masked = scaled_dot_product_attention(
        q, k, v, ~nn.band_mask(T, before, after), scale=0.5
    )
    agree(TRUNCATED, found, masked, 1e-12, atol=1e-14, against="torch under a mask")


def test_what_speech_takes():
    """A frame each 10 ms; 41 keys with 20 at each side."""
    for line in out_of("speech").splitlines()[1:-1]:
        numbers = (int(n.replace(",", "")) for n in line.split())
        seconds, frames, scores, fewer = numbers
        assert frames == seconds * 1000 // 10
        assert scores == frames**2
        assert fewer == frames * (20 + 1 + 20)
    assert "the same numbers: True" in out_of("speech")


def test_layers_upon_each_other_see_farther():
    assert out_of("exercise-depth").split()[-3::2] == [str(10 - 6), str(10 + 3)]


# --- images ---------------------------------------------------------------------------


@pytest.mark.equation("eq:pixel-attention")
def test_a_set_of_pixels(agree, equation):
    symbols = {"x_i": "x", r"\gamma": "gamma", r"\beta_{ij}": "beta[j]"}
    symbols |= {"v_j": "v[j]", r"\sum_{j}": "P"}
    printed = equation("eq:pixel-attention", "y_i", symbols)
    layer = nn.PixelAttention(4, reduction=2).double()
    with torch.no_grad():
        layer.gamma.fill_(-0.6)
        x = samples(1, 4, 2, 3)
        y = layer(x).flatten(2)[0].T.numpy()
        pixels = x.flatten(2)[0].T  # (6, 4)
        f, g, h = (part.weight for part in (layer.key, layer.query, layer.value))
        v = (pixels @ h.T @ layer.out.weight.T).numpy()
        beta = torch.softmax(pixels @ g.T @ (pixels @ f.T).T, 1).numpy()
    for i, c in product(range(6), range(4)):
        at = {"x": float(pixels[i, c]), "gamma": -0.6}
        oracle = printed(**at, beta=beta[i], v=v[:, c], P=6)
        agree(IMAGES, y[i, c], oracle, 1e-12, against=printed_equation(8))


def test_counts_of_pixels():
    first, second, *rows = out_of("pixels").splitlines()
    assert first.endswith("(1, 50, 3)")
    assert second.endswith("True")
    for row in rows:
        side, scores = re.match(
            r" *(\d+) x +\d+ pixels: +([\d,]+) scores", row
        ).groups()
        assert int(scores.replace(",", "")) == (int(side) ** 2) ** 2
    assert (224 // 16) ** 2 == 196


def test_the_framed_pixel_is_the_framed_vector():
    assert "Rectangle((3, 2), 1, 1" in text_of("pixel-set")
    assert 2 * 10 + 3 == 23  # row 2, column 3 of the picture, both counted from 0


# --- convolution ----------------------------------------------------------------------


@pytest.mark.equation("eq:conv-as-attention", by="the sums over heads and pixels")
def test_a_convolution_built_of_heads(agree):
    conv = torch.nn.Conv2d(2, 3, 3, padding=1, **F64)
    x = samples(1, 2, 4, 5)
    layer = nn.conv_as_attention(conv)
    with torch.no_grad():
        y = layer(x)
        oracle = conv2d(x, conv.weight, conv.bias, padding=1)
        agree(CNN, y, oracle, 1e-12, atol=1e-14, against="torch conv2d")
        for i, j in product(range(4), range(5)):
            total = conv.bias.clone()
            for a, b in product((-1, 0, 1), (-1, 0, 1)):  # the shifts
                if 0 <= i + a < 4 and 0 <= j + b < 5:
                    total += conv.weight[:, :, a + 1, b + 1] @ x[0, :, i + a, j + b]
            found = y[0, :, i, j]
            agree(CNN, found, total, 1e-12, atol=1e-14, against=printed_equation(9))
    assert "(9, 42, 72)" in out_of("as-convolution")
    assert out_of("as-convolution").endswith("the convolution: True\n")


def test_a_window_alone_is_no_convolution():
    """Two pixels of a window change places: attention does not mind."""
    x = samples(1, 1, 9, 2)  # a window of nine, the middle one asks
    swapped = x[:, :, [1, 0, *range(2, 9)]]
    w = samples(9, 2, seed=1)
    middle = [scaled_dot_product_attention(z[:, :, [4]], z, z) for z in (x, swapped)]
    torch.testing.assert_close(*middle, rtol=1e-13, atol=1e-15)
    assert ((w * x).sum() - (w * swapped).sum()).abs() > 0.1


# --- the experiment -------------------------------------------------------------------


@pytest.mark.parametrize("mixing", ["nothing", "convolution", "attention"])
def test_networks_side_by_side_are_networks(agree, mixing):
    """Each by itself, of torch's own layers."""
    names = defined_in("amount", SEEDS=2)
    parameters = [
        samples(2, *size, seed=n) for n, (size, _) in enumerate(names["shapes"](mixing))
    ]
    x = samples(2, 3, 16, 4, seed=9)
    y = names["logits"](mixing, parameters, x)
    for s in range(2):
        E, position, *W, V, c = (p[s] for p in parameters)
        h = x[s] @ E.T + position
        if mixing == "convolution":
            weight = W[0].view(16, 3, 3, 16).permute(0, 3, 1, 2)
            grid = h.mT.unflatten(2, (4, 4))
            mixed = conv2d(grid, weight, padding=1).flatten(2).mT
        elif mixing == "attention":
            layer = torch.nn.MultiheadAttention(
                16, 4, bias=False, batch_first=True, **F64
            )
            layer.in_proj_weight.data, layer.out_proj.weight.data = W
            mixed = layer(h, h, h)[0]
        else:
            mixed = h @ W[0].T
        oracle = (h + mixed).relu().mean(1) @ V.T + c
        agree(CNN, y[s], oracle, 1e-12, atol=1e-12, against="torch's layers, alone")


def test_patches_and_their_labels():
    names = defined_in("amount")
    x, t = names["data"]()
    digits = names["load_digits"]()
    assert x.shape == (1797, 16, 4)
    for n, row, column in ((0, 0, 0), (5, 1, 3), (1796, 3, 2)):
        patch = digits.images[n, 2 * row :, 2 * column :][:2, :2].ravel()
        found = (x[n, 4 * row + column] + 0.3) * 16
        np.testing.assert_allclose(found, patch, atol=1e-5)
    assert np.array_equal(t, digits.target)


def test_parameters_of_the_mixing_layers():
    shapes = defined_in("amount")["shapes"]
    sizes = {
        kind: sum(math.prod(size) for size, _ in shapes(kind)[2:-2])
        for kind in ("convolution", "attention")
    }
    assert sizes["convolution"] / sizes["attention"] == 9 / 4


# --- recurrent networks ---------------------------------------------------------------


@pytest.mark.equation("eq:rnn", by="torch.nn.RNN, and the steps one by one")
def test_steps_of_a_recurrent_network(agree):
    oracle = torch.nn.RNN(3, 4, **F64)
    layer = nn.RNN(3, 4, **F64)
    layer.load_state_dict(oracle.state_dict())
    x, h = samples(6, 2, 3), torch.zeros(2, 4, **F64)
    with torch.no_grad():
        states = layer(x)[0]
        agree(RNN, states, oracle(x)[0], 1e-12, atol=1e-14, against="torch.nn.RNN")
        b = layer.bias_ih_l0 + layer.bias_hh_l0
        for x_t, found in zip(x, states, strict=True):
            h = torch.tanh(x_t @ layer.weight_ih_l0.T + h @ layer.weight_hh_l0.T + b)
            against = printed_equation(10)
            agree(RNN, found, h, 1e-12, atol=1e-14, against=against)
    by_hand = [math.tanh(1)]
    for _ in range(2):
        by_hand.append(math.tanh(by_hand[-1] / 2))
    assert numbers_of("recurrent") == [[round(h, 3) for h in by_hand]] * 2
    assert [f"{h / 2:.3f}" for h in by_hand[:2]] == ["0.381", "0.182"]


@pytest.mark.equation("eq:through-time", by="autograd through the steps")
def test_the_product_of_jacobians(agree):
    """The latest on the left, for a layer of three numbers."""
    W, start = samples(3, 3), samples(3, seed=1)

    def last(h, steps=5):
        for _ in range(steps):
            h = torch.tanh(W @ h)
        return h

    factors = torch.eye(3, **F64)
    h = start
    for _ in range(5):
        h = torch.tanh(W @ h)
        factors = torch.diag(1 - h**2) @ W @ factors
    oracle = torch.autograd.functional.jacobian(last, start)
    against = "torch.autograd"
    agree(RNN, factors, oracle, 1e-12, atol=1e-14, against=against)


def test_slopes_through_time(agree):
    heads, *rows = out_of("through-time").splitlines()
    assert heads == "  w 10 steps 50 steps 50, tanh"
    for row in rows:
        w, *linear, curved = (float(n) for n in row.split())
        powers = [w**steps for steps in (10, 50)]
        agree(RNN, linear, powers, 6e-3, against="powers of w")
        h, slope = 0.5, 1.0
        for _ in range(50):
            h = math.tanh(w * h)
            slope *= w * (1 - h * h)
        agree(RNN, curved, slope, 6e-3, against="the product of slopes")
        assert curved < 0.05  # “vanishes for all”


def test_what_is_left_of_the_first_input(agree):
    for line in out_of("forgets").splitlines()[1:]:
        length, recurrent, attention = (float(n) for n in line.split())
        h = math.tanh(1)
        for _ in range(int(length) - 1):
            h = math.tanh(0.9 * h)
        agree(AGAINST_RNN, recurrent, 2 * h, 0, atol=6e-6, against="by math.tanh")
        share = math.exp(20) / (math.exp(20) + length - 1)
        agree(AGAINST_RNN, attention, 2 * share, 0, atol=6e-6, against="the softmax")


# --- graphs and cheaper variants ------------------------------------------------------


def test_attention_along_edges_is_attention_under_a_mask(agree):
    """Zero off the edges; on a complete graph, self-attention."""
    names = run("graph")
    edges, x = names["edges"], names["x"]
    assert torch.equal(edges, edges.T)
    for line, may in zip(out_of("graph").splitlines(), edges, strict=True):
        assert [cell != "." for cell in line.split()] == may.tolist()
    x = x.double()
    for i in range(5):
        near = x[edges[i]]
        oracle = torch.softmax(near @ x[i] / 2, 0)
        found = names["weights"][i][edges[i]]
        agree(GRAPH, found, oracle, 1e-6, against="a loop over nodes")
    layer = nn.MultiheadAttention(4, 2, batch_first=True).double()
    complete = torch.ones(5, 5, dtype=torch.bool)
    masked = layer(x[None], x[None], x[None], attn_mask=~complete)[0]
    plain = layer(x[None], x[None], x[None])[0]
    agree(GRAPH, masked, plain, 1e-12, atol=1e-14, against="self-attention")


@pytest.mark.equation("eq:graph-attention", by="its sums, one edge after the other")
def test_graph_attention(agree):
    layer = nn.GraphAttention(3, 2).double()
    x, W, a = samples(4, 3), layer.weight.detach(), layer.attention[0].detach()
    edges = torch.tensor([[1, 1, 0, 0], [1, 1, 1, 1], [0, 1, 0, 0], [0, 0, 0, 1]]) > 0
    y = layer(x, edges)
    for i in range(4):
        e = {}
        for j in range(4):
            if edges[i, j]:
                u = float(a @ torch.cat([W @ x[i], W @ x[j]]))
                e[j] = math.exp(u if u > 0 else 0.2 * u)
        total = sum(e.values())
        oracle = sum(share / total * (W @ x[j]) for j, share in e.items())
        against = printed_equation(12)
        agree(GRAPH, y[i], oracle, 1e-12, atol=1e-14, against=against)


def test_scores_of_the_patterns():
    """As the figure's alternative text says, counted by loops."""
    n = 24
    near = {(i, j) for i, j in product(range(n), range(n)) if abs(i - j) <= 2}
    every = {(i, j) for i, j in product(range(n), range(n)) if (i - j) % 8 == 0}
    ends = {(i, j) for i, j in product(range(n), range(n)) if min(i, j) < 2}
    masks = dict(defined_in("patterns", before="def draw")["masks"]())
    found = {name: int(mask.sum()) for name, mask in masks.items()}
    oracle = [n * n, len(near), len(near | every), len(near | ends)]
    assert [*found.values()] == oracle == [576, 114, 162, 196]


@pytest.mark.equation("eq:linear-attention", by="both sides, and the loop over j")
def test_brackets_may_move(agree):
    names = run("linear")
    Q, K, V = (names[n][:20] for n in "QKV")
    found = (Q @ (K.T @ V)) / (Q @ K.sum(0))[:, None]
    for i in range(20):
        shares = [float(Q[i] @ K[j]) for j in range(20)]
        oracle = sum(s / sum(shares) * V[j] for j, s in enumerate(shares))
        against = printed_equation(13)
        agree("efficient-attention-survey", found[i], oracle, 1e-12, against=against)
    softmax = scaled_dot_product_attention(names["Q"], names["K"], names["V"])
    assert (softmax - names["quick"]).abs().max() > 0.01  # other numbers
    T, E = 1000, 16
    assert f"{2 * T * T * E:,} or {2 * T * E * E:,}" in out_of("linear")


def test_causal_linear_attention_is_recurrent():
    assert "step by step the same: True" in out_of("exercise-causal")


# --- what the page says ---------------------------------------------------------------


def test_mistake_29_permuting_the_batch_permutes_the_outputs(agree):
    """Positions and attention along the wrong axis would show here."""
    x, order = samples(4, 5, 8), torch.tensor([2, 0, 3, 1])
    layer = nn.MultiheadAttention(8, 2, batch_first=True).double()
    for positions in (
        nn.SinusoidalPositionalEncoding(8).double(),
        nn.LearnedPositionalEncoding(8).double(),
        nn.RotaryPositionalEmbedding(8),
    ):

        def f(x, positions=positions):
            h = positions(x)
            return layer(h, h, h)[0]

        agree(POSITIONS, f(x[order]), f(x)[order], 1e-12, atol=1e-14, against="order")


def test_mistake_28_odd_sizes_and_lengths_beyond_the_table():
    assert nn.sinusoidal_positions(3, 5).shape == (3, 5)
    with pytest.raises(ValueError, match="in pairs, got dim=5"):
        nn.RotaryPositionalEmbedding(5)
    for layer in (
        nn.SinusoidalPositionalEncoding(4, max_len=3),
        nn.LearnedPositionalEncoding(4, max_len=3),
        nn.RotaryPositionalEmbedding(4, max_len=3),
    ):
        with pytest.raises(ValueError, match="position 3 is beyond max_len=3"):
            layer(torch.zeros(1, 4, 4))


def test_mistake_26_changing_a_later_one_leaves_those_before():
    """With causal heads, and with a reach of nothing ahead: bit for bit."""
    layer = nn.MultiheadAttention(6, 2, batch_first=True).double()
    x = samples(1, 6, 6)

    def causal(x):
        return layer(x, x, x, is_causal=True)[0]

    def past(x):
        return nn.truncated_self_attention(x, x, x, 2, 0)

    for f, j in product((causal, past), range(6)):
        moved = x.clone()
        moved[:, j] += 1
        assert torch.equal(f(moved)[:, :j], f(x)[:, :j])
        assert not torch.equal(f(moved)[:, j], f(x)[:, j])


def test_bad_input_of_what_is_shown_is_refused():
    with pytest.raises(ValueError, match="num_heads must divide embed_dim"):
        nn.MultiheadAttention(6, 4)
    with pytest.raises(ValueError, match="a reach is 0 or more"):
        nn.band_mask(3, -1, 0)
    with pytest.raises(ValueError, match="groups=2"):
        nn.conv_as_attention(torch.nn.Conv2d(2, 2, 3, groups=2))
    with pytest.raises(TypeError, match="edges must be boolean"):
        nn.GraphAttention(3, 2)(torch.ones(2, 3), torch.ones(2, 2))
    with pytest.raises(ValueError, match="2T - 1"):
        nn.relative_shift(torch.ones(3, 3))
