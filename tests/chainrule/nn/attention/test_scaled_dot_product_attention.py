import math

import pytest
import torch
from torch.nn import functional

from chainrule.nn import scaled_dot_product_attention
from chainrule.nn.attention.scaled_dot_product_attention import masked_softmax

UNIT = "dot-product-attention"
AGAINST = "torch.nn.functional.scaled_dot_product_attention"
SHAPES = [((2, 3, 5, 4), 5, 4), ((2, 1, 3, 7), 6, 2), ((4, 1), 1, 3), ((3, 1, 8), 9, 8)]


def inputs(shape, source, width, dtype=torch.float64):
    torch.manual_seed(len(shape) + source)
    *batch, length, size = shape
    sizes = [(length, size), (source, size), (source, width)]
    return [
        torch.randn(*batch, *size, dtype=dtype, requires_grad=True) for size in sizes
    ]


def masks(length, source):
    """Boolean and added ones; in some the first query may look at nothing."""
    torch.manual_seed(0)
    some = torch.rand(length, source) > 0.4
    some[-1] = True
    nothing = some.clone()
    nothing[0] = False
    added = torch.randn(length, source, dtype=torch.float64)
    yield {}
    yield {"is_causal": True}
    yield {"scale": 0.3}
    yield {"attn_mask": some}
    yield {"attn_mask": nothing}
    yield {"attn_mask": added}
    yield {"attn_mask": added.masked_fill(~nothing, -math.inf)}
    yield {"attn_mask": nothing[:1], "scale": 2.0}


def gradients(y, tensors):
    torch.manual_seed(3)
    return torch.autograd.grad(
        (y * torch.randn_like(y)).sum(), tensors, retain_graph=True
    )


@pytest.mark.parametrize(("shape", "source", "width"), SHAPES)
@pytest.mark.parametrize("case", range(8))
@pytest.mark.parametrize("need_weights", [True, False])
def test_is_torchs(agree, shape, source, width, case, need_weights):
    """The formula and the kernel: both are compared with torch."""
    given = inputs(shape, source, width)
    keywords = [*masks(shape[-2], source)][case]
    y = scaled_dot_product_attention(*given, **keywords, need_weights=need_weights)
    if need_weights:
        y, weights = y
        torch.testing.assert_close(weights @ given[2], y)
    oracle = functional.scaled_dot_product_attention(*given, **keywords)
    agree(UNIT, y, oracle, 1e-12, atol=1e-14, against=AGAINST)
    pairs = zip(gradients(y, given), gradients(oracle, given), strict=True)
    for ours, theirs in pairs:
        agree(UNIT, ours, theirs, 1e-12, atol=1e-14, against=AGAINST)


def test_by_the_definition(agree):
    """One query after the other, in plain sums."""
    q, k, v = (x.detach() for x in inputs((3, 2), 4, 2))
    y, weights = scaled_dot_product_attention(q, k, v, need_weights=True)
    for t in range(3):
        scores = [(q[t] * k[s]).sum() / math.sqrt(2) for s in range(4)]
        total = sum(math.exp(score) for score in scores)
        shares = [math.exp(score) / total for score in scores]
        agree(UNIT, weights[t], shares, 1e-14, against="the sums")
        mean = sum(share * v[s] for s, share in enumerate(shares))
        agree(UNIT, y[t], mean, 1e-14, against="the sums")


@pytest.mark.parametrize("need_weights", [True, False])
def test_mistake_27_a_row_that_is_masked_whole(need_weights):
    """Zeros and finite gradients, in place of NaN that spread everywhere."""
    q, k, v = inputs((2, 3, 4), 3, 4)
    mask = torch.tensor([[True, False, True], [False] * 3, [True] * 3])
    y = scaled_dot_product_attention(q, k, v, mask, need_weights=need_weights)
    y = y[0] if need_weights else y
    assert (y[:, 1] == 0).all()
    for gradient in gradients(y, (q, k, v)):
        assert gradient.isfinite().all()
    assert (gradients(y, [q])[0][:, 1] == 0).all()


def test_large_scores_do_not_overflow():
    q = torch.tensor([[1e4]])
    y, weights = scaled_dot_product_attention(
        q, torch.tensor([[1e4], [-1e4]]), torch.eye(2), need_weights=True
    )
    assert weights.tolist() == [[1.0, 0.0]] == y.tolist()


