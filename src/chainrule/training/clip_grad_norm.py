"""Gradients made no longer than allowed."""

# --8<-- [start:clip-grad-norm]
import torch


@torch.no_grad()
def clip_grad_norm_(parameters, max_norm):
    """Shorten all gradients together to max_norm; return their length.

    The length is that of one vector of them all, before it is
    shortened: their direction stays. As torch.nn.utils.clip_grad_norm_,
    on one device; parameters without a gradient do not count. Raises
    ValueError unless max_norm > 0.
    """
    if not max_norm > 0:
        raise ValueError(f"max_norm must be positive, got {max_norm}")
    grads = [p.grad for p in parameters if p.grad is not None]
    if not grads:
        return torch.tensor(0.0)
    lengths = torch.stack([torch.linalg.vector_norm(g) for g in grads])
    length = torch.linalg.vector_norm(lengths)
    factor = max_norm / (length + 1e-6)
    torch._foreach_mul_(grads, factor.clamp(max=1.0))
    return length


# --8<-- [end:clip-grad-norm]
