import pytest
import torch

from chainrule.nn.attention.checks import check_graph, check_mask, check_reach


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


def test_a_mask():
    check_mask("m", torch.ones(2) > 0)
    check_mask("m", torch.ones(2))
    with pytest.raises(TypeError, match="m must be boolean or floating point"):
        check_mask("m", torch.ones(2).long())
