"""What backward says, beside differences of forward."""

# --8<-- [start:gradient-errors]
import numpy as np

from chainrule.scratch.analysis.differences import central_gradient


def gradient_errors(layer, x, rng=0):
    """Relative errors of a layer's dL/dx and of its parameters' gradients.

    For any dy, L = sum(dy * y) is a loss whose derivative by y is dy.
    So backward(dy) must find the slopes of L, which central_gradient
    measures without it. dy is normal, rng its seed or generator. Each
    error is the largest of its array, beside the largest slope there.
    x and the parameters should be float64, and no kink close to them.
    Raises ValueError for a gradient of another shape than its array.
    """
    x = np.array(x, float)
    y = layer.forward(x)
    dy = np.random.default_rng(rng).normal(size=y.shape)
    found = [layer.backward(dy), *(g.copy() for g in layer.grads)]
    arrays = [x, *layer.params]

    def loss():
        return (dy * layer.forward(x)).sum()

    pairs = zip(arrays, found, strict=True)
    return [_error(loss, array, gradient) for array, gradient in pairs]


def _error(loss, array, gradient):
    if gradient.shape != array.shape:
        shapes = f"{gradient.shape}, of an array {array.shape}"
        raise ValueError(f"a gradient {shapes}")
    kept = array.copy()

    def moved(at):
        array[...] = at.reshape(array.shape)
        return loss()

    try:
        slopes = central_gradient(moved, kept.ravel())
    finally:
        array[...] = kept
    largest = max(np.abs(slopes).max(), np.finfo(float).tiny)
    return np.abs(gradient.ravel() - slopes).max() / largest


# --8<-- [end:gradient-errors]
