"""Root mean square normalization as a module."""

# --8<-- [start:rms-norm]
import torch

from chainrule.nn.norm.base import FeatureNorm, widened


class RMSNorm(FeatureNorm):
    """Each sample divided by the root mean square of its features.

    Input (..., *normalized_shape); weight has that shape. eps is the
    spacing of floats at 1, unless given. As torch.nn.RMSNorm. Raises
    ValueError for another shape (torch: RuntimeError).
    """

    def __init__(
        self,
        normalized_shape,
        eps=None,
        elementwise_affine=True,
        device=None,
        dtype=None,
    ):
        given = normalized_shape, eps, elementwise_affine, False
        super().__init__(*given, device, dtype)

    def forward(self, x):
        z = widened(x)
        eps = torch.finfo(z.dtype).eps if self.eps is None else self.eps
        square = z.square().mean(self.dims(x), keepdim=True)
        y = z * torch.rsqrt(square + eps)  # (32.17)
        return self.scaled(y, x.dtype)

    # --8<-- [end:rms-norm]

    def extra_repr(self) -> str:
        affine = f"elementwise_affine={self.elementwise_affine}"
        return f"{self.normalized_shape}, eps={self.eps}, {affine}"
