"""Dropout as it was first published: the scale is put right at test time."""

# --8<-- [start:dropout-scaled-at-test]
from chainrule.scratch.nn.dropout import Dropout


class DropoutScaledAtTest(Dropout):
    """In training zero with probability p, else x; in evaluation (1 - p) x.

    As Hinton et al. (2012), arXiv:1207.0580, and Srivastava et al.
    (2014), section 4. It is (1 - p) times inverted dropout in both
    modes; torch has none.
    """

    def __init__(self, p=0.5, rng=None):
        super().__init__(p, rng)
        self.in_training, self.in_evaluation = 1.0, 1 - p


# --8<-- [end:dropout-scaled-at-test]
