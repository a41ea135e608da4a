# kind: study
"""How far Adam's rate is off while v rests on few gradients."""

# --8<-- [start:rates]
import numpy as np

beta2, STREAMS = 0.999, 20_000
rng, v = np.random.default_rng(0), np.zeros(STREAMS)
print("t,low,median,high,mean_of_1/v,formula")
for t in range(1, 501):
    v = beta2 * v + (1 - beta2) * rng.normal(size=STREAMS) ** 2
    if t in (1, 2, 3, 5, 10, 50, 500):
        v_hat = v / (1 - beta2**t)
        low, middle, high = np.quantile(v_hat**-0.5, [0.05, 0.5, 0.95])
        mean, exact = (1 / v_hat).mean(), t / (t - 2) if t > 2 else np.inf
        shown = f"{low:.2f},{middle:.2f},{high:.2f}"
        print(f"{t},{shown},{mean:.2f},{exact:.2f}")
# --8<-- [end:rates]
