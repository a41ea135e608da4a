"""What normalization layers share: scale, shift, and what they let in."""

import numpy as np

from chainrule.scratch.checks import real
from chainrule.scratch.nn.base import Layer


# --8<-- [start:affine]
class Norm(Layer):
    """y = weight * x_hat + bias, each a number for every feature.

    A subclass finds x_hat. start makes weight (ones) and bias (zeros),
    both of the shape of a sample's features, or of its channels (C,)
    and then for axis 1. Without affine there are none. Raises
    ValueError for no features and a negative eps.
    """

    weight: np.ndarray | None = None
    bias: np.ndarray | None = None

    def start(self, shape, eps, affine, bias, dtype):
        if not shape or np.min(shape) < 1:
            raise ValueError(f"a normalization of no features: {shape}")
        if eps is not None and eps < 0:
            raise ValueError(f"eps must not be negative, got {eps}")
        self.eps, self._pairs = eps, []
        if affine:
            self.weight = np.ones(shape, dtype)
            self.grad_weight = np.zeros_like(self.weight)
            self._pairs.append((self.weight, self.grad_weight))
        if affine and bias:
            self.bias = np.zeros(shape, dtype)
            self.grad_bias = np.zeros_like(self.bias)
            self._pairs.append((self.bias, self.grad_bias))

    def parameters(self):
        return self._pairs

    def scaled(self, y):
        """weight * y + bias."""
        if self.weight is not None:
            y = y * self.placed(self.weight, y.ndim)  # (32.9)
        if self.bias is not None:
            y = y + self.placed(self.bias, y.ndim)
        return y

    def scaled_backward(self, dy, y):
        """dL/dy before weight and bias, whose gradients it keeps."""
        if self.bias is not None:
            self.grad_bias[...] = self.gathered(dy)
        if self.weight is None:
            return dy
        self.grad_weight[...] = self.gathered(dy * y)  # (32.10)
        return dy * self.placed(self.weight, dy.ndim)

    # --8<-- [end:affine]

    def placed(self, parameter, ndim):
        """A parameter in the axes of an input: by default the last ones."""
        return parameter

    def gathered(self, dy):
        """The sum over the axes in which a parameter is the same."""
        axes = tuple(range(dy.ndim - self.grad_weight.ndim))
        return dy.sum(axis=axes)


class FeatureNorm(Norm):
    """A normalization of each sample, over its last axes: its features."""

    def start(self, normalized_shape, eps, affine, bias, dtype):
        one = np.ndim(normalized_shape) == 0
        shape = (normalized_shape,) if one else tuple(normalized_shape)
        super().start(shape, eps, affine, bias, dtype)
        self.normalized_shape = shape

    def features(self, x):
        """x as floats, and those axes; ValueError for another shape."""
        x, shape = real(x, "x"), self.normalized_shape
        if x.shape[-len(shape) :] != shape:
            raise ValueError(f"x must end in {shape}, got {x.shape}")
        return x, tuple(range(-len(shape), 0))


class ChannelNorm(Norm):
    """A normalization with a weight and a bias for each channel, axis 1."""

    def placed(self, parameter, ndim):
        return parameter.reshape(-1, *[1] * (ndim - 2))

    def gathered(self, dy):
        return dy.sum(axis=(0, *range(2, dy.ndim)))

    def require_images(self, x, channels, ndims):
        """x as floats; ValueError unless it has so many axes and channels."""
        x = real(x, "x")
        if x.ndim not in ndims or x.shape[1] != channels:
            axes = " or ".join(f"{n}D" for n in ndims)
            want = f"(N, {channels}, …), {axes}"
            raise ValueError(f"x must be {want}, got {x.shape}")
        return x
