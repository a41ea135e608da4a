"""One step of stochastic gradient descent (Robbins and Monro, 1951)."""


# --8<-- [start:sgd]
def sgd(w, g, lr=1e-3):
    """The weights w after the gradient g; both (…), like the result."""
    return w - lr * g  # (20.3)


# --8<-- [end:sgd]
