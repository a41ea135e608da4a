"""What sequences/self-attention derives, prints and runs."""

import json
import math
from itertools import product
from pathlib import Path

import numpy as np
import pytest
import torch
from helpers.programs import Programs
from torch.nn import functional

from chainrule import nn as torch_nn
from chainrule.scratch import nn
from chainrule.scratch.nn import softmax

PROGRAMS = Programs("sequences/self-attention")
ALL, DOT, ADDITIVE = (
    "self-attention-overview",
    "dot-product-attention",
    "additive-attention",
)
SCORES, SUM = "attention-scores-softmax", "attention-weighted-sum"
MATRICES, OUTPUT = "qkv-matrices", "attention-matrix-and-output"
BENCH = Path(__file__).parents[2] / "bench" / "results" / "attention.json"
BY = r"\frac{\partial L}{\partial %s}"
TABLE = 1 / np.array([[2, 1, 1], [1, 2, 1]])  # anything


def samples(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape)


def printed_equation(number):
    return f"printed equation (37.{number})"


def layer_and_input(T=5, scale=None, seed=0):
    """d_in 3, d_k 4, d_v 2."""
    return nn.SelfAttention(3, 4, 2, scale, rng=0), samples(T, 3, seed=seed)


def inside(layer, x):
    """q, k, v, scores, weights by plain sums in torch, each a leaf of the next."""
    W = [torch.tensor(p) for p in layer.params]
    q, k, v = (torch.einsum("td,ed->te", torch.tensor(x), w) for w in W)
    scores = torch.einsum("ie,je->ij", q, k) * layer.scale
    powers = torch.exp(scores)
    return q, k, v, scores, powers / powers.sum(1, keepdim=True)


# --- by hand --------------------------------------------------------------------------


def test_by_hand(agree):
    """The printed steps against torch, and against the layer's first output."""
    found = PROGRAMS.run("by-hand")
    q, k, v = (torch.tensor(found[n]).double() for n in ("q", "keys", "values"))
    y = functional.scaled_dot_product_attention(q[None], k, v, scale=1.0)
    agree(SUM, found["weights"] @ found["values"], y[0], 1e-14, against="torch")
    numbers = PROGRAMS.numbers("by-hand")
    assert numbers[0] == [2, 1]
    assert [row[2] for row in numbers[1:5]] == [1, 3, 2, 3]
    weights = [row[3] for row in numbers[1:5]]
    assert weights == pytest.approx([0.054, 0.399, 0.147, 0.399])
    assert numbers[5] == pytest.approx([0.853, 1.892])
    assert PROGRAMS.numbers("outputs")[0] == numbers[5]


def test_the_two_saws_stay_equal():
    """In any number of layers, with dense ones between: without positions."""
    rows = PROGRAMS.numbers("outputs")
    assert rows[1] == rows[3] != rows[0]
    torch.manual_seed(0)
    x = torch.tensor([[1.0, 0], [1, 1], [0, 1], [1, 1]])
    for _ in range(4):
        x = x + torch.tanh(torch_nn.SelfAttention(2, 5, 2)(x))
    torch.testing.assert_close(x[1], x[3], rtol=0, atol=1e-6)
    assert (x[0] - x[1]).abs().max() > 1e-3


def test_every_output_depends_on_every_input(agree):
    """The Jacobian is dense, and the NumPy layer's backward is its rows."""
    layer, x = layer_and_input()

    def forward(x):
        W = [torch.tensor(p) for p in layer.params]
        return functional.scaled_dot_product_attention(*(x @ w.T for w in W))

    jacobian = torch.autograd.functional.jacobian(forward, torch.tensor(x))
    assert (jacobian.abs().amax((1, 3)) > 0).all()
    for i, c in product(range(5), range(2)):
        dy = np.zeros((5, 2))
        dy[i, c] = 1
        layer.forward(x)
        oracle = jacobian[i, c]
        agree(
            ALL, layer.backward(dy), oracle, 1e-12, atol=1e-15, against="torch.autograd"
        )


# --- scores ---------------------------------------------------------------------------


@pytest.mark.equation("eq:attention-query", by="sums over the entries of W")
def test_queries_and_keys(agree):
    layer, x = layer_and_input()
    q, k, *_ = inside(layer, x)
    for mine, W in ((q, layer.W_q), (k, layer.W_k)):
        oracle = [[sum(w * a for w, a in zip(r, t, strict=True)) for r in W] for t in x]
        agree(DOT, mine, oracle, 1e-13, atol=1e-15, against=printed_equation(1))


