"""What sequences/transformer-encoder teaches, compared with something independent."""

import math
import re
from itertools import product

import numpy as np
import pytest
import torch
from helpers.programs import Programs
from helpers.transformers import F64, batch, both, transformer

from chainrule import nn
from chainrule.models import Transformer

PROGRAMS = Programs("sequences/transformer-encoder")
SEQ, STACK, BLOCK = "seq2seq-model", "transformer-encoder", "encoder-block"
RESIDUAL, NORM = "residual-connection", "transformer-layer-norm"
NAME = "TransformerEncoderLayer"


def samples(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape)


# --- sequence to sequence -------------------------------------------------------------


@pytest.mark.equation("eq:output-length", by="all ways to draw, one by one")
def test_length_of_an_output(agree):
    names = PROGRAMS.run("lengths")
    end = names["end"]
    found = np.zeros(len(end))
    for draws in product((0, 1), repeat=len(end)):  # 1: END is drawn here
        chance = np.prod(
            [p if one else 1 - p for p, one in zip(end, draws, strict=True)]
        )
        found[draws.index(1) if 1 in draws else -1] += chance
    agree(SEQ, names["chance"], found, 1e-14, against="all ways to draw, one by one")
    assert "2       0.6   0.540" in PROGRAMS.out("lengths")


def test_shapes_of_the_two_halves():
    model = transformer()
    for length, target in ((7, 1), (2, 5), (1, 1)):
        src, tgt = torch.ones(3, length).long(), torch.ones(3, target).long()
        assert model.encode(src).shape == (3, length, 16)
        assert model(src, tgt).shape == (3, target, 11)


# --- the stack ------------------------------------------------------------------------


def stack(num_layers=3, **options):
    layer, _ = both(NAME, 8, 2, batch_first=True, **options)
    return nn.TransformerEncoder(layer, num_layers)


def test_mistake_26_every_output_sees_every_input():
    x = torch.randn(1, 4, 8, **F64)
    jacobian = torch.autograd.functional.jacobian(stack(1), x)
    assert (jacobian.abs().amax((0, 2, 3, 5)) > 0).all()


def test_mistake_29_the_batch_is_no_axis_of_attention(agree):
    """Sentences shuffled: outputs shuffled. Without batch_first they would mix."""
    x, order = torch.randn(3, 5, 8, **F64), [2, 0, 1]
    encoder = stack()
    y = encoder(x)
    agree(STACK, encoder(x[order]), y[order], 1e-12, atol=1e-13, against="a shuffle")
    alone = torch.cat([encoder(part) for part in x.split(1)])
    agree(STACK, y, alone, 1e-12, atol=1e-13, against="one sentence at a time")
    forgotten = nn.TransformerEncoder(both(NAME, 8, 2)[0], 1)
    changed = x.clone()
    changed[2] += 1
    moved = (forgotten(changed) - forgotten(x)).abs().amax((1, 2))
    assert (moved > 1e-6).all()


def test_without_positions_a_bag_of_words(agree):
    x, order = torch.randn(2, 5, 8, **F64), [4, 2, 0, 1, 3]
    encoder = stack(norm_first=True)
    y = encoder(x)[:, order]
    agree(STACK, encoder(x[:, order]), y, 1e-12, atol=1e-13, against="a shuffle")


def test_mistake_34_one_sample_of_one_token():
    for shape in ((1, 1, 8), (1, 4, 8), (4, 1, 8)):
        assert stack()(torch.randn(shape, **F64)).shape == shape


# --- the block ------------------------------------------------------------------------


def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(-1, keepdims=True)
    return (x - mean) / np.sqrt(x.var(-1, keepdims=True) + eps) * weight + bias


def attention(x, numbers, heads):
    """One sentence (T, d): head by head, token by token."""
    d = x.shape[1]
    weight, bias = (
        numbers["self_attn.in_proj_weight"],
        numbers["self_attn.in_proj_bias"],
    )
    q, k, v = (x @ weight[i : i + d].T + bias[i : i + d] for i in (0, d, 2 * d))
    y, size = np.zeros_like(x), d // heads
    for head in range(heads):
        own = slice(head * size, (head + 1) * size)
        for t in range(len(x)):
            scores = np.exp(k[:, own] @ q[t, own] / math.sqrt(size))
            y[t, own] = scores / scores.sum() @ v[:, own]
    out = numbers["self_attn.out_proj.weight"], numbers["self_attn.out_proj.bias"]
    return y @ out[0].T + out[1]


