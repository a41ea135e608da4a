# kind: exact
"""Three gradients, by the mean of the squares and by their sum."""

from chainrule.scratch.optim import adagrad, rms_normalized_sgd

# --8<-- [start:steps]
by_mean = by_sum = 0.0
s_mean = s_sum = 0.0
for t, g in enumerate([3.0, 4.0, 0.5], start=1):
    old = by_mean, by_sum
    by_mean, s_mean = rms_normalized_sgd(by_mean, g, s_mean, t, lr=0.1)
    by_sum, s_sum = adagrad(by_sum, g, s_sum, lr=0.1)
    steps = [
        before - now for before, now in zip(old, (by_mean, by_sum), strict=True)
    ]
    rates = [step / g for step in steps]
    print(f"{t=} {g=}  mean: rate {rates[0]:.4f}, step {steps[0]:.4f}", end="")
    print(f"  sum: rate {rates[1]:.4f}, step {steps[1]:.4f}")
# --8<-- [end:steps]
