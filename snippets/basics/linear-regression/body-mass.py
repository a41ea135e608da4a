# kind: exact
"""A line through real data: body mass index and diabetes, one year on."""

import numpy as np

from chainrule.scratch.models.regression import least_squares, predict
from chainrule.scratch.nn import mse

# --8<-- [start:data]
from sklearn.datasets import load_diabetes

data = load_diabetes(scaled=False)
bmi, score = data.data[:, [2]], data.target  # (442, 1), (442,)
# --8<-- [end:data]

# --8<-- [start:fit]
w, b = least_squares(bmi, score)
y = predict(bmi, w, b)
print(f"score = {b:.2f} + {w[0]:.3f} * BMI")
print(f"loss of the line      {mse(y, score):.1f}")
print(f"loss of the mean      {np.var(score):.1f}")
# --8<-- [end:fit]