def block_of_numpy(x, numbers, heads, pre):
    """As the equations are printed, with the numbers of a state_dict."""

    def norm(k, x):
        return layer_norm(x, numbers[f"norm{k}.weight"], numbers[f"norm{k}.bias"])

    def network(x):
        hidden = x @ numbers["linear1.weight"].T + numbers["linear1.bias"]
        return (
            np.maximum(0, hidden) @ numbers["linear2.weight"].T
            + numbers["linear2.bias"]
        )

    if pre:
        y = x + attention(norm(1, x), numbers, heads)
        return y + network(norm(2, y))
    y = norm(1, x + attention(x, numbers, heads))
    return norm(2, y + network(y))


@pytest.mark.equation(
    "eq:post-norm", "eq:pre-norm", "eq:feed-forward", by="NumPy, token by token"
)
@pytest.mark.parametrize("pre", [False, True])
def test_a_block_in_numpy(agree, pre):
    layer, _ = both(NAME, 6, 3, batch_first=True, norm_first=pre)
    numbers = {name: p.numpy() for name, p in layer.state_dict().items()}
    x = batch(2, 5, 6, True).detach()
    oracle = np.stack([block_of_numpy(a.numpy(), numbers, 3, pre) for a in x])
    agree(BLOCK, layer(x), oracle, 1e-11, atol=1e-13, against="NumPy, token by token")


@pytest.mark.parametrize("pre", [False, True])
def test_a_stack_in_numpy(agree, pre):
    """Block by block, each with its own numbers; the norm comes last."""
    encoder = nn.TransformerEncoder(stack(3, norm_first=pre).layers[0], 3, None)
    encoder.norm = nn.LayerNorm(8, dtype=torch.float64) if pre else None
    torch.manual_seed(1)
    with torch.no_grad():
        for parameter in encoder.parameters():
            parameter.add_(torch.randn_like(parameter), alpha=0.2)
    x = torch.randn(1, 4, 8, **F64)
    oracle = x[0].numpy()
    for layer in encoder.layers:
        numbers = {name: p.numpy() for name, p in layer.state_dict().items()}
        oracle = block_of_numpy(oracle, numbers, 2, pre)
    if pre:
        last = encoder.norm.state_dict()
        oracle = layer_norm(oracle, last["weight"].numpy(), last["bias"].numpy())
    against = "NumPy, block by block"
    agree(STACK, encoder(x)[0], oracle, 1e-11, atol=1e-12, against=against)


def test_the_block_by_hand(agree):
    """The numbers of the text, and those printed, from the formula."""
    s = np.array([[7.0, 1, -1, -7], [1, 7, -7, -1]])
    y = s / math.sqrt(25 + 1e-5)
    f = np.maximum(y, 0)
    last = y + f
    z = layer_norm(last, 1, 0)
    rows = [row[-4:] for row in PROGRAMS.numbers("by-hand")]
    x = s - [2, 2, -2, -2]
    steps = x, [[2, 2, -2, -2]] * 2, s, y, f, last, z
    agree(BLOCK, rows, np.concatenate(steps), 0, atol=0.0051, against="on paper")
    agree(
        BLOCK, PROGRAMS.run("by-hand")["z"][0], z, 1e-5, atol=1e-6, against="on paper"
    )
    assert last[0].var() == pytest.approx(2.34, abs=1e-5)
    assert z[0, 0] == pytest.approx(1.57, abs=0.005)


def test_the_network_is_two_convolutions(agree):
    """Another kernel size would mix places."""
    names = PROGRAMS.run("pointwise")
    found = names["block"].fed_forward(names["x"])
    against = "torch.nn.Conv1d, kernel size 1"
    agree(BLOCK, found, names["y"], 1e-12, atol=1e-13, against=against)


