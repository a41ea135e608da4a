"""What attention refuses: clear errors in place of a wrong broadcast."""

import torch


def check_attention(query, key, value, attn_mask, is_causal):
    """ValueError for shapes that do not fit, TypeError for other numbers."""
    for name, x in {"query": query, "key": key, "value": value}.items():
        if x.dim() < 2:
            raise ValueError(f"{name} must be (..., T, E), got {(*x.shape,)}")
        if not x.is_floating_point():
            raise TypeError(f"{name} must be floating point, got {x.dtype}")
    if query.shape[-1] != key.shape[-1]:
        sizes = f"{query.shape[-1]} and {key.shape[-1]}"
        raise ValueError(f"query and key must have one size, got {sizes}")
    if key.shape[-2] != value.shape[-2]:
        sizes = f"{key.shape[-2]} and {value.shape[-2]}"
        raise ValueError(f"key and value must have one length, got {sizes}")
    if attn_mask is None:
        return
    if is_causal:
        raise ValueError("attn_mask and is_causal exclude each other")
    check_mask("attn_mask", attn_mask)
    wanted = query.shape[-2], key.shape[-2]
    pairs = zip(attn_mask.shape[-2:], wanted, strict=False)
    if attn_mask.dim() < 2 or any(a not in (1, b) for a, b in pairs):
        shape = (*attn_mask.shape,)
        raise ValueError(
            f"attn_mask must be (..., T, S) = {wanted}, got {shape}"
        )


def check_mask(name, mask):
    """TypeError unless it is boolean or floating point."""
    if mask.dtype != torch.bool and not mask.is_floating_point():
        raise TypeError(
            f"{name} must be boolean or floating point, got {mask.dtype}"
        )


def check_reach(before, after):
    """ValueError below 0: each position may look at itself."""
    if before < 0 or after < 0:
        reach = f"before={before}, after={after}"
        raise ValueError(f"a reach is 0 or more, got {reach}")


def check_graph(x, edges, in_features):
    """ValueError for other shapes, TypeError unless edges is boolean."""
    if x.dim() != 2 or x.shape[1] != in_features:
        shape = (*x.shape,)
        raise ValueError(f"x must be (N, {in_features}), got {shape}")
    if edges.shape != (len(x), len(x)):
        shape = (*edges.shape,)
        raise ValueError(f"edges must be {(len(x), len(x))}, got {shape}")
    if edges.dtype != torch.bool:
        raise TypeError(f"edges must be boolean, got {edges.dtype}")
