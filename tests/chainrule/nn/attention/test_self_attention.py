import math

import pytest
import torch
from torch.nn import functional

from chainrule.nn import SelfAttention

UNIT, RELU = "self-attention-overview", "attention-scores-softmax"
F64 = {"dtype": torch.float64}
AGAINST = "torch.nn.functional.scaled_dot_product_attention"


def made(*sizes, seed=0, **keywords):
    torch.manual_seed(seed)
    return SelfAttention(*sizes, **F64, **keywords)


def drawn(*shape):
    torch.manual_seed(len(shape))
    return torch.randn(*shape, **F64, requires_grad=True)


def masks(length):
    torch.manual_seed(1)
    some = torch.rand(length, length) > 0.5
    some[0] = False
    yield {}
    yield {"is_causal": True}
    yield {"attn_mask": some}
    yield {"attn_mask": torch.randn(length, length, **F64)}


def projected(layer, x):
    return [
        functional.linear(x, f.weight, f.bias)
        for f in (layer.query, layer.key, layer.value)
    ]


@pytest.mark.parametrize("case", range(4))
@pytest.mark.parametrize("need_weights", [True, False])
@pytest.mark.parametrize(("bias", "scale"), [(False, None), (True, 1.0)])
def test_is_torchs(agree, case, need_weights, bias, scale):
    layer, x = made(3, 4, 2, bias, scale=scale), drawn(2, 5, 3)
    keywords = [*masks(5)][case]
    y = layer(x, **keywords, need_weights=need_weights)
    q, k, v = projected(layer, x)
    oracle = functional.scaled_dot_product_attention(q, k, v, scale=scale, **keywords)
    if need_weights:
        y, weights = y
        agree(UNIT, weights @ v, oracle, 1e-12, atol=1e-14, against=AGAINST)
    agree(UNIT, y, oracle, 1e-12, atol=1e-14, against=AGAINST)
    upstream = torch.randn_like(y)
    inputs = [x, *layer.parameters()]
    assert len(inputs) == (7 if bias else 4)
    pairs = (torch.autograd.grad(f, inputs, upstream) for f in (y, oracle))
    for ours, theirs in zip(*pairs, strict=True):
        agree(UNIT, ours, theirs, 1e-12, atol=1e-14, against=AGAINST)


@pytest.mark.parametrize("case", range(4))
def test_relu_in_place_of_softmax(agree, case):
    """max(0, score), one pair after the other; masked ones are 0."""
    layer, x = made(3, 4, 2, activation="relu"), drawn(2, 5, 3)
    keywords = [*masks(5)][case]
    mask = keywords.get("attn_mask")
    y, weights = layer(x, **keywords, need_weights=True)
    q, k, v = (p.tolist() for p in projected(layer, x))
    for n, i in ((0, 0), (0, 4), (1, 2)):
        b = [0.0, 0.0]
        for j in range(5):
            pairs = zip(q[n][i], k[n][j], strict=True)
            score = sum(a * c for a, c in pairs) / 2  # √4
            if mask is not None and mask.dtype != torch.bool:
                score += mask[i, j].item()
            seen = mask[i, j] if mask is not None and mask.dtype == torch.bool else True
            weight = max(0.0, score) if seen and (j <= i or case != 1) else 0.0
            against = "the sums"
            agree(RELU, weights[n, i, j], weight, 1e-12, atol=1e-14, against=against)
            b = [s + weight * u for s, u in zip(b, v[n][j], strict=True)]
        agree(RELU, y[n, i], b, 1e-12, atol=1e-14, against="the sums")
    assert torch.equal(layer(x, **keywords), y)


def test_each_output_depends_on_each_input():
    """The Jacobian is dense; with a causal mask it is lower triangular."""
    layer, x = made(3, 4, 2), drawn(5, 3)
    for causal in (False, True):
        jacobian = torch.autograd.functional.jacobian(
            lambda x, causal=causal: layer(x, is_causal=causal), x
        )
        depends = jacobian.abs().amax((1, 3)) > 0
        everything = torch.ones(5, 5, dtype=torch.bool)
        assert torch.equal(depends, everything.tril() if causal else everything)


@pytest.mark.parametrize("activation", ["softmax", "relu"])
def test_order_does_not_matter(agree, activation):
    layer, x = made(3, 4, 2, activation=activation), drawn(2, 6, 3)
    order = torch.tensor([2, 5, 0, 1, 4, 3])
    y = layer(x[:, order])
    against = "the permuted output"
    agree(UNIT, y, layer(x)[:, order], 1e-12, atol=1e-14, against=against)


@pytest.mark.parametrize("activation", ["softmax", "relu"])
def test_mistake_29_samples_do_not_see_each_other(agree, activation):
    layer, x = made(3, 4, 2, activation=activation), drawn(4, 6, 3)
    alone = torch.stack([layer(one) for one in x])
    agree(UNIT, layer(x), alone, 1e-12, atol=1e-14, against="each sample alone")


def test_lengths_are_free():
    layer = made(3, 4, 2)
    for length in (1, 2, 50):
        assert layer(drawn(length, 3)).shape == (length, 2)
    assert torch.equal(layer(drawn(1, 3)), layer.value(drawn(1, 3)))


def test_start_and_scale():
    layer = made(3, 16, 2)
    assert layer.scale == 0.25
    assert made(3, 16, 2, scale=1.0).scale == 1.0
    shapes = {name: tuple(p.shape) for name, p in layer.named_parameters()}
    assert shapes == {
        "query.weight": (16, 3),
        "key.weight": (16, 3),
        "value.weight": (2, 3),
    }
    for p in layer.parameters():
        assert p.abs().max() <= 1 / math.sqrt(3)


def test_device_and_dtype_are_passed_on():
    layer = SelfAttention(4, 2, 3, True, device="meta", dtype=torch.float16)
    for p in layer.parameters():
        assert (p.device.type, p.dtype) == ("meta", torch.float16)


def test_another_activation():
    with pytest.raises(ValueError, match="softmax or relu, got 'sigmoid'"):
        SelfAttention(3, 4, 2, activation="sigmoid")
