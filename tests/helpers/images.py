"""Images and generators, each from its seed."""

import torch


def picture(*shape, seed=0, dtype=torch.float32):
    """Uniform in [0, 1); shape (3, 11, 14) if none is given."""
    rng = torch.Generator().manual_seed(seed)
    return torch.rand(shape or (3, 11, 14), generator=rng, dtype=torch.float64).to(
        dtype
    )


def seeded(seed=0):
    return torch.Generator().manual_seed(seed)
