import math

import pytest
import torch
from torch.nn.functional import linear

from chainrule.nn import MultiheadAttention, causal_mask

UNIT = "multi-head-attention"
AGAINST = "torch.nn.MultiheadAttention"
SIZES = [(8, 2), (6, 3), (5, 1), (4, 4)]
F64 = {"dtype": torch.float64}


def both(embed_dim, num_heads, **keywords):
    """Ours and torch's with the same numbers; biases that are not zero."""
    torch.manual_seed(embed_dim)
    oracle = torch.nn.MultiheadAttention(embed_dim, num_heads, **keywords, **F64)
    with torch.no_grad():
        for name, parameter in oracle.named_parameters():
            if name.endswith("bias"):
                parameter.normal_()
    ours = MultiheadAttention(embed_dim, num_heads, **keywords, **F64)
    ours.load_state_dict(oracle.state_dict())
    return ours, oracle


def masks(n, length, source, heads):
    """Neither hides a whole row: there torch's answer is NaN."""
    torch.manual_seed(1)
    padding = torch.zeros(n, source, dtype=torch.bool)
    padding[-1, -1] = source > 1
    some = torch.rand(length, source) > 0.6
    some[:, 0] = False
    each = torch.rand(n * heads, length, source) > 0.6
    each[:, :, 0] = False
    added = torch.randn(length, source, **F64)
    yield {}
    yield {"key_padding_mask": padding}
    yield {"attn_mask": some}
    yield {"attn_mask": each}
    yield {"attn_mask": added}
    yield {"attn_mask": some, "key_padding_mask": padding}
    far = torch.zeros(n, source, **F64).masked_fill(padding, -math.inf)
    yield {"attn_mask": added, "key_padding_mask": far}


@pytest.mark.parametrize(("embed_dim", "num_heads"), SIZES)
@pytest.mark.parametrize("case", range(7))
@pytest.mark.parametrize("batch_first", [True, False])
@pytest.mark.parametrize("cross", [True, False])
@pytest.mark.parametrize("need_weights", [True, False])
def test_is_torchs(agree, embed_dim, num_heads, case, batch_first, cross, need_weights):
    ours, oracle = both(embed_dim, num_heads, batch_first=batch_first, bias=case != 2)
    n, length, source = 3, 4, 6 if cross else 4
    shape = (n, length) if batch_first else (length, n)
    x = torch.randn(*shape, embed_dim, **F64, requires_grad=True)
    shape = (n, source) if batch_first else (source, n)
    memory = torch.randn(*shape, embed_dim, **F64, requires_grad=True) if cross else x
    keywords = [*masks(n, length, source, num_heads)][case]
    keywords |= {"need_weights": need_weights, "average_attn_weights": case % 2 == 0}
    found = []
    for layer in (ours, oracle):
        y, weights = layer(x, memory, memory, **keywords)
        torch.manual_seed(2)
        inputs = [x, *([memory] if cross else []), *layer.parameters()]
        loss = (y * torch.randn(y.shape, **F64)).sum()
        if need_weights:
            loss = loss + (weights * torch.randn(weights.shape, **F64)).sum()
        found.append([y, weights, *torch.autograd.grad(loss, inputs)])
    assert (found[0][1] is None) == (not need_weights)
    for mine, theirs in zip(*found, strict=True):
        if theirs is not None:
            assert mine.shape == theirs.shape
            agree(UNIT, mine, theirs, 1e-12, atol=1e-13, against=AGAINST)


def test_mistake_25_heads_are_neighbouring_numbers(agree):
    """A loop over heads, each with its rows of the weights."""
    ours, _ = both(12, 3, batch_first=True)
    x = torch.randn(2, 5, 12, **F64)
    w_q, w_k, w_v = ours.in_proj_weight.chunk(3)
    b_q, b_k, b_v = ours.in_proj_bias.chunk(3)
    heads = []
    for h in range(3):
        own = slice(4 * h, 4 * h + 4)
        q, k, v = (
            linear(x, w[own], b[own]) for w, b in ((w_q, b_q), (w_k, b_k), (w_v, b_v))
        )
        heads.append((q @ k.mT / 2).softmax(-1) @ v)
    oracle = ours.out_proj(torch.cat(heads, -1))
    agree(
        UNIT, ours(x, x, x)[0], oracle, 1e-12, atol=1e-14, against="a loop over heads"
    )


@pytest.mark.parametrize("padded", [True, False])
def test_is_causal_needs_no_mask(agree, padded):
    ours, oracle = both(6, 2, batch_first=True)
    x = torch.randn(2, 4, 6, **F64)
    padding = torch.zeros(2, 4, dtype=torch.bool)
    padding[1, 2:] = padded
    keywords = {"key_padding_mask": padding} if padded else {}
    y, _ = ours(x, x, x, is_causal=True, need_weights=False, **keywords)
    theirs, _ = oracle(x, x, x, attn_mask=causal_mask(4), **keywords)
    agree(UNIT, y, theirs, 1e-12, atol=1e-13, against=AGAINST)


