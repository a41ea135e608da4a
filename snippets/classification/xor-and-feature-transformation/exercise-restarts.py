"""Exercise: how many starts are enough?"""

import numpy as np

from chainrule.scratch.models.cascaded_logistic import CascadedLogistic

# --8<-- [start:solution]
X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
t = np.array([0, 1, 1, 0])

print(f"needed: {np.log(0.001) / np.log(1 - 137 / 200):.2f}")
learned = [
    (CascadedLogistic(restarts=6, seed=seed).fit(X, t).predict(X) == t).all()
    for seed in range(1, 11)
]
print(f"{sum(learned)} of {len(learned)} groups of six contain a success")
# --8<-- [end:solution]