@pytest.mark.equation("eq:block-count")
def test_parameters_of_a_block(agree, equation):
    printed = equation("eq:block-count", "c", {"d": "d", "f": "f"})
    for d, heads, f in ((8, 2, 5), (8, 4, 32), (512, 8, 2048), (7, 1, 28)):
        with torch.device("meta"):
            theirs = torch.nn.TransformerEncoderLayer(d, heads, f)
            ours = nn.TransformerEncoderLayer(d, heads, f)
        found = [sum(p.numel() for p in part.parameters()) for part in (ours, theirs)]
        agree(
            BLOCK, found, [printed(d=d, f=f)] * 2, 0, against="printed equation (39.4)"
        )
        if f == 4 * d:
            assert found[0] == 12 * d**2 + 13 * d


def test_counts_of_the_base_model():
    """torch.nn.Transformer has a norm more behind each stack, and no table."""
    names = PROGRAMS.run("counting")
    for model, sizes in ((names["base"], (512, 8)), (names["big"], (1024, 16))):
        with torch.device("meta"):
            options = {"dim_feedforward": 4 * sizes[0], "batch_first": True}
            theirs = torch.nn.Transformer(*sizes, **options)
        others = names["count"](theirs) - 2 * 2 * sizes[0]
        assert names["count"](model) == others + 37_000 * sizes[0]
    assert names["count"](names["base"]) == 63_082_496
    assert 0.96 < names["count"](names["base"]) / 65e6 < 0.98
    assert 1.004 < names["count"](names["big"]) / 213e6 < 1.007
    stacks = names["whole"] - names["base"].embedding.numel()
    fits = [(64.5e6 - stacks) / 512, (65.5e6 - stacks) / 512]
    big = names["count"](names["big"]) - 37_000 * 1024
    others = [(212.5e6 - big) / 1024, (213.5e6 - big) / 1024]
    assert others[1] < fits[0]  # no size of the table gives both numbers


# --- one table ------------------------------------------------------------------------


@pytest.mark.equation("eq:first-loss", by="its moments, and a large sample")
def test_first_loss_of_normal_scores():
    z = np.linspace(-12, 12, 100_001)
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    mean = np.trapezoid(np.exp(z) * density, z)
    assert math.log(mean) == pytest.approx(0.5, abs=1e-9)
    scores = samples(500, 1000)
    losses = np.log(np.exp(scores).sum(1)) - scores[:, 0]
    assert losses.mean() == pytest.approx(math.log(1000) + 0.5, abs=0.1)


def test_mistake_30_one_table_with_two_jobs(agree):
    """The first way of the study is the model as it is."""
    names = PROGRAMS.above("tied", "print(", SEEDS=1)
    with torch.no_grad():
        size, loss, read = names["run"](64**-0.5, 8.0, 3)
        torch.manual_seed(3)
        model = Transformer(1000, 64, 4, dim_feedforward=256, **names["SIZES"])
        src, tgt, asked = torch.randint(1, 1000, (3, 8, 16))
        scores = model(src, tgt).flatten(0, 1)
    oracle = (scores.logsumexp(1) - scores[range(128), asked.flatten()]).mean()
    agree(SEQ, loss, oracle, 1e-5, against="log-sum-exp of the model as it is")
    own = scores[range(128), tgt.flatten()].mean()
    agree(SEQ, read, own, 1e-5, against="log-sum-exp of the model as it is")
    rms = model.embedding.square().mean().sqrt() * 8 / 0.5**0.5
    agree(SEQ, size, rms, 1e-5, against="log-sum-exp of the model as it is")
    tables = [p for p in model.parameters() if p.shape[0] == 1000]
    assert len(tables) == 1
    assert tables[0].std().item() == pytest.approx(1 / 8, rel=0.02)
    start = scores.std().item(), loss - math.log(1000)
    assert start == pytest.approx((1, 0.5), abs=0.35)
    positions = model.positions.table[:512].square().mean()
    assert positions.item() == pytest.approx(0.5, abs=1e-6)


# --- residual connection --------------------------------------------------------------