@pytest.mark.equation("eq:attention-dot", "eq:attention-scaled")
def test_the_dot_product(agree, equation):
    symbols = {"q_{ic}": "q[c]", "k_{jc}": "k[c]", "d_k": "d"}
    plain = equation("eq:attention-dot", r"\alpha_{ij}", symbols)
    scaled = equation("eq:attention-scaled", r"\alpha_{ij}", symbols)
    q, k = samples(3, 5), samples(4, 5, seed=1)
    ours = torch_nn.dot_score(torch.tensor(q), torch.tensor(k))
    _, weights = torch_nn.scaled_dot_product_attention(
        *(torch.tensor(a) for a in (q, k, k)), need_weights=True
    )
    for i, j in product(range(3), range(4)):
        printed = plain(q=q[i], k=k[j], d=5)
        agree(DOT, ours[i, j], printed, 1e-13, atol=1e-15, against=printed_equation(2))
    rows = [[scaled(q=q[i], k=k[j], d=5) for j in range(4)] for i in range(3)]
    oracle = torch.tensor(rows).softmax(1)
    agree(DOT, weights, oracle, 1e-13, against=printed_equation(4))


@pytest.mark.equation("eq:attention-variance")
def test_variance_of_a_dot_product(agree, equation):
    """Over all vectors of two values: no chance in it."""
    left = r"\operatorname{Var}(\mathbf q \cdot \mathbf k)"
    printed = equation("eq:attention-variance", left, {"d_k": "d"})
    for d in (1, 2, 5):
        vectors = torch.tensor([*product((-1.0, 1.0), repeat=d)])
        scores = torch_nn.dot_score(vectors, vectors)
        variance = scores.var(correction=0).item()
        agree(DOT, variance, printed(d=d), 1e-7, against=printed_equation(3))
        scaled = torch_nn.dot_score(vectors, vectors, d**-0.5)
        assert scaled.var(correction=0).item() == pytest.approx(1, rel=1e-6)


@pytest.mark.equation("eq:attention-additive")
def test_the_additive_score(agree, equation):
    symbols = {"w_h": "w[h]", "u_{ih}": "u[h]", "z_{jh}": "z[h]", "H": "H"}
    printed = equation("eq:attention-additive", r"\alpha_{ij}", symbols)
    score = torch_nn.AdditiveScore(3, 4, 6, dtype=torch.float64)
    q, k = torch.tensor(samples(2, 3)), torch.tensor(samples(5, 4, seed=1))
    found = score(q, k).detach()
    W_q, W_k, w = (p.detach().numpy() for p in score.parameters())
    for i, j in product(range(2), range(5)):
        oracle = printed(w=w, u=W_q @ q[i].numpy(), z=W_k @ k[j].numpy(), H=6)
        agree(
            ADDITIVE,
            found[i, j],
            oracle,
            1e-12,
            atol=1e-15,
            against=printed_equation(5),
        )


def test_what_the_scores_cost():
    dot, additive = PROGRAMS.numbers("scores")[1:]
    lines = PROGRAMS.out("scores").splitlines()
    assert "8,192 numbers learned, 64,000,000 products" in lines[1]
    assert "8,256 numbers learned, 64,000,000 tanh" in lines[2]
    assert len(dot) == len(additive) > 0
    assert 64 * 64 * 2 + 64 == 8256


@pytest.mark.equation("eq:attention-softmax")
def test_weights(agree, equation):
    symbols = {r"\alpha_{ij}": "one", r"\alpha_{il}": "row[l]", "T": "T"}
    printed = equation("eq:attention-softmax", r"\alpha'_{ij}", symbols)
    layer, x = layer_and_input()
    *_, scores, weights = inside(layer, x)
    A = scores.numpy()
    oracle = [[printed(one=A[i, j], row=A[i], T=5) for j in range(5)] for i in range(5)]
    agree(SCORES, softmax(A), oracle, 1e-13, against=printed_equation(6))
    agree(SCORES, weights, oracle, 1e-13, against=printed_equation(6))
    q, k, v, *_ = inside(layer, x)
    _, ours = torch_nn.scaled_dot_product_attention(q, k, v, need_weights=True)
    agree(SCORES, ours, oracle, 1e-12, against=printed_equation(6))
    agree(SCORES, ours.sum(-1), np.ones(5), 1e-14, against="one")
    assert np.abs(ours.sum(0).numpy() - 1).min() > 1e-3  # columns do not


