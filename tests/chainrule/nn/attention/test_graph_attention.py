import math

import pytest
import torch

from chainrule.nn import GraphAttention

UNIT = "attention-for-graphs"
F64 = torch.float64


def graph(n, isolated=()):
    torch.manual_seed(n)
    edges = torch.rand(n, n) > 0.5
    edges |= torch.eye(n, dtype=torch.bool)
    for node in isolated:
        edges[node] = False
    return edges


def by_edges(layer, x, edges):
    """Equations 1 to 5 of the paper, one edge after the other."""
    out = layer.weight.shape[0] // layer.num_heads
    rows = []
    for i in range(len(x)):
        heads = []
        for k in range(layer.num_heads):
            W, a = layer.weight[k * out : (k + 1) * out], layer.attention[k]
            neighbours = [j for j in range(len(x)) if edges[i, j]]
            e = [a @ torch.cat([W @ x[i], W @ x[j]]) for j in neighbours]
            e = [
                torch.where(s > 0, s, layer.activation.negative_slope * s).exp()
                for s in e
            ]
            total = torch.zeros(out, dtype=F64)
            for share, j in zip(e, neighbours, strict=True):
                total = total + share / sum(e) * (W @ x[j])
            heads.append(total)
        rows.append(torch.cat(heads))
    return torch.stack(rows)


@pytest.mark.parametrize("sizes", [(3, 4, 1), (2, 3, 2), (1, 1, 3)])
@pytest.mark.parametrize("isolated", [(), (2,)])
def test_is_a_loop_over_edges(agree, sizes, isolated):
    torch.manual_seed(1)
    layer = GraphAttention(*sizes, negative_slope=0.3).to(F64)
    x = torch.randn(5, sizes[0], dtype=F64, requires_grad=True)
    edges, inputs = graph(5, isolated), [x, *layer.parameters()]
    y, oracle = layer(x, edges), by_edges(layer, x, edges)
    upstream = torch.randn_like(y)
    ours, theirs = ([z, *torch.autograd.grad(z, inputs, upstream)] for z in (y, oracle))
    for mine, other in zip(ours, theirs, strict=True):
        against = "a loop over edges"
        agree(UNIT, mine, other, 1e-12, atol=1e-13, against=against)


def test_no_edge_no_influence():
    """The Jacobian is zero exactly where there is no edge."""
    layer, edges = GraphAttention(2, 3, 2).to(F64), graph(6)
    x = torch.randn(6, 2, dtype=F64)
    jacobian = torch.autograd.functional.jacobian(lambda x: layer(x, edges), x)
    depends = jacobian.abs().amax((1, 3)) > 0
    assert not (depends & ~edges).any()


def test_a_node_that_may_look_at_nobody():
    layer, edges = GraphAttention(2, 3), graph(4, isolated=(1,))
    x = torch.randn(4, 2, requires_grad=True)
    y = layer(x, edges)
    assert (y[1] == 0).all()
    y.sum().backward()
    for gradient in [x.grad, *(p.grad for p in layer.parameters())]:
        assert gradient.isfinite().all()


def test_nodes_have_no_order(agree):
    layer, edges = GraphAttention(3, 2).to(F64), graph(6)
    x, order = torch.randn(6, 3, dtype=F64), torch.randperm(6)
    y = layer(x[order], edges[order][:, order])
    oracle = layer(x, edges)[order]
    agree(UNIT, y, oracle, 1e-12, atol=1e-14, against="the permuted output")


def test_default_slope_and_start():
    layer = GraphAttention(3, 4, num_heads=2)
    assert layer.activation.negative_slope == 0.2
    for parameter, fans in ((layer.weight, 3 + 8), (layer.attention, 2 + 8)):
        bound = math.sqrt(6 / fans)
        assert 0.5 * bound < parameter.abs().max() <= bound


@pytest.mark.parametrize(
    ("x", "edges", "error", "words"),
    [
        (torch.ones(4, 2), torch.ones(4, 4) > 0, ValueError, r"x must be \(N, 3\)"),
        (torch.ones(3), torch.ones(3, 3) > 0, ValueError, r"got \(3,\)"),
        (torch.ones(4, 3), torch.ones(4, 3) > 0, ValueError, "edges must be"),
        (torch.ones(4, 3), torch.ones(4, 4), TypeError, "edges must be boolean"),
    ],
)
def test_what_is_refused(x, edges, error, words):
    with pytest.raises(error, match=words):
        GraphAttention(3, 2)(x, edges)
