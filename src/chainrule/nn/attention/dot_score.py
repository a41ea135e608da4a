"""How well a key answers a query: their scalar product."""


# --8<-- [start:dot-score]
def dot_score(query, key, scale=1.0):
    """scale · q · k for each query and each key.

    query (..., T, E), key (..., S, E), scores (..., T, S). scale=1 is
    "dot" of Luong et al. (2015), arXiv:1508.04025; 1/sqrt(E) that of
    Vaswani et al. (2017), arXiv:1706.03762. Raises ValueError for sizes
    that differ.
    """
    if query.shape[-1] != key.shape[-1]:
        sizes = f"{query.shape[-1]} and {key.shape[-1]}"
        raise ValueError(f"query and key must have one size, got {sizes}")
    return query @ key.mT * scale  # (37.2), (37.4)


# --8<-- [end:dot-score]