def test_scores_that_move_together():
    """Softmax stays, ReLU does not; and with nothing relevant it gives zero."""
    lines = PROGRAMS.out("relu").splitlines()
    assert len({line.split("softmax")[1].split("ReLU")[0] for line in lines}) == 1
    assert lines[2].endswith("[0. 0. 0. 0.]")
    torch.manual_seed(0)
    layer = torch_nn.SelfAttention(3, 4, 2, activation="relu")
    x = torch.randn(5, 3)
    _, once = layer(x, need_weights=True)
    _, twice = layer(torch.cat([x, x]), need_weights=True)
    torch.testing.assert_close(twice.sum(-1)[:5], 2 * once.sum(-1))


def test_padding(agree):
    """Weights of hidden positions are 0, and the rest is the short sentence's."""
    out = PROGRAMS.out("masks")
    assert "hidden:   True" in out
    assert "forgotten: False" in out
    layer, x = torch_nn.SelfAttention(3, 4, 2, dtype=torch.float64), samples(3, 3)
    padded = torch.tensor(np.vstack([x, np.zeros((2, 3))]))
    real = torch.tensor([True] * 3 + [False] * 2)
    y, weights = layer(padded, real.expand(5, 5), need_weights=True)
    assert (weights[:, 3:] == 0).all()
    agree(ALL, y[:3], layer(torch.tensor(x)), 1e-13, against="without padding")


def test_a_query_that_sees_nothing():
    lines = PROGRAMS.out("nothing").splitlines()
    assert [("nan" in line) for line in lines] == [True, True, False, False]
    assert all("[0.0, 0.0, 0.0, 0.0]" in line for line in lines[2:])


# --- sum, matrices --------------------------------------------------------------------


@pytest.mark.equation("eq:attention-sum")
def test_the_weighted_sum(agree, equation):
    label = "eq:attention-sum"
    symbols = {"d": "d", "w_{cn}": "w[n]", "a_{jn}": "a[n]"}
    value = equation(label, "v_{jc}", symbols)
    symbols = {"T": "T", r"\alpha'_{ij}": "weight[j]", "v_{jc}": "v[j]"}
    output = equation(label, "b_{ic}", symbols)
    layer, x = layer_and_input()
    y, (*_, weights) = layer.forward(x), inside(layer, x)
    V = np.array([[value(d=3, w=w, a=a) for w in layer.W_v] for a in x])
    for i, c in product(range(5), range(2)):
        oracle = output(T=5, weight=weights[i].numpy(), v=V[:, c])
        agree(SUM, y[i, c], oracle, 1e-12, atol=1e-15, against=printed_equation(7))


def test_equal_scores_give_the_mean_and_one_large_one_a_copy(agree):
    layer, x = layer_and_input()
    layer.W_q[...] = 0
    mean = (x @ layer.W_v.T).mean(axis=0)
    y = layer.forward(x)
    agree(SUM, y, np.tile(mean, (5, 1)), 1e-13, atol=1e-15, against="the mean")
    q, k, v = torch.tensor([[100.0]]), torch.tensor([[0.0], [1], [-1]]), torch.eye(3)
    copied = torch_nn.scaled_dot_product_attention(q, k, v)
    assert copied.tolist() == [pytest.approx([0, 1, 0], abs=1e-30)]


def test_outputs_lie_between_the_values():
    """In any direction no output lies beyond the farthest value."""
    layer, x = layer_and_input(9)
    y, v = layer.forward(x), x @ layer.W_v.T
    directions = samples(200, 2, seed=3)
    assert ((y @ directions.T).max(0) <= (v @ directions.T).max(0)).all()


@pytest.mark.equation("eq:attention-matrices", by="torch.nn.functional.linear")
def test_three_products(agree):
    layer, x = layer_and_input()
    parts = inside(layer, x)[:3]
    for mine, W in zip(parts, layer.params, strict=True):
        oracle = functional.linear(torch.tensor(x), torch.tensor(W))
        agree(MATRICES, mine, oracle, 1e-13, atol=1e-15, against=printed_equation(8))


