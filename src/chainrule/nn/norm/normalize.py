"""What all normalizations share: mean 0 and variance 1 over some axes."""

# --8<-- [start:normalize]
import torch


class Normalize(torch.autograd.Function):
    """x minus its mean over dims, over its deviation; mean and variance too.

    autograd through the operations of forward finds the same gradient,
    with more passes over the data. dmean and dvariance, in general 0,
    are there for second derivatives.
    """

    @staticmethod
    def forward(ctx, x, dims, eps):
        mean = x.mean(dims, keepdim=True)  # (32.5)
        y = x - mean
        variance = y.square().mean(dims, keepdim=True)
        y *= torch.rsqrt(variance + eps)  # (32.6)
        ctx.save_for_backward(y, variance)
        ctx.dims, ctx.eps = dims, eps
        return y, mean, variance

    @staticmethod
    def backward(ctx, dy, dmean, dvariance):
        (y, variance), dims = ctx.saved_tensors, ctx.dims
        scale = torch.rsqrt(variance + ctx.eps)
        root = scale * y.numel() / max(1, scale.numel())
        shift = dy.mean(dims, keepdim=True) - dmean / root
        stretch = (dy * y).mean(dims, keepdim=True)
        stretch = stretch - 2 * dvariance / (root * scale)
        # scale * (dy - shift - y * stretch), in two passes: (32.8)
        dx = torch.addcmul(-scale * shift, dy, scale)
        return dx.addcmul_(y, -scale * stretch), None, None


def normalize(x, dims, eps):
    """y (like x), and mean and biased variance with axes of length 1."""
    return Normalize.apply(x, dims, eps)


# --8<-- [end:normalize]
