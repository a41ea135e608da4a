"""The rate a / (b + t) of the notes."""


# --8<-- [start:inverse-time]
def inverse_time_lr(t, lr, b):
    """a / (b + t), with a = η b, so that it starts at η."""
    a = lr * b
    return a / (b + t)  # (26.6)


# --8<-- [end:inverse-time]
