"""Which parameters a penalty pulls to zero."""


# --8<-- [start:decay-groups]
def decay_groups(model, weight_decay=1e-2):
    """Two groups for an optimizer: what decays, and what does not.

    Matrices, kernels and embeddings decay. Biases, other vectors, and
    all parameters of layers whose class has Norm in its name do not.
    Both keep the order of model.parameters(); what is used twice is
    there once. Raises ValueError for a model without parameters.
    """
    decayed: list = []
    spared: list = []
    seen = set()
    for layer in model.modules():
        norm = "Norm" in type(layer).__name__
        for name, p in layer.named_parameters(recurse=False):
            if p in seen:
                continue
            seen.add(p)
            spare = norm or p.ndim < 2 or name.startswith("bias")
            (spared if spare else decayed).append(p)
    if not seen:
        raise ValueError("decay_groups: the model has no parameters")
    return [
        {"params": decayed, "weight_decay": weight_decay},
        {"params": spared, "weight_decay": 0.0},
    ]


# --8<-- [end:decay-groups]