def test_loop_and_matrices(agree):
    """One query after the other, as the program does it."""
    layer, x = layer_and_input(6)
    rows = []
    for a_i in x:
        q = layer.W_q @ a_i
        shares = softmax([q @ (layer.W_k @ a) / 2 for a in x])
        rows.append(sum(s * (layer.W_v @ a) for s, a in zip(shares, x, strict=True)))
    agree(MATRICES, layer.forward(x), np.array(rows), 1e-12, against="one by one")
    lines = PROGRAMS.out("parallel").splitlines()
    assert lines == [f"T = {T}: True, 78 numbers learned" for T in (3, 50)]


@pytest.mark.equation("eq:attention-parameters")
def test_what_is_learned(agree, equation):
    symbols = {r"d_{\mathrm{in}}": "d", "d_k": "k", "d_v": "v"}
    printed = equation("eq:attention-parameters", "P", symbols)
    for d, k, v in ((6, 4, 5), (3, 4, 2), (1, 1, 1)):
        ours, theirs = nn.SelfAttention(d, k, v), torch_nn.SelfAttention(d, k, v)
        count = sum(p.numel() for p in theirs.parameters())
        agree(MATRICES, count, printed(d=d, k=k, v=v), 0, against=printed_equation(9))
        assert sum(p.size for p in ours.params) == count


@pytest.mark.equation("eq:attention-output", by="torch's kernel and plain sums")
def test_one_formula(agree):
    layer, x = layer_and_input()
    q, k, v, _, weights = inside(layer, x)
    oracle, against = torch.einsum("ij,jc->ic", weights, v), printed_equation(10)
    agree(OUTPUT, layer.forward(x), oracle, 1e-12, atol=1e-15, against=against)
    kernel = functional.scaled_dot_product_attention(q, k, v)
    agree(OUTPUT, layer.forward(x), kernel, 1e-12, atol=1e-15, against="torch's kernel")
    ours, _ = torch_nn.scaled_dot_product_attention(q, k, v, need_weights=True)
    agree(OUTPUT, ours, oracle, 1e-12, atol=1e-15, against=against)


@pytest.mark.equation("eq:attention-columns", by="torch's kernel, transposed")
def test_rows_and_columns(agree):
    """The notes' form without the root; a softmax over rows would be another."""
    found = PROGRAMS.run("columns")
    Q, K, V = (torch.tensor(found[name].T.copy()) for name in "QKV")
    oracle = functional.scaled_dot_product_attention(Q, K, V, scale=1.0)
    agree(OUTPUT, found["O"], oracle.T, 1e-11, atol=1e-14, against="torch's kernel")
    agree(OUTPUT, found["shares"].sum(axis=0), np.ones(5), 1e-14, against="one")
    ours = torch_nn.scaled_dot_product_attention(Q, K, V, scale=1.0)
    agree(OUTPUT, ours.T, found["O"], 1e-11, atol=1e-14, against=printed_equation(11))
    assert np.abs(found["wrong"] - found["O"]).max() > 0.1


def test_without_the_root_it_is_the_same_layer_with_other_weights(agree):
    layer, x = layer_and_input()
    plain, _ = layer_and_input(scale=1)
    plain.W_q[...] = layer.W_q / 2  # √4
    against = "the scaled layer"
    agree(OUTPUT, plain.forward(x), layer.forward(x), 1e-12, against=against)


# --- the way back ---------------------------------------------------------------------


def backward_parts(scale=None):
    """G, q, k, v, weights, and torch's gradients by v, scores, q, k."""
    layer, x = layer_and_input(scale=scale)
    q, k, v, *_ = (part.requires_grad_() for part in inside(layer, x)[:3])
    scores = q @ k.T * layer.scale
    weights = scores.softmax(1)
    G = torch.tensor(samples(5, 2, seed=2))
    grads = torch.autograd.grad(weights @ v, [v, scores, q, k], G)
    return layer, x, G, [a.detach() for a in (q, k, v, weights)], grads


@pytest.mark.equation("eq:attention-backward-values", by="torch.autograd")
def test_gradient_of_the_values(agree):
    *_, G, (_, _, _, weights), (dv, *_) = backward_parts()
    found = [[(weights[:, j] * G[:, c]).sum() for c in range(2)] for j in range(5)]
    agree(OUTPUT, found, dv, 1e-12, atol=1e-15, against=printed_equation(12))


