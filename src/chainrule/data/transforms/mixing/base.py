"""What MixUp and CutMix share: a batch, its targets, and a Beta law."""

# --8<-- [start:mixing]
from chainrule.data.transforms.arguments import real, whole
from chainrule.data.transforms.checks import require_batch


class Mixing:
    """Each image of a batch with a part of the one before it.

    x (N, C, H, W) are floats; image n gets a part of image n - 1, the
    first one of the last, as in torchvision: the order of a batch should
    be random. Targets t are classes (N,), of which num_classes makes
    rows with a 1, or rows (N, K) of probabilities; the result is
    (N, K), of the type of x. draw(x, generator) and apply(x, t, numbers)
    as for one image. Raises ValueError for alpha that is not positive,
    other shapes, and classes outside 0, …, num_classes - 1.
    """

    def __init__(self, alpha=1.0, num_classes=None):
        name = type(self).__name__
        if not real(alpha) or alpha <= 0:
            raise ValueError(f"{name}: alpha must be positive, got {alpha!r}")
        if num_classes is not None and not (
            whole(num_classes) and num_classes >= 1
        ):
            raise ValueError(
                f"{name}: num_classes must be 1 or more, got {num_classes!r}"
            )
        self.alpha, self.num_classes = float(alpha), num_classes

    def draw(self, x, generator=None):
        raise NotImplementedError

    def apply(self, x, t, numbers):
        raise NotImplementedError

    def __call__(self, x, t, generator=None):
        return self.apply(x, t, self.draw(x, generator))

    # --8<-- [end:mixing]

    # --8<-- [start:probabilities]
    def probabilities(self, x, t):
        """t as rows (N, K)."""
        import torch

        require_batch(self, x, t)
        K, name = self.num_classes, type(self).__name__
        if t.ndim == 2:
            if K is not None and t.shape[1] != K:
                raise ValueError(
                    f"{name}: rows of {t.shape[1]} for num_classes={K}"
                )
            return t.to(x.dtype)
        if K is None or t.is_floating_point() or t.dtype == torch.bool:
            raise ValueError(
                f"{name}: targets (N,) must be integers, with num_classes; "
                f"got {t.dtype}, num_classes={K}"
            )
        if t.min() < 0 or t.max() >= K:
            raise ValueError(
                f"{name}: classes from {t.min()} to {t.max()} for "
                f"num_classes={K}"
            )
        return torch.eye(K, dtype=x.dtype, device=x.device)[t.to(x.device)]

    # --8<-- [end:probabilities]


# --8<-- [start:beta]
def beta(alpha, generator):
    """A number in [0, 1] by Beta(alpha, alpha).

    As torch.distributions.Beta draws it, which takes no generator: the
    first of two shares by the Dirichlet law.
    """
    import torch

    both = torch.full((1, 2), alpha)
    return torch._sample_dirichlet(both, generator=generator)[0, 0].item()


# --8<-- [end:beta]
