# kind: exact
"""Paths and nodes: y goes into each next y twice."""

from chainrule.scratch.autograd import Tensor, topological


# --8<-- [start:diamonds]
def by_paths(y, dy=1.0):
    """Goes down every path by itself, as a plain recursion would."""
    by_paths.visits += 1
    for x, derivative in y.edges:
        by_paths(x, derivative(dy))


for n in (2, 5, 12):
    x = Tensor(1.0, requires_grad=True)
    y = x
    for _ in range(n):
        y = y * 0.5 + y * 0.5
    by_paths.visits = 0
    by_paths(y)
    nodes = len(topological(y))
    y.backward()
    print(f"{n:2} diamonds: {by_paths.visits:6,} visits by paths,", end=" ")
    print(f"{nodes} nodes, dy/dx = {x.grad}")
# --8<-- [end:diamonds]
