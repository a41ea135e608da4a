# kind: study
"""Exercise: how many starts are enough?

Prints CSV: the number of starts that theory asks for, and of 60 starts and of
their ten groups of six, how many learn XOR.
"""

# --8<-- [start:solution]
import numpy as np

from chainrule.scratch.models.shallow.cascaded_logistic import (
    descend,
    logits,
    random_start,
)

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
t = np.array([0, 1, 1, 0])

needed = np.log(0.001) / np.log(1 - 137 / 200)
starts = random_start(60, 2, 2, scale=1.0, seed=1)
theta = descend(X, t, starts, lr=1.0, steps=2000)
learned = ((logits(X, *theta) > 0) == t).all(axis=1)
groups = learned.reshape(10, 6).any(axis=1)
print("needed,starts,learned,groups,with_one")
print(f"{needed:.2f},60,{learned.sum()},10,{groups.sum()}")
# --8<-- [end:solution]
