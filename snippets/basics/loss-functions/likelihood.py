# kind: exact
"""The most likely line under normal noise is that of least squares."""

from chainrule.scratch.models.regression import least_squares, predict
from chainrule.scratch.nn import gaussian_nll, mse

# --8<-- [start:likelihood]
from sklearn.datasets import load_diabetes

data = load_diabetes(scaled=False)
X, t = data.data[:, [2]], data.target
w, b = least_squares(X, t)
y = predict(X, w, b)
variance = mse(y, t)
print(f"MSE {variance:.1f}, so sigma = {variance**0.5:.1f}")
for name, guess, var in (
    ("best line, best variance", y, variance),
    ("line raised by 10", y + 10, variance),
    ("best line, variance * 2", y, 2 * variance),
    ("best line, variance / 2", y, variance / 2),
):
    print(f"{name:25} -ln p per sample {gaussian_nll(guess, t, var):.4f}")
# --8<-- [end:likelihood]
