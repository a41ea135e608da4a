"""Two images shine through each other."""

# --8<-- [start:mixup]
from chainrule.data.transforms.arguments import real
from chainrule.data.transforms.checks import require_shape, require_soft
from chainrule.data.transforms.mixing.base import Mixing, beta


class MixUp(Mixing):
    """mixup of a batch, with one lam by Beta(alpha, alpha), its number."""

    def draw(self, x, generator=None):
        require_shape(self, x, "(N, C, H, W)", 4)
        return beta(self.alpha, generator)

    def apply(self, x, t, lam):
        if not real(lam) or not 0 <= lam <= 1:
            raise ValueError(f"MixUp: lam must be in [0, 1], got {lam!r}")
        return mixup(x, self.probabilities(x, t), lam)


# --8<-- [end:mixup]


# --8<-- [start:mixup-images]
def mixup(x, t, lam):
    """lam of each image and target and 1 - lam of the one before it.

    Zhang et al., "mixup: Beyond empirical risk minimization"
    (arXiv:1710.09412), where both are drawn at random from the training
    data. Raises ValueError for targets that are numbers of classes.
    """
    require_soft("mixup", t)
    return tuple(a.roll(1, 0).lerp_(a, lam) for a in (x, t))


# --8<-- [end:mixup-images]
