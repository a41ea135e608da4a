# kind: exact
"""Gradients of 1, then one of 100,000: how far each moves the weight."""

from chainrule.scratch.optim import adam

# --8<-- [start:lecture]
# As after a long time of gradients 1: v is 1, and the corrections are 1.
w, m, v, t = 0.0, 0.0, 1.0, 100_000
for _ in range(3):
    moved = {1.0: 0.0, 100_000.0: 0.0}
    for g in [1.0] * 999 + [100_000.0]:
        t, before = t + 1, w
        w, m, v = adam(w, g, m, v, t, lr=1.0, betas=(0.0, 0.999))
        moved[g] += before - w
    small, large = moved.values()
    print(f"999 small gradients: {small:6.2f}   one large: {large:.2f}")
# --8<-- [end:lecture]
