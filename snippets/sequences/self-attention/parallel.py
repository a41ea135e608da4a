# kind: exact
"""One output after the other, and all of them as a matrix."""

# --8<-- [start:parallel]
import numpy as np

from chainrule.scratch.nn import SelfAttention, softmax

d_in, d_k, d_v = 6, 4, 5
layer = SelfAttention(d_in, d_k, d_v, rng=0)
W_q, W_k, W_v = layer.params
for T in (3, 50):
    X = np.random.default_rng(T).normal(size=(T, d_in))
    one_by_one = []
    for a_i in X:
        q = W_q @ a_i
        scores = [q @ (W_k @ a) / np.sqrt(d_k) for a in X]
        shares = softmax(scores)
        b = sum(s * (W_v @ a) for s, a in zip(shares, X, strict=True))
        one_by_one.append(b)
    same = np.allclose(layer.forward(X), one_by_one)
    learned = sum(p.size for p in layer.params)
    print(f"T = {T}: {same}, {learned} numbers learned")
# --8<-- [end:parallel]
