"""Layer normalization as a module."""

# --8<-- [start:layer-norm]
import torch

from chainrule.nn.norm.base import FeatureNorm, widened
from chainrule.nn.norm.normalize import normalize


class LayerNorm(FeatureNorm):
    """Each sample: mean 0 and variance 1 over its features.

    Input (..., *normalized_shape); weight and bias have that shape. The
    same in training and in evaluation. As torch.nn.LayerNorm, whose
    kernel finds the same numbers in one pass: fused=False goes by the
    formula. Raises ValueError for another shape (torch: RuntimeError).
    """

    def __init__(
        self,
        normalized_shape,
        eps=1e-5,
        elementwise_affine=True,
        bias=True,
        device=None,
        dtype=None,
        *,
        fused=True,
    ):
        given = normalized_shape, eps, elementwise_affine, bias
        super().__init__(*given, device, dtype)
        self.fused = fused

    def forward(self, x):
        dims = self.dims(x)
        if self.fused and x.is_floating_point():
            shape, parts = self.normalized_shape, (self.weight, self.bias)
            return torch.layer_norm(x, shape, *parts, self.eps)
        y, _, _ = normalize(widened(x), dims, self.eps)
        return self.scaled(y, x.dtype)

    # --8<-- [end:layer-norm]

    def extra_repr(self) -> str:
        affine = f"elementwise_affine={self.elementwise_affine}"
        bias = f"bias={self.bias is not None}"
        return f"{self.normalized_shape}, eps={self.eps}, {affine}, {bias}"
