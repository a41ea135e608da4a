"""Half the squared error of a sample as a module."""

from chainrule.nn.loss.base import Loss


# --8<-- [start:half-squared-error-loss]
class HalfSquaredErrorLoss(Loss):
    """Half the squared error of a sample, summed over its outputs.

    Input and target (N, K), or (N,) for one output; "none" returns
    (N,). torch has no such loss: MSELoss's mean divides by N K.
    """

    def elementwise(self, input, target):
        error = (input - target) ** 2 / 2
        return error.flatten(1).sum(1) if error.ndim > 1 else error  # (4.4)


# --8<-- [end:half-squared-error-loss]
