"""Exercise: which labellings of the four corners does a line separate?"""

# --8<-- [start:solution]
from itertools import product

import numpy as np
from scipy.optimize import linprog

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
A = np.column_stack([np.ones(4), X])  # times (b, w1, w2) makes z
for t in product([0, 1], repeat=4):
    sign = np.where(t, 1, -1)[:, None]  # wanted: sign * z >= 1
    answer = linprog(np.zeros(3), -sign * A, -np.ones(4), bounds=(None, None))
    if not answer.success:
        print(t, "cannot be separated")
# --8<-- [end:solution]
