import cmath
import math

import pytest
import torch

from chainrule.nn import (
    KeyValueCache,
    RotaryPositionalEmbedding,
    apply_rotary,
    causal_mask,
    scaled_dot_product_attention,
)

UNIT = "learned-positional-encoding"
F64 = {"dtype": torch.float64}


def samples(*shape):
    torch.manual_seed(len(shape))
    return torch.randn(*shape, **F64, requires_grad=True)


def by_matrices(x, offset, base=10_000.0):
    """x times the paper's block-diagonal matrix, position by position."""
    size, rows = x.shape[-1], []
    for t in range(x.shape[-2]):
        R = torch.zeros(size, size, **F64)
        for i in range(size // 2):
            angle = (offset + t) / base ** (2 * i / size)
            c, s = math.cos(angle), math.sin(angle)
            R[2 * i : 2 * i + 2, 2 * i : 2 * i + 2] = torch.tensor(
                [[c, -s], [s, c]], **F64
            )
        rows.append(x[..., t, :] @ R.T)
    return torch.stack(rows, -2)


@pytest.mark.parametrize("dim", [2, 6, 8])
@pytest.mark.parametrize("offset", [0, 5])
def test_is_the_papers_matrix(agree, dim, offset):
    x = samples(2, 3, 4, dim)
    y = RotaryPositionalEmbedding(dim, 20)(x, offset)
    oracle = by_matrices(x, offset)
    agree(UNIT, y, oracle, 1e-12, atol=1e-14, against="the paper's matrix")
    upstream = torch.randn_like(y)
    ours, theirs = (torch.autograd.grad(z, x, upstream)[0] for z in (y, oracle))
    agree(UNIT, ours, theirs, 1e-12, atol=1e-14, against="the paper's matrix")


def test_pairs_are_complex_numbers_turned(agree):
    x = samples(5, 4).detach()
    y = RotaryPositionalEmbedding(4, 9, base=50.0)(x, offset=2)
    for t in range(5):
        for i in range(2):
            turn = cmath.exp(1j * (2 + t) * 50 ** (-2 * i / 4))
            z = complex(x[t, 2 * i], x[t, 2 * i + 1]) * turn
            agree(UNIT, y[t, 2 * i], z.real, 1e-12, against="complex numbers")
            agree(UNIT, y[t, 2 * i + 1], z.imag, 1e-12, against="complex numbers")


def test_scores_depend_on_the_distance_alone(agree):
    """Row 32, too: an offset moves queries and keys, and no score."""
    layer = RotaryPositionalEmbedding(6, 2000)
    q, k = samples(1, 6).detach(), samples(1, 2, 6).detach()[:, 0]
    for distance in (-7, 0, 1, 40):
        scores = [(layer(q, i) * layer(k, i - distance)).sum() for i in (50, 83, 1234)]
        agree(UNIT, scores, [scores[0]] * 3, 1e-11, against="other places")
    assert not torch.isclose((layer(q, 9) * layer(k, 8)).sum(), (q * k).sum())


def test_with_a_cache_as_at_once(agree):
    layer = RotaryPositionalEmbedding(4, 8)
    q, k, v = (samples(1, 2, 6, 4).detach() + n for n in range(3))
    mask = ~causal_mask(6)
    whole = scaled_dot_product_attention(layer(q), layer(k), v, mask)
    cache, parts = KeyValueCache(6), []
    for t in range(6):
        keys, values = cache.extend(layer(k[:, :, [t]], cache.length), v[:, :, [t]])
        q_t = layer(q[:, :, [t]], cache.length - 1)
        parts.append(scaled_dot_product_attention(q_t, keys, values))
    y = torch.cat(parts, 2)
    agree(UNIT, y, whole, 1e-12, atol=1e-14, against="recomputing")


def test_lengths_stay_and_position_0_is_not_turned(agree):
    x = samples(7, 8).detach()
    y = RotaryPositionalEmbedding(8, 7)(x)
    agree(UNIT, y.norm(dim=-1), x.norm(dim=-1), 1e-13, against="the norms")
    assert torch.equal(y[0], x[0])


def test_dtype_stays():
    y = RotaryPositionalEmbedding(4)(torch.ones(2, 3, 4))
    assert y.dtype == torch.float32
    ones = torch.ones(3, 2)
    assert torch.equal(apply_rotary(torch.ones(3, 4), ones, 0 * ones), torch.ones(3, 4))


@pytest.mark.parametrize("dim", [5, 0, -2])
def test_pairs(dim):
    with pytest.raises(ValueError, match=f"in pairs, got dim={dim}"):
        RotaryPositionalEmbedding(dim)


def test_beyond_the_table():
    with pytest.raises(ValueError, match="position 5 is beyond max_len=5"):
        RotaryPositionalEmbedding(4, max_len=5)(torch.zeros(3, 4), offset=3)
