"""Cascaded logistic units as a module."""

from chainrule.models.sigmoid_sum import SigmoidSum


# --8<-- [start:cascaded-logistic]
class CascadedLogistic(SigmoidSum):
    """A sum of sigmoids, read as the logit of class 1.

    encode gives the outputs of the hidden units (..., units). Train it
    with BCEWithLogitsLoss, which holds the last sigmoid.
    """

    def encode(self, x):
        return self.sigmoid(self.hidden(x))  # (11.7)


# --8<-- [end:cascaded-logistic]
