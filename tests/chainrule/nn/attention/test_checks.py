import pytest
import torch

from chainrule.nn.attention.checks import (
    check_attention,
    check_graph,
    check_mask,
    check_reach,
)


@pytest.mark.parametrize("reach", [(-1, 0), (0, -1)])
def test_a_reach(reach):
    check_reach(0, 0)
    with pytest.raises(ValueError, match="a reach is 0 or more, got before="):
        check_reach(*reach)


def test_a_graph():
    x, edges = torch.ones(3, 2), torch.ones(3, 3) > 0
    check_graph(x, edges, 2)
    with pytest.raises(ValueError, match=r"x must be \(N, 4\), got \(3, 2\)"):
        check_graph(x, edges, 4)
    with pytest.raises(ValueError, match=r"edges must be \(3, 3\), got \(3, 2\)"):
        check_graph(x, edges[:, :2], 2)
    with pytest.raises(TypeError, match=r"edges must be boolean, got torch\.float32"):
        check_graph(x, edges.float(), 2)


FITTING = {"query": (2, 3, 4), "key": (2, 6, 4), "value": (2, 6, 5)}


def checked(mask=None, is_causal=False, **shapes):
    given = {name: torch.ones(shape) for name, shape in (FITTING | shapes).items()}
    check_attention(**given, attn_mask=mask, is_causal=is_causal)


@pytest.mark.parametrize("shape", [(3, 6), (1, 6), (3, 1), (2, 3, 6), (2, 1, 6)])
@pytest.mark.parametrize("dtype", [torch.bool, torch.float32])
def test_masks_that_fit(shape, dtype):
    checked(torch.ones(shape, dtype=dtype))
    checked(is_causal=True)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"query": (4,)}, r"query must be \(..., T, E\), got \(4,\)"),
        ({"value": (5,)}, "value must be"),
        ({"key": (2, 6, 3)}, "one size, got 4 and 3"),
        ({"value": (2, 5, 5)}, "one length, got 6 and 5"),
        ({"mask": torch.ones(3, 5)}, r"\(3, 6\), got \(3, 5\)"),
        ({"mask": torch.ones(6)}, r"\(3, 6\), got \(6,\)"),
        ({"mask": torch.ones(2, 6)}, r"\(3, 6\), got \(2, 6\)"),
        ({"mask": torch.ones(3, 6), "is_causal": True}, "exclude each other"),
    ],
)
def test_what_does_not_fit(change, words):
    with pytest.raises(ValueError, match=words):
        checked(**change)


def test_numbers_that_are_none():
    whole = torch.ones(3, 4, dtype=torch.long)
    with pytest.raises(TypeError, match=r"query must be floating .*torch.int64"):
        check_attention(whole, whole, whole, None, False)
    with pytest.raises(TypeError, match="name must be boolean or floating point"):
        check_mask("name", whole)
    assert check_mask("name", whole.bool()) is check_mask("name", whole.half()) is None
