"""What layers and losses promise."""


# --8<-- [start:kept]
class TwoWay:
    """forward keeps what backward needs; backward takes it, once."""

    _kept: tuple | None = None

    def keep(self, *arrays):
        self._kept = arrays

    def take(self):
        """What forward kept. Raises RuntimeError if there is nothing."""
        if self._kept is None:
            name = type(self).__name__
            raise RuntimeError(f"{name}: backward before forward")
        kept, self._kept = self._kept, None
        return kept


# --8<-- [end:kept]


# --8<-- [start:layer]
class Layer(TwoWay):
    """A function of arrays that can be gone through both ways.

    A subclass without parameters says forward and backward alone.
    """

    def forward(self, x):
        """The output y for the input x, both with a sample in each row."""
        raise NotImplementedError

    def backward(self, dy):
        """From dL/dy to dL/dx; keeps the gradients of its parameters.

        They are those of the last forward, and replace older ones.
        Raises RuntimeError unless a forward came before.
        """
        raise NotImplementedError

    def parameters(self):
        """Pairs of a parameter and its gradient, always the same arrays."""
        return []

    @property
    def params(self):
        return [parameter for parameter, _ in self.parameters()]

    @property
    def grads(self):
        return [gradient for _, gradient in self.parameters()]

    # --8<-- [end:layer]

    # --8<-- [start:mode]
    training = True  # a few layers do another thing in evaluation

    def train(self, mode=True):
        """From now on train, or evaluate (mode=False); returns the layer."""
        self.training = mode
        return self

    def eval(self):
        return self.train(False)

    def buffers(self):
        """Arrays that a layer keeps and no optimizer moves."""
        return []

    # --8<-- [end:mode]


# --8<-- [start:loss]
class Loss(TwoWay):
    """A mean over samples, and its derivative by the predictions.

    A subclass names both as functions of predictions y and targets t,
    or says forward and backward itself.
    """

    @staticmethod
    def value(y, t):
        raise NotImplementedError

    @staticmethod
    def gradient(y, t):
        raise NotImplementedError

    def forward(self, y, t):
        """The loss, a number."""
        loss = self.value(y, t)
        self.keep(y, t)
        return loss

    def backward(self):
        """dL/dy, of the shape of y. Raises RuntimeError before forward."""
        return self.gradient(*self.take())


# --8<-- [end:loss]
