"""Ten classes: the scanned digits, with samples put aside."""

from chainrule.scratch.models.softmax_regression import SoftmaxRegression

# --8<-- [start:digits]
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

images, digit = load_digits(return_X_y=True)
rates = []
for seed in range(10):
    train, test, t, t_test = train_test_split(
        images / 16, digit, stratify=digit, random_state=seed
    )
    model = SoftmaxRegression(1e-3, "gradient-descent", steps=100, tol=0.1)
    model.fit(train, t)
    rates.append(np.mean(model.predict(test) == t_test))
print(f"read: {np.mean(rates):.1%} ± {np.std(rates):.1%} of 450 new digits")
print("parameters:", model.W_.size + model.b_.size)
# --8<-- [end:digits]
