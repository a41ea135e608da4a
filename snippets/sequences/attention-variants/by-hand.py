# kind: exact
"""Two relations, one score or two heads."""

# --8<-- [start:by-hand]
import torch

from chainrule.nn import scaled_dot_product_attention

X = torch.tensor(
    [  # spelling, part of the sentence
        [2.0, 0, 2, 0],  # saw
        [0.0, 2, 0, 2],  # a
        [2.0, 0, 0, 2],  # saw
    ]
)
_, one = scaled_dot_product_attention(X, X, X, need_weights=True)
heads = X.unflatten(1, (2, 2)).transpose(0, 1)  # (heads, words, 2)
_, two = scaled_dot_product_attention(heads, heads, heads, need_weights=True)

print("the last word looks at      saw     a   saw")
rows = {"one score": one, "head 1": two[0], "head 2": two[1]}
for name, weights in rows.items():
    print(f"{name:24}", *(f"{w:5.3f}" for w in weights[2]))
# --8<-- [end:by-hand]
