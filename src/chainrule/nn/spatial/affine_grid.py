"""Where each output pixel reads its input, by an affine map."""

# --8<-- [start:affine-grid]
import torch


def ends(size, align_corners, like):
    """Middles of size pixels in [-1, 1]: (35.8).

    With align_corners -1 and 1 are the middles of the first and the last
    pixel, without it their outer edges.
    """
    at = torch.arange(size, dtype=like.dtype, device=like.device)
    if align_corners:
        return 2 * at / max(size - 1, 1) - float(size > 1)
    return (2 * at + 1) / size - 1


def affine_grid(theta, size, align_corners=False):
    """Places (x, y) in [-1, 1] where each pixel of the output reads.

    theta (N, 2, 3), size (N, C, H, W), output (N, H, W, 2), as in
    torch.nn.functional.affine_grid. Raises TypeError for whole numbers,
    ValueError for other shapes (maps of volumes are not here).
    """
    if not theta.is_floating_point():
        raise TypeError(f"theta must be floating point, got {theta.dtype}")
    if len(size) != 4 or min(size) < 1 or theta.shape != (size[0], 2, 3):
        raise ValueError(
            f"theta must be (N, 2, 3) and size (N, C, H, W) of 1 or more, "
            f"got {(*theta.shape,)} and {(*size,)}"
        )
    y, x = (ends(n, align_corners, theta) for n in size[2:])
    y, x = torch.meshgrid(y, x, indexing="ij")
    target = torch.stack([x, y, torch.ones_like(x)], dim=-1)
    return torch.einsum("nij,hwj->nhwi", theta, target)  # (35.7)


# --8<-- [end:affine-grid]
