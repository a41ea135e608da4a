"""One step of momentum in the form of torch.optim.SGD."""


# --8<-- [start:torch-momentum]
def torch_momentum(w, g, b, lr=1e-3, momentum=0.9):
    """Weights w and fading sum b after the gradient g; all (…).

    The formula of torch.optim.SGD without dampening. b starts at 0.
    """
    b = momentum * b + g  # (21.5)
    return w - lr * b, b  # (21.6)


# --8<-- [end:torch-momentum]
