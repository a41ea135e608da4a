# kind: exact
"""How far Adam's rate is off while v rests on few gradients."""

# --8<-- [start:rates]
import numpy as np

beta2, streams = 0.999, 20_000
rng, v = np.random.default_rng(0), np.zeros(streams)
print("   t  5 %    median  95 %   mean of 1/v   t/(t-2)")
for t in range(1, 501):
    v = beta2 * v + (1 - beta2) * rng.normal(size=streams) ** 2
    if t in (1, 2, 3, 5, 10, 50, 500):
        v_hat = v / (1 - beta2**t)
        low, middle, high = np.quantile(v_hat**-0.5, [0.05, 0.5, 0.95])
        mean, exact = (1 / v_hat).mean(), t / (t - 2) if t > 2 else np.inf
        shown = f"{low:.2f}   {middle:.2f}   {high:6.2f}"
        print(f"{t:4}  {shown}  {mean:12.2f}  {exact:8.2f}")
# --8<-- [end:rates]