@pytest.mark.equation("eq:attention-backward-scores")
def test_gradient_of_the_scores(agree, equation):
    symbols = {r"\alpha'_{ij}": "one", "g_{ij}": "g", "T": "T"}
    symbols |= {r"\alpha'_{il}": "row[l]", "g_{il}": "rows[l]"}
    left = BY % r"\alpha_{ij}"
    printed = equation("eq:attention-backward-scores", left, symbols)
    *_, G, (_, _, v, weights), (_, dscores, *_) = backward_parts()
    g, A = (G @ v.T).numpy(), weights.numpy()
    for i, j in product(range(5), range(5)):
        known = {"one": A[i, j], "row": A[i], "g": g[i, j], "rows": g[i], "T": 5}
        against = printed_equation(13)
        oracle = dscores[i, j]
        agree(OUTPUT, printed(**known), oracle, 1e-11, atol=1e-15, against=against)
    assert dscores.sum(1).abs().max() < 1e-14


@pytest.mark.equation("eq:attention-backward-keys", by="torch.autograd")
@pytest.mark.equation("eq:attention-backward-input", by="torch.autograd")
def test_gradient_of_queries_keys_weights_and_input(agree):
    layer, x, G, (q, k, *_), (dv, dscores, dq, dk) = backward_parts()
    D = dscores
    agree(OUTPUT, D @ k / 2, dq, 1e-12, atol=1e-15, against=printed_equation(14))
    agree(OUTPUT, D.T @ q / 2, dk, 1e-12, atol=1e-15, against=printed_equation(14))
    layer.forward(x)
    dx = layer.backward(G.numpy())
    X, (W_q, W_k, W_v) = torch.tensor(x), (torch.tensor(p) for p in layer.params)
    against = printed_equation(15)
    for mine, d in zip(layer.grads, (dq, dk, dv), strict=True):
        agree(OUTPUT, mine, d.T @ X, 1e-11, atol=1e-15, against=against)
    oracle = dq @ W_q + dk @ W_k + dv @ W_v
    agree(OUTPUT, dx, oracle, 1e-11, atol=1e-15, against=against)


def test_the_printed_way_back():
    out = PROGRAMS.out("backward")
    assert out.count("as torch: True") == 3
    *scores, first, second = PROGRAMS.numbers("backward")[0]
    assert scores == [0.008, 0.059, -0.125, 0.059]
    assert (first, second) == (-0.008, 0.125)
    assert abs(0.399 * 0.147 - 0.059) < 5e-4
    assert abs(0.147 * (0 - 0.853) + 0.125) < 5e-4


# --- order, looking up ----------------------------------------------------------------


@pytest.mark.equation("eq:attention-equivariance", by="all orders of four rows")
def test_permuted_rows(agree):
    layer, x = layer_and_input(4)
    y = layer.forward(x)
    for order in product(range(4), repeat=4):
        if len({*order}) == 4:
            found, oracle = layer.forward(x[list(order)]), y[list(order)]
            against = printed_equation(16)
            agree(MATRICES, found, oracle, 1e-12, atol=1e-15, against=against)


@pytest.mark.equation("eq:attention-window")
def test_the_best_a_window_can_do(equation, agree):
    """By counting pairs of places; every window that knows the rest guesses."""
    printed = equation("eq:attention-window", "p", {"w": "w", "T": "T"})
    for T, w in ((16, 2), (6, 1), (5, 4)):
        pairs = [(i, j) for i in range(T) for j in range(T) if i != j]
        near = np.mean([abs(i - j) <= w for i, j in pairs])
        found = (1 + near) / 2  # by counting
        agree(ALL, found, printed(w=w, T=T), 1e-14, against=printed_equation(17))
    assert printed(w=2, T=16) == pytest.approx(0.5 + 58 / 480)


