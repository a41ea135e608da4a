"""Layer normalization as a module."""

# --8<-- [start:layer-norm]
from chainrule.nn.norm.base import Norm, require_ending, shape_of, widened
from chainrule.nn.norm.normalize import normalize


class LayerNorm(Norm):
    """Each sample: mean 0 and variance 1 over its features.

    Input (..., *normalized_shape); weight and bias have that shape. The
    same in training and in evaluation. As torch.nn.LayerNorm. Raises
    ValueError for another shape (torch: RuntimeError).
    """

    def __init__(
        self,
        normalized_shape,
        eps=1e-5,
        elementwise_affine=True,
        bias=True,
        device=None,
        dtype=None,
    ):
        shape = shape_of(normalized_shape)
        super().__init__(shape, eps, elementwise_affine, bias, device, dtype)
        self.normalized_shape = shape
        self.elementwise_affine = elementwise_affine

    def forward(self, x):
        require_ending(x, self.normalized_shape)
        dims = list(range(-len(self.normalized_shape), 0))
        y, _, _ = normalize(widened(x), dims, self.eps)
        return self.scaled(y, x.dtype)

    # --8<-- [end:layer-norm]

    def extra_repr(self) -> str:
        affine = f"elementwise_affine={self.elementwise_affine}"
        bias = f"bias={self.bias is not None}"
        return f"{self.normalized_shape}, eps={self.eps}, {affine}, {bias}"
