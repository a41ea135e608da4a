# kind: study
"""The problem of Reddi et al. (2018), its large gradient at random.

Prints CSV: of RUNS runs the lowest, median and highest mean position in the
second half, and how many end up on either side.
"""

import numpy as np

from chainrule.scratch.optim import adam, amsgrad

# --8<-- [start:random]
RUNS, STEPS = 50, 60_000

print("method,low,median,high,near_best,near_worst")
for twin, kept in ((adam, 2), (amsgrad, 3)):
    rng = np.random.default_rng(0)
    w, *state = (np.zeros(RUNS),) * (1 + kept)
    late = np.zeros(RUNS)
    for t in range(1, STEPS + 1):
        g = np.where(rng.random(RUNS) < 0.01, 1010.0, -10.0)
        given = {"lr": 0.01, "betas": (0.9, 0.99)}
        w, *state = twin(w, g, *state, t, **given)
        w = np.clip(w, -1, 1)
        if t > STEPS / 2:
            late += w / (STEPS / 2)
    found = np.quantile(late, [0, 0.5, 1])
    shown = ",".join(f"{x:.2f}" for x in found)
    near = (late < -0.5).sum(), (late > 0.5).sum()
    print(f"{twin.__name__},{shown},{near[0]},{near[1]}")
# --8<-- [end:random]
