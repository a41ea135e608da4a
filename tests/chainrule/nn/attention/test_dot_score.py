import math

import numpy as np
import pytest
import torch
from torch.nn import functional

from chainrule.nn import dot_score

UNIT = "dot-product-attention"


def drawn(*shape):
    torch.manual_seed(len(shape))
    return torch.randn(*shape, dtype=torch.float64, requires_grad=True)


@pytest.mark.parametrize("batch", [(), (2,), (2, 3)])
@pytest.mark.parametrize("scale", [1.0, 0.3])
def test_is_the_scalar_product(agree, batch, scale):
    q, k = drawn(*batch, 4, 5), drawn(*batch, 6, 5) + 0.0
    scores = dot_score(q, k, scale)
    assert scores.shape == (*batch, 4, 6)
    oracle = np.zeros(scores.shape)
    for at in np.ndindex(scores.shape):
        *b, i, j = at
        pairs = zip(q[(*b, i)].tolist(), k[(*b, j)].tolist(), strict=True)
        oracle[at] = scale * math.fsum(x * y for x, y in pairs)
    agree(UNIT, scores, oracle, 1e-13, atol=1e-15, against="the sums")


def test_one_by_default(agree):
    q, k = drawn(4, 5), drawn(6, 5)
    agree(UNIT, dot_score(q, k), q @ k.T, 0, against="the product")


def test_its_softmax_is_what_attention_weighs_with(agree):
    q, k, v = drawn(4, 5), drawn(6, 5), torch.eye(6, dtype=torch.float64)
    weights = dot_score(q, k, 0.7).softmax(-1)
    oracle = functional.scaled_dot_product_attention(q, k, v, scale=0.7)
    agree(UNIT, weights, oracle, 1e-13, against="torch's kernel on unit vectors")


def test_sizes_that_differ():
    with pytest.raises(ValueError, match="one size, got 5 and 4"):
        dot_score(torch.ones(3, 5), torch.ones(3, 4))
