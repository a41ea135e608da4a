# kind: exact
"""Does a larger lambda always make the curve smoother?"""

import numpy as np

from chainrule.scratch.models.polynomial_regression import powers
from chainrule.scratch.models.ridge import Ridge

# --8<-- [start:smooth]
alphas = (0, 1e-6, 1e-4, 1e-2, 0.1, 1, 10, 100)
grid, j = np.linspace(-1, 1, 401), np.arange(1, 10)
truth = np.sin(3 * grid)
results = []
for seed in range(200):  # 12 noisy samples of a sine, degree 9
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
results = np.reshape(results, (200, len(alphas), 4))
rises = np.mean(np.diff(results, axis=1) > 0, axis=0)
print(" lambda      |w|  steepest  training   test   steepest rose in")
for i, alpha in enumerate(alphas):
    w, steepest, training, test = np.median(results[:, i], axis=0)
    rose = f"{rises[i - 1, 1]:16.0%}" if i else ""
    errors = f"{training:9.3f} {test:6.2f}"
    print(f"{alpha:7.3g} {w:8.1f} {steepest:9.1f} {errors}{rose}")
print("cases in which |w| rose:", int(np.sum(np.diff(results[..., 0]) > 0)))
fell = np.sum(np.diff(results[..., 2]) < 0)
print("cases in which the training error fell:", int(fell))
# --8<-- [end:smooth]
