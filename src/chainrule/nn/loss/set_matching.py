"""Who is paired with whom, so that all pairs together cost least."""

import torch


# --8<-- [start:set-matching]
def set_matching(cost):
    """For each row of cost (M, Q), M ≤ Q, a column of its own: (M,).

    The sum of the costs of the pairs is the least there is. scipy's
    linear_sum_assignment finds it in O(M² Q) steps; trying all would
    take Q!/(Q − M)!. Raises ValueError for another shape, for M > Q and
    for NaN, ImportError without SciPy.
    """
    try:
        from scipy.optimize import linear_sum_assignment
    except ImportError as error:
        raise ImportError(
            "set_matching needs SciPy: pip install scipy"
        ) from error
    if cost.dim() != 2 or cost.shape[0] > cost.shape[1]:
        shape = (*cost.shape,)
        raise ValueError(f"cost must be (M, Q) with M ≤ Q, got {shape}")
    _, columns = linear_sum_assignment(cost.detach().cpu().numpy())
    return torch.as_tensor(columns, device=cost.device)


# --8<-- [end:set-matching]
