"""Backpropagation as a network that runs the other way."""


# --8<-- [start:backward-network]
class BackwardNetwork:
    """What mlp.backward does, as a network that is fed with dL/dy(L).

    Its layers are those of mlp in reverse order, with the same weights:
    one leads from unit j back to unit i. There are no biases, and no
    activations: a unit multiplies by its gain f'(u), a number for each
    sample that the last mlp.forward has fixed. So the network is
    linear. Raises RuntimeError if mlp has not gone forward, ValueError
    for a dy of another shape than y.
    """

    def __init__(self, mlp):
        if not mlp.u:
            raise RuntimeError("the gains are not known: go forward first")
        self.W, self.L = {k: W.copy() for k, W in mlp.W.items()}, len(mlp.W)
        self.gain = {k: mlp.df[k](mlp.u[k]) for k in mlp.W}

    def forward(self, dy):
        """From dL/dy(L) to dL/dx; leaves delta, what its units say."""
        if dy.shape != self.gain[self.L].shape:
            shape = self.gain[self.L].shape
            raise ValueError(f"dy must be {shape}, got {dy.shape}")
        signal, self.delta = dy, {}
        for layer in range(self.L, 0, -1):
            self.delta[layer] = self.gain[layer] * signal  # (14.6)
            signal = self.delta[layer] @ self.W[layer]
        return signal


# --8<-- [end:backward-network]