@pytest.mark.equation("eq:residual-sum", by="parts that are zero")
def test_zero_parts_leave_the_input():
    layer, _ = both(NAME, 8, 2, batch_first=True, norm_first=True)
    for part in (layer.self_attn.out_proj, layer.linear2):
        torch.nn.init.zeros_(part.weight)
        torch.nn.init.zeros_(part.bias)
    x = batch(2, 3, 8, True)
    assert torch.equal(layer(x), x)


@pytest.mark.equation("eq:residual-jacobian", by="W2 diag(ReLU') W1 beside autograd")
def test_the_identity_in_the_jacobian(agree):
    layer, _ = both(NAME, 5, 1, batch_first=True)
    x = torch.randn(5, **F64)
    found = torch.autograd.functional.jacobian(lambda x: x + layer.fed_forward(x), x)
    on = (layer.linear1(x) > 0).double()
    inner = layer.linear2.weight @ (on[:, None] * layer.linear1.weight)
    against = "I + W2 diag(ReLU') W1"
    agree(RESIDUAL, found, torch.eye(5) + inner, 1e-12, atol=1e-13, against=against)


@pytest.mark.equation("eq:residual-product", by="the stack's Jacobian, by autograd")
def test_product_of_jacobians(agree):
    """Pre-norm blocks of one token: the stream from end to end."""
    torch.manual_seed(0)
    blocks = [both(NAME, 4, 2, batch_first=True, norm_first=True)[0] for _ in range(3)]
    for block in blocks:
        for parameter in block.parameters():
            parameter.data += 0.3 * torch.randn_like(parameter)
    x = torch.randn(1, 1, 4, **F64)

    def way(x):
        for block in blocks:
            x = block(x)
        return x

    jacobian = torch.autograd.functional.jacobian
    whole = jacobian(way, x).reshape(4, 4)
    eye, result, at = torch.eye(4, **F64), torch.eye(4, **F64), x
    for block in blocks:
        parts = (
            lambda x, block=block: block.attended(block.norm1(x), {}),
            lambda x, block=block: block.fed_forward(block.norm2(x)),
        )
        for part in parts:
            result = (eye + jacobian(part, at).reshape(4, 4)) @ result
            at = at + part(at)
    against = "product of I + J, part by part"
    agree(RESIDUAL, whole, result, 1e-11, atol=1e-12, against=against)


def test_the_matrix_that_is_printed():
    W = np.array([[0.5, 0.2], [0, 0.1]])
    lines = PROGRAMS.out("jacobian").splitlines()
    for k, blocks in enumerate((1, 2, 12)):
        for j, base in enumerate((W, np.eye(2) + W)):
            oracle = np.linalg.matrix_power(base, blocks)
            rows = lines[2 * k + j].split("|")[1:]
            found = np.array([[float(a) for a in row.split()] for row in rows])
            np.testing.assert_allclose(found, oracle, rtol=5e-3, atol=1e-15)


@pytest.mark.parametrize("pre", [False, True])
def test_the_study_of_depth_stacks_torchs_blocks(agree, pre):
    names = PROGRAMS.above("depth", "torch.set_num", SEEDS=1)
    found = names["run"]("pre" if pre else "post", 3, 7)
    torch.manual_seed(7)
    layers = [
        torch.nn.TransformerEncoderLayer(
            32, 4, 128, 0.0, batch_first=True, norm_first=pre
        )
        for _ in range(3)
    ]
    x, t = torch.randn(8, 8, 32), torch.randint(10, (64,))
    for layer in layers:
        for parameter in layer.parameters():
            if parameter.dim() > 1:
                torch.nn.init.xavier_uniform_(parameter)
        x = layer(x)
    x = torch.nn.LayerNorm(32)(x) if pre else x
    spread = x.var(1, correction=0).mean() / x.square().mean()
    scores = (x @ torch.randn(32, 10) / 32**0.5).flatten(0, 1)
    (-scores.log_softmax(1)[range(64), t].mean()).backward()
    norms = [layers[k].linear2.weight.grad.square().sum().sqrt() for k in (0, -1)]
    oracle = torch.stack([*norms, spread.sqrt()])
    against = "torch.nn.TransformerEncoderLayer"
    agree(RESIDUAL, torch.tensor(found), oracle, 1e-3, against=against)