def test_mistake_26_what_comes_later_changes_nothing_before():
    """Bit for bit, and the Jacobian is lower triangular with a full diagonal."""
    ours, _ = both(6, 2, batch_first=True)
    x = torch.randn(1, 5, 6, **F64)

    def forward(x):
        return ours(x, x, x, is_causal=True)[0]

    for j in range(5):
        changed = x.clone()
        changed[:, j] += 1
        assert torch.equal(forward(changed)[:, :j], forward(x)[:, :j])
    jacobian = torch.autograd.functional.jacobian(forward, x)
    depends = jacobian.abs().amax((0, 2, 3, 5)) > 0
    assert torch.equal(depends, torch.ones(5, 5, dtype=torch.bool).tril())
    dense = torch.autograd.functional.jacobian(lambda x: ours(x, x, x)[0], x)
    assert (dense.abs().amax((0, 2, 3, 5)) > 0).all()


def test_mistake_27_a_query_that_may_look_at_nothing():
    """torch answers NaN; here zeros, the bias behind them, finite gradients."""
    ours, oracle = both(6, 2, batch_first=True)
    x = torch.randn(2, 3, 6, **F64, requires_grad=True)
    padding = torch.tensor([[False] * 3, [True] * 3])
    for need_weights in (True, False):
        y, _ = ours(x, x, x, padding, need_weights=need_weights)
        assert torch.equal(y[1], ours.out_proj.bias.expand(3, 6))
        gradients = torch.autograd.grad(y.sum(), [x, *ours.parameters()])
        assert all(gradient.isfinite().all() for gradient in gradients)
    assert oracle(x, x, x, padding)[0][1].isnan().all()


def test_without_positions_order_does_not_matter(agree):
    ours, _ = both(8, 2, batch_first=True)
    x, order = torch.randn(2, 6, 8, **F64), torch.tensor([2, 5, 0, 1, 4, 3])
    y, shuffled = ours(x, x, x)[0], ours(x[:, order], x[:, order], x[:, order])[0]
    agree(UNIT, shuffled, y[:, order], 1e-12, atol=1e-14, against="the permuted output")


def test_without_the_axis_of_samples():
    ours, oracle = both(6, 3)
    x, memory = torch.randn(4, 6, **F64), torch.randn(5, 6, **F64)
    for mine, theirs in zip(
        ours(x, memory, memory), oracle(x, memory, memory), strict=True
    ):
        assert mine.shape == theirs.shape
        torch.testing.assert_close(mine, theirs, rtol=1e-12, atol=1e-13)
    assert ours(x, x, x, need_weights=False)[1] is None


def test_dropout_in_training_only():
    ours, _ = both(6, 2, dropout=0.5, batch_first=True)
    x = torch.randn(2, 3, 6, **F64)
    torch.manual_seed(0)
    y, weights = ours(x, x, x, average_attn_weights=False)
    assert (weights == 0).any()
    ours.eval()
    assert torch.equal(ours(x, x, x)[0], ours(x, x, x)[0])
    assert not torch.equal(ours(x, x, x)[0], y)


def test_start(agree):
    """Same generator state, same numbers as torch."""
    torch.manual_seed(3)
    oracle = torch.nn.MultiheadAttention(6, 2)
    torch.manual_seed(3)
    ours = MultiheadAttention(6, 2)
    assert ours.state_dict().keys() == oracle.state_dict().keys()
    for name, value in ours.state_dict().items():
        agree(UNIT, value, oracle.state_dict()[name], 0, against=AGAINST)


@pytest.mark.parametrize(("embed_dim", "num_heads"), [(6, 4), (6, 0), (0, 1), (2, 4)])
def test_heads_must_divide(embed_dim, num_heads):
    with pytest.raises(ValueError, match="num_heads must divide embed_dim"):
        MultiheadAttention(embed_dim, num_heads)


@pytest.mark.parametrize("shape", [(4, 5), (6,), (1, 2, 3, 6)])
def test_shapes_that_do_not_fit(shape):
    x = torch.ones(shape)
    with pytest.raises(ValueError, match="inputs must be"):
        MultiheadAttention(6, 2)(x, x, x)


def test_shows_its_sizes():
    assert "embed_dim=6, num_heads=2" in repr(MultiheadAttention(6, 2))


def test_device_and_dtype_are_passed_on():
    layer = MultiheadAttention(4, 2, device="meta", dtype=torch.float16)
    for parameter in layer.parameters():
        assert (parameter.device.type, parameter.dtype) == ("meta", torch.float16)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")
def test_cuda(agree):
    ours, oracle = (layer.cuda() for layer in both(8, 2, batch_first=True))
    x = torch.randn(2, 5, 8, device="cuda", **F64)
    for mine, theirs in zip(ours(x, x, x), oracle(x, x, x), strict=True):
        agree(UNIT, mine, theirs, 1e-12, atol=1e-13, against=AGAINST)


@pytest.mark.parametrize("half", [torch.bfloat16, torch.float16])
@pytest.mark.parametrize("need_weights", [True, False])
def test_mixed_masks_in_half_precision(half, need_weights):
    """Numbers beside truths: the output stays in the dtype of the input."""
    layer = both(6, 2, batch_first=True)[0].to(half)
    x = torch.randn(2, 3, 6).to(half)
    padding = torch.tensor([[False, False, True], [False] * 3])
    added = torch.zeros(3, 3, dtype=half)
    y, _ = layer(x, x, x, padding, need_weights, added)
    right, _ = layer(x, x, x, padding, need_weights)
    assert y.dtype == half
    torch.testing.assert_close(y, right)
