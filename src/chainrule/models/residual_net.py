"""The same chain with shortcuts."""

# --8<-- [start:residual]
from chainrule.models.plain_net import PlainNet


class ResidualNet(PlainNet):
    """PlainNet in which each block adds to its input.

    Source: He et al. 2016, arXiv 1512.03385, equation (1) and figure 2,
    without their batch normalization and without blocks that change the
    size. With the second convolution of a block at 0 the block is the
    identity, since what comes in is not negative.
    """

    def block(self, x, first, second):
        return self.relu(x + second(self.relu(first(x))))


# --8<-- [end:residual]
