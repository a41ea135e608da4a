"""What Lookahead adds to a step of another optimizer (Zhang et al., 2019)."""


# --8<-- [start:lookahead]
def lookahead(w, slow, t, k=5, alpha=0.5):
    """Weights w and slow, both (…), after the t-th fast step led to w.

    Zhang et al. (2019), arXiv:1907.08610. slow starts where w starts,
    t counts from 1.
    """
    if t % k != 0:
        return w, slow
    slow = slow + alpha * (w - slow)  # (25.1)
    return slow, slow


# --8<-- [end:lookahead]
