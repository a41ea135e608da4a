import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode

from chainrule.nn import (
    band_mask,
    causal_mask,
    scaled_dot_product_attention,
    truncated_self_attention,
)

UNIT = "truncated-self-attention"
F64 = {"dtype": torch.float64}
REACHES = [(0, 0), (1, 1), (2, 0), (0, 3), (3, 1), (9, 9)]


def three(*shape, width=3):
    torch.manual_seed(0)
    sizes = [*shape], [*shape], [*shape[:-1], width]
    return [torch.randn(size, **F64, requires_grad=True) for size in sizes]


@pytest.mark.parametrize(("before", "after"), REACHES)
def test_the_band_by_two_loops(before, after):
    mask = band_mask(6, before, after)
    for i in range(6):
        for j in range(6):
            assert mask[i, j] == (j < i - before or j > i + after)


@pytest.mark.parametrize("shape", [(7, 4), (2, 3, 5, 2), (1, 1, 3)])
@pytest.mark.parametrize(("before", "after"), REACHES)
@pytest.mark.parametrize("scale", [None, 0.3])
def test_is_attention_under_the_band(agree, shape, before, after, scale):
    given = three(*shape)
    y = truncated_self_attention(*given, before, after, scale=scale)
    mask = ~band_mask(shape[-2], before, after)
    oracle = torch.nn.functional.scaled_dot_product_attention(*given, mask, scale=scale)
    upstream = torch.randn_like(oracle)
    ours, theirs = ([z, *torch.autograd.grad(z, given, upstream)] for z in (y, oracle))
    for mine, other in zip(ours, theirs, strict=True):
        against = "torch.nn.functional.scaled_dot_product_attention under a mask"
        agree(UNIT, mine, other, 1e-12, atol=1e-14, against=against)


def test_a_wide_reach_is_full_attention_and_a_past_one_causal(agree):
    given = three(2, 6, 4)
    full = scaled_dot_product_attention(*given)
    wide = truncated_self_attention(*given, 5, 5)
    agree(UNIT, wide, full, 1e-12, atol=1e-14, against="full attention")
    past = truncated_self_attention(*given, 5, 0)
    causal = scaled_dot_product_attention(*given, is_causal=True)
    agree(UNIT, past, causal, 1e-12, atol=1e-14, against="causal attention")
    assert torch.equal(band_mask(6, 5, 0), causal_mask(6))


class Largest(TorchDispatchMode):
    """How many numbers the largest tensor holds that is made."""

    numbers = 0

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        made = function(*args, **(kwargs or {}))
        for x in made if isinstance(made, tuple | list) else [made]:
            if isinstance(x, torch.Tensor):
                self.numbers = max(self.numbers, x.numel())
        return made


def test_memory_grows_with_length_times_reach():
    """Forward and backward, nothing is larger than T times w or T + w times E."""
    given = three(500, 4)
    with Largest() as seen:
        truncated_self_attention(*given, 6, 4).sum().backward()
    assert seen.numbers == 500 * 11
    with Largest() as seen:
        scaled_dot_product_attention(*given, ~band_mask(500, 6, 4), need_weights=True)
    assert seen.numbers == 500 * 500


def test_the_jacobian_is_a_band():
    x = three(6, 2)[0]
    jacobian = torch.autograd.functional.jacobian(
        lambda x: truncated_self_attention(x, x, x, 2, 1), x
    )
    depends = jacobian.abs().amax((1, 3)) > 0
    assert torch.equal(depends, ~band_mask(6, 2, 1))


@pytest.mark.parametrize("reach", [(-1, 0), (0, -2)])
def test_no_reach(reach):
    x = torch.ones(3, 2)
    with pytest.raises(ValueError, match="a reach is 0 or more"):
        band_mask(3, *reach)
    with pytest.raises(ValueError, match="a reach is 0 or more"):
        truncated_self_attention(x, x, x, *reach)


def test_lengths_that_differ():
    x = torch.ones(3, 2)
    with pytest.raises(ValueError, match=r"lengths differ: \[3, 4, 4\]"):
        truncated_self_attention(x, torch.ones(4, 2), torch.ones(4, 2), 1, 1)
