"""The way back through a graph of tensors."""

from chainrule.scratch.autograd.operations import gathered


# --8<-- [start:topological]
def topological(y):
    """All that a gradient of y goes to, parents before what they made.

    Each is there once, and y is the last. With a stack, not by
    recursion: a graph may be deeper than Python lets functions be.
    """
    order, seen, stack = [], set(), [(y, False)]
    while stack:
        y, complete = stack.pop()
        if complete:
            order.append(y)
        elif y not in seen:
            seen.add(y)
            stack.append((y, True))
            stack += [(x, False) for x, _ in y.edges]
    return order


# --8<-- [end:topological]


# --8<-- [start:gradients]
def gradients(order, dy):
    """dL/dx for each x of a topological order, from dL/dy of its last."""
    grads = {order[-1]: dy}
    for y in reversed(order):  # when all that was made of y is done
        for x, derivative in y.edges:
            dx = gathered(derivative(grads[y]), x.data)
            grads[x] = grads[x] + dx if x in grads else dx
    return grads


# --8<-- [end:gradients]
