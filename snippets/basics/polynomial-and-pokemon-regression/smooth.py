# kind: study
"""Does a larger lambda always make the curve smoother?

Prints CSV: medians over the samples, and the shares of the samples in which a
quantity rose from the strength before.
"""

import numpy as np

from chainrule.scratch.models import Ridge
from chainrule.scratch.preprocessing import powers

# --8<-- [start:smooth]
SAMPLES = 200
alphas = (0, 1e-6, 1e-4, 1e-2, 0.1, 1, 10, 100)
grid, j = np.linspace(-1, 1, 401), np.arange(1, 10)
truth = np.sin(3 * grid)
results = []
for seed in range(SAMPLES):  # 12 noisy samples of a sine, degree 9
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1, 1, 12)
    t = np.sin(3 * x) + 0.3 * rng.standard_normal(12)
    for alpha in alphas:
        model = Ridge(alpha).fit(powers(x, 9), t)
        slope = grid[:, None] ** (j - 1) @ (j * model.w_)
        error = model.predict(powers(grid, 9)) - truth
        training = model.predict(powers(x, 9)) - t
        results.append(
            (
                np.linalg.norm(model.w_),
                np.abs(slope).max(),
                np.sqrt(np.mean(training**2)),
                np.sqrt(np.mean(error**2)),
            )
        )
results = np.reshape(results, (SAMPLES, len(alphas), 4))
rises = np.mean(np.diff(results, axis=1) > 0, axis=0)
print(
    "lambda,length,steepest,training,test,length_rose,steepest_rose,training_rose"
)
for i, alpha in enumerate(alphas):
    w, steepest, training, test = np.median(results[:, i], axis=0)
    medians = f"{w:.1f},{steepest:.1f},{training:.3f},{test:.2f}"
    rose = "".join(f",{r:.2g}" for r in rises[i - 1, :3]) if i else ""
    print(f"{alpha},{medians}{rose}")
# --8<-- [end:smooth]
