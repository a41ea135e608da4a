"""How many numbers a model learns."""


# --8<-- [start:count]
def count_parameters(module, trainable_only=False):
    """How many numbers its parameters hold; one that is shared counts once.

    Buffers (running means and the like) are none. With trainable_only
    those without requires_grad do not count. A lazy layer has none yet:
    torch raises ValueError.
    """
    return sum(
        p.numel()
        for p in module.parameters()  # each tensor once
        if p.requires_grad or not trainable_only
    )


# --8<-- [end:count]