@pytest.mark.equation("eq:attention-lookup", by="its right-hand side, met exactly")
def test_the_error_of_a_look():
    """Never beyond the bound; with all other labels opposite it is met."""
    layer = nn.SelfAttention(17, 16, 1, scale=1)
    layer.W_k[...], layer.W_v[...] = np.eye(16, 17), np.eye(17)[-1:]
    for beta, T in product((0.5, 2, 10), (4, 16)):
        layer.W_q[...] = beta * layer.W_k
        bound = 2 * (T - 2) / (2 * math.exp(beta) + T - 2)
        errors = []
        for others in product((-1, 1), repeat=min(T // 2 - 1, 4)):
            label = np.resize(others, T // 2 - 1)
            x = np.zeros((T, 17))
            x[range(T), [*range(T // 2)] * 2] = 1
            x[: T // 2, -1] = [1, *label]  # asked for: 1
            errors.append(abs(2 * layer.forward(x)[T // 2, 0] - 1))
        assert max(errors) == pytest.approx(bound, rel=1e-12)
    for *_, error, bound in PROGRAMS.numbers("constructed")[1:]:
        assert error <= bound


def test_the_majority_of_eight_labels():
    """0.637: over all labels, ties broken by a coin."""
    right = []
    for labels in product((-1, 1), repeat=8):
        total = sum(labels)
        right.append(0.5 if total == 0 else np.mean(np.sign(total) == labels))
    assert np.mean(right) == pytest.approx(0.637, abs=5e-4)


def test_the_sequences_of_the_task():
    """Each word twice, one label of two; the target is the other's label."""
    task = PROGRAMS.above("lookup", SEEDS=2)
    x, target, asked = task["sequences"](3, 16, torch.Generator().manual_seed(0))
    assert x.shape == (2, 3, 16, 17)
    words = x[..., :16].argmax(-1)
    for s, n in product(range(2), range(3)):
        assert sorted(words[s, n].bincount(minlength=16).tolist()) == [0] * 8 + [2] * 8
        assert asked[s, n].sum() == 8
        for i in range(16):
            (j,) = (j for j in range(16) if j != i and words[s, n, i] == words[s, n, j])
            assert asked[s, n, i] != asked[s, n, j]
            label = x[s, n, j if asked[s, n, i] else i, -1]
            assert target[s, n, i] == label != 0


def test_the_attention_that_is_trained(agree):
    task = PROGRAMS.above("lookup", SEEDS=1)
    ours = torch_nn.SelfAttention(17, 16, 4)
    W = torch.randn(1, 4)
    parameters = [p[None] for p in (*ours.parameters(), W)]
    x = torch.randn(1, 2, 16, 17)
    found = task["logits"]("attention", parameters, x)[0]
    against = "chainrule.nn.SelfAttention"
    agree(ALL, ours(x[0]) @ W[0], found, 1e-4, atol=1e-5, against=against)
    window = [(torch.randn(1, *s), torch.randn(1, s[0])) for s in [(64, 85), (1, 64)]]
    flat = [p for pair in window for p in pair]
    y = task["logits"]("window", flat, x)
    other = x.clone()
    other[:, :, 0] += 1
    changed = (task["logits"]("window", flat, other) - y).abs()[0, 0] > 0
    assert changed.tolist() == [True] * 3 + [False] * 13


# --- cost -----------------------------------------------------------------------------


@pytest.mark.equation("eq:attention-cost")
def test_products_counted(equation, agree):
    symbols = {"T": "T", "d_k": "k", "d_v": "v", r"d_{\mathrm{in}}": "d"}
    printed = equation("eq:attention-cost", "C", symbols)
    from torch.utils.flop_counter import FlopCounterMode

    for T, d, k, v in ((7, 6, 4, 5), (50, 8, 8, 8)):
        layer = torch_nn.SelfAttention(d, k, v)
        with FlopCounterMode(display=False) as counter, torch.no_grad():
            layer(torch.randn(T, d), need_weights=True)
        count = counter.get_total_flops() / 2
        oracle = printed(T=T, k=k, v=v, d=d)
        agree(OUTPUT, count, oracle, 0, against=printed_equation(19))


def test_the_page_says_what_the_benchmark_found():
    rows = {row["length"]: row for row in json.loads(BENCH.read_text("utf-8"))["rows"]}
    assert min(row["speed"] for row in rows.values()) > 0.97
    for T in (1024, 2048, 4096):
        assert rows[T]["ms"]["formula"] > 1.7 * rows[T]["ms"]["ours"]
    longest = rows[4096]["ms"]
    assert longest["is_causal"] < 0.75 * longest["ours"] < longest["mask"]
    kept = {T: row["kept"] for T, row in rows.items()}
    assert kept[4096]["ours"] == 2 * kept[2048]["ours"]
    assert 3.5 < kept[4096]["formula"] / kept[2048]["formula"] <= 4


def test_exercises():
    rows = PROGRAMS.numbers("exercise-maximum")
    for _, found, least in rows:
        assert least <= found <= 7
    rows = PROGRAMS.out("exercise-cost").splitlines()[1:]
    products, attention, dense = zip(
        *(map(float, row.split()[1:]) for row in rows), strict=True
    )
    assert products[1] == attention[1]
    assert attention[0] < products[0]
    assert attention[2] > products[2]
    assert min(d / a for d, a in zip(dense, attention, strict=True)) > 200
