# kind: numeric
"""Weights that look for the equal word, made by hand."""

# --8<-- [start:constructed]
import numpy as np

from chainrule.scratch.nn import SelfAttention

KINDS = 16


def sequence(T, rng):
    """Words as unit vectors, with a label of -1, 1 or (asked) 0."""
    words = np.tile(rng.permutation(KINDS)[: T // 2], 2)
    label = rng.choice([-1.0, 1.0], T // 2)
    shown, answer = np.append(label, 0 * label), np.tile(label, 2)
    order = rng.permutation(T)
    x = np.column_stack([np.eye(KINDS)[words], shown])[order]
    return x, answer[order], shown[order] == 0


rng = np.random.default_rng(0)
layer = SelfAttention(KINDS + 1, KINDS, 1, scale=1)
layer.W_k[...] = np.eye(KINDS, KINDS + 1)  # the word
layer.W_v[...] = np.eye(KINDS + 1)[-1:]  # the label
print("beta   T   right   largest error    bound")
for beta in (2, 5, 10):
    layer.W_q[...] = beta * layer.W_k  # the word, loudly
    for T in (16, 32):
        error, right = 0.0, []
        for _ in range(100):
            x, answer, asked = sequence(T, rng)
            b = layer.forward(x)[asked, 0]
            error = max(error, np.abs(2 * b - answer[asked]).max())
            right.append(b * answer[asked] > 0)
        bound = 2 * (T - 2) / (2 * np.exp(beta) + T - 2)  # (37.18)
        print(f"{beta:4} {T:3}{np.mean(right):8.3f}", end="")
        print(f"{error:16.5f}{bound:9.5f}")
# --8<-- [end:constructed]