def test_dropout_keeps_the_mean():
    q, k = torch.zeros(1, 4), torch.zeros(20_000, 4)
    torch.manual_seed(0)
    y, weights = scaled_dot_product_attention(
        q, k, torch.ones(20_000, 1), dropout_p=0.25, need_weights=True
    )
    kept = (weights > 0).double().mean().item()
    assert abs(kept - 0.75) < 5 * math.sqrt(0.75 * 0.25 / 20_000)
    assert weights.max().item() == pytest.approx(1 / (0.75 * 20_000))
    assert y.item() == pytest.approx(kept / 0.75, rel=1e-3)


@pytest.mark.parametrize("need_weights", [True, False])
def test_grouped_queries(agree, need_weights):
    """Two keys and values for six queries: as if each stood there three times."""
    q = inputs((2, 6, 3, 4), 5, 4)[0]
    _, k, v = inputs((2, 2, 3, 4), 5, 4)
    keywords = {"enable_gqa": True, "need_weights": need_weights}
    y = scaled_dot_product_attention(q, k, v, **keywords)
    y = y[0] if need_weights else y
    for head in range(6):
        oracle = functional.scaled_dot_product_attention(
            q[:, head], k[:, head // 3], v[:, head // 3]
        )
        agree(UNIT, y[:, head], oracle, 1e-12, against=AGAINST)


def test_mistake_29_the_batch_is_no_axis_of_attention():
    """Permuting the batch permutes the outputs and changes none."""
    q, k, v = inputs((5, 2, 3, 4), 3, 4)
    order = torch.tensor([3, 1, 4, 0, 2])
    y = scaled_dot_product_attention(q, k, v)
    shuffled = scaled_dot_product_attention(q[order], k[order], v[order])
    torch.testing.assert_close(shuffled, y[order], rtol=0, atol=1e-15)


def test_nothing_to_look_at():
    q, k, v = torch.randn(2, 3, 4), torch.randn(2, 0, 4), torch.randn(2, 0, 5)
    y, weights = scaled_dot_product_attention(q, k, v, need_weights=True)
    assert weights.shape == (2, 3, 0)
    assert y.tolist() == torch.zeros(2, 3, 5).tolist()


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        ({"query": torch.ones(3, 5)}, ValueError, "one size, got 5 and 4"),
        ({"key": torch.ones(7, 4)}, ValueError, "one length, got 7 and 6"),
        ({"query": torch.ones(4)}, ValueError, "query must be"),
        ({"value": torch.ones(6, 2).long()}, TypeError, "torch.int64"),
        ({"attn_mask": torch.ones(3, 6).long()}, TypeError, "boolean or floating"),
        ({"attn_mask": torch.ones(3, 5) > 0}, ValueError, r"\(3, 6\), got \(3, 5\)"),
        (
            {"attn_mask": torch.ones(3, 6), "is_causal": True},
            ValueError,
            "exclude each other",
        ),
    ],
)
def test_what_is_refused(change, error, words):
    given = {"query": (3, 4), "key": (6, 4), "value": (6, 2)}
    given = {name: torch.ones(shape) for name, shape in given.items()} | change
    with pytest.raises(error, match=words):
        scaled_dot_product_attention(**given)


def test_heads_that_do_not_divide():
    q, k = torch.ones(5, 3, 4), torch.ones(2, 3, 4)
    with pytest.raises(ValueError, match="do not divide"):
        scaled_dot_product_attention(q, k, k, enable_gqa=True, need_weights=True)


def test_masked_softmax_is_the_softmax_of_what_is_left(agree):
    scores = torch.randn(4, 6, dtype=torch.float64)
    mask = torch.rand(4, 6) > 0.5
    mask[:, 0] = True
    weights = masked_softmax(scores, mask)
    for row, kept, line in zip(scores, mask, weights, strict=True):
        agree(UNIT, line[kept], row[kept].softmax(0), 1e-14, against="torch.softmax")
        assert (line[~kept] == 0).all()


@pytest.mark.parametrize("need_weights", [True, False])
@pytest.mark.parametrize("dtype", [torch.float64, torch.float32, torch.bfloat16])
@pytest.mark.parametrize("mask", [torch.float64, torch.float32])
def test_numbers_of_a_mask_may_be_of_another_dtype(need_weights, dtype, mask):
    q, k, v = (x.detach().to(dtype) for x in inputs((2, 3, 4), 3, 4))
    added = torch.tensor([[0.0, -math.inf, 1.0]] * 3)
    y, right = (
        scaled_dot_product_attention(q, k, v, added.to(each), need_weights=need_weights)
        for each in (mask, dtype)
    )
    y, right = (y[0], right[0]) if need_weights else (y, right)
    assert y.dtype == dtype
    assert torch.equal(y, right)
