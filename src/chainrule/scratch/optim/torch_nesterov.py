"""One step of Nesterov's momentum in the form of torch.optim.SGD."""


# --8<-- [start:torch-nesterov]
def torch_nesterov(w, g, b, lr=1e-3, momentum=0.9):
    """Look-ahead point w and fading sum b after g, the gradient at w.

    The formula of torch.optim.SGD(nesterov=True). All are (…), and b
    starts at 0.
    """
    b = momentum * b + g  # (21.5)
    return w - lr * (g + momentum * b), b  # (21.20)


# --8<-- [end:torch-nesterov]