def test_the_other_arrangements_of_the_study():
    steps = PROGRAMS.above("depth", "torch.set_num")["STEPS"]
    found = {
        name: step(3, lambda x: 2 * x, lambda x: x + 100)
        for name, step in steps.items()
    }
    wanted = {"plain": 6, "norm": 106, "residual": 9, "post": 109, "pre": 209}
    assert found == wanted


# --- layer normalization --------------------------------------------------------------


@pytest.mark.equation("eq:token-norm")
def test_norm_of_a_token(agree, equation):
    mean = equation("eq:token-norm", r"\mu_t", {"d": "n", "x_{tj}": "x[j]"})
    symbols = {"d": "n", "x_{tj}": "x[j]", r"\mu_t": "mean"}
    variance = equation("eq:token-norm", r"\sigma_t^2", symbols)
    symbols = {"x_{tj}": "x", r"\mu_t": "mean", r"\sigma_t^2": "v", r"\epsilon": "eps"}
    hat = equation("eq:token-norm", r"\hat x_{tj}", symbols)
    x = samples(2, 3, 5)
    found = nn.LayerNorm(5, eps=0.1, dtype=torch.float64)(torch.tensor(x))
    for n, t in product(range(2), range(3)):
        own = x[n, t]
        m = mean(n=5, x=own)
        v = variance(n=5, x=own, mean=m)
        oracle = hat(x=own, mean=m, v=v, eps=0.1)
        agree(
            NORM,
            found[n, t],
            oracle,
            1e-13,
            atol=1e-15,
            against="printed equation (39.9)",
        )


def test_only_batch_normalization_sees_the_others():
    lines = PROGRAMS.out("axes").splitlines()
    assert lines[0] == lines[1] != lines[2]
    assert lines[2] != lines[3]


@pytest.mark.parametrize("pre", [False, True])
def test_order_of_the_norms_is_torchs(agree, pre):
    ours, theirs = both(NAME, 8, 2, batch_first=True, norm_first=pre)
    x = batch(2, 5, 8, True)
    against = f"torch.nn.{NAME}"
    agree(NORM, ours(x), theirs(x), 1e-12, atol=1e-12, against=against)
    other = nn.TransformerEncoderLayer(
        8, 2, 24, 0.0, batch_first=True, norm_first=not pre, **F64
    )
    other.load_state_dict(ours.state_dict())
    assert (other(x) - ours(x)).abs().max() > 0.1


# --- sorting --------------------------------------------------------------------------


def test_what_a_place_can_know_alone(agree):
    """By how many of the other five digits are smaller, equal and larger."""

    def chance(own, place, wanted):
        """P(this is the digit at that place | own digit), counted."""
        total = 0.0
        below, at = wanted / 10, 1 / 10
        for less in range(6):
            for equal in range(6 - less):
                ways = math.comb(5, less) * math.comb(5 - less, equal)
                p = below**less * at**equal * (1 - below - at) ** (5 - less - equal)
                first = less + (own < wanted)
                last = first + equal + (own == wanted)
                total += ways * p * (first <= place < last)
        return total

    best = [
        max(chance(own, place, wanted) for wanted in range(10)) / 10
        for place in range(6)
        for own in range(10)
    ]
    share = PROGRAMS.run("alone")["share"]
    agree(STACK, share, sum(best) / 6, 1e-12, against="binomial coefficients")


def test_side_by_side_they_train_as_each_alone():
    """Three steps with torch's Adam, one network after the other."""
    small = {"SEEDS": 2, "STEPS": 3, "BATCH": 8}
    names = PROGRAMS.above("sorting", **small)
    kernel = names["sdpa_kernel"](names["SDPBackend"].MATH)
    with kernel:
        places, whole = names["train"]("post", 2, 0.01)
    torch.manual_seed(0)
    models = [names["Sorter"]("post") for _ in range(2)]
    optimizers = [torch.optim.Adam(m.parameters()) for m in models]
    for rate in (0.005, 0.01, 0.01):
        x = torch.randint(10, (2, 8, 6))
        for digits, model, optimizer in zip(x, models, optimizers, strict=True):
            optimizer.param_groups[0]["lr"] = rate
            scores = model(digits).flatten(0, 1)
            wanted = digits.sort().values.flatten()
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(scores, wanted).backward()
            optimizer.step()
    x = torch.randint(10, (2, 500, 6))
    right = torch.stack(
        [
            model(digits).argmax(-1) == digits.sort().values
            for model, digits in zip(models, x, strict=True)
        ]
    )
    assert places == pytest.approx(right.float().mean((1, 2)), abs=0.003)
    assert whole == pytest.approx(right.all(2).float().mean(1), abs=0.003)


def test_a_sorter_is_what_the_page_says():
    names = PROGRAMS.above("sorting")
    for norm in ("post", "pre"):
        model = names["Sorter"](norm)
        assert (model.encoder.norm is None) == (norm == "post")
        assert all(b.norm_first == (norm == "pre") for b in model.encoder.layers)
        first, second, *_ = model.encoder.layers
        assert not torch.equal(first.linear1.weight, second.linear1.weight)
        x = torch.randint(10, (2, 6))
        assert not torch.allclose(model(x), model(x.flip(1)).flip(1))  # places count


# --- since, and speed -----------------------------------------------------------------


def test_numbers_of_what_came_after(agree):
    """Those that are printed, from modules and matrices."""
    rows = PROGRAMS.numbers("today")
    with torch.device("meta"):
        old = [torch.nn.Linear(512, 2048, bias=False) for _ in range(2)]
        new = [torch.nn.Linear(512, 8 * 512 // 3, bias=False) for _ in range(3)]
        norms = torch.nn.LayerNorm(512), torch.nn.RMSNorm(512)
    text = PROGRAMS.out("today")
    for modules in (old, new):
        count = sum(p.numel() for m in modules for p in m.parameters())
        assert f"{count:,}" in text
    counts = [2 * sum(p.numel() for p in m.parameters()) for m in norms]
    assert rows[0] == counts
    angle = 0.3 * (5 - 2)
    q, k = complex(1, 2), complex(0.5, -1)
    score = (q * np.exp(1j * angle) * k.conjugate()).real
    agree(
        BLOCK, [rows[2][-1], rows[3][-1]], [score] * 2, 1e-6, against="complex numbers"
    )
    weights = torch.empty(32, 8192, 8192, dtype=torch.float16, device="meta")
    assert rows[4] == [round(weights.nbytes / 1e9, 1)]
    for row, heads in ((5, 32), (6, 8)):
        kept = torch.empty(32, 2, heads, 128, dtype=torch.float16, device="meta")
        assert rows[row] == [heads, kept.nbytes / 1024]
    assert f"{sum(range(1, 1001)):,} without" in text


def test_the_page_says_what_the_benchmark_found():
    """As fast as torch's within five percent, at every size."""
    speeds = [float(s) for s in re.findall(r"([\d.]+)$", PROGRAMS.out("cost"), re.M)]
    assert len(speeds) == 6
    assert min(speeds) > 0.95


def test_exercises():
    with torch.device("meta"):
        theirs = torch.nn.TransformerEncoderLayer(768, 12, 3072)
    count = sum(p.numel() for p in theirs.parameters())
    assert f"{count:,}" in PROGRAMS.out("exercise-count")
    x = np.array([[5.0, -1, 1, -5], [-1, 5, -5, 1]])
    y = x + layer_norm(x, 1, 0).mean(0)
    z = y + np.maximum(layer_norm(y, 1, 0), 0)
    assert PROGRAMS.numbers("exercise-pre")[0] == pytest.approx(z[0], abs=0.0051)
    assert PROGRAMS.out("exercise-zero").count("True") == 2


def test_bad_input_of_what_is_shown_is_refused():
    with pytest.raises(ValueError, match="num_heads must divide embed_dim"):
        nn.TransformerEncoderLayer(6, 4)
    with pytest.raises(ValueError, match=r"inputs must be \(…, 8\)"):
        stack()(torch.randn(2, 3, 6, **F64))
    with pytest.raises(TypeError, match="key_padding_mask must be boolean"):
        stack()(torch.randn(1, 2, 8, **F64), None, torch.ones(1, 2).long())
    with pytest.raises(ValueError, match="position 5 is beyond max_len=5"):
        transformer(max_len=5).encode(torch.ones(1, 6).long())
