# kind: study
"""Ten classes: the scanned digits, with samples put aside.

Prints CSV: the number of parameters, and the share of the digits put aside
that is read, mean, lowest and highest of the splits.
"""

from chainrule.scratch.models import SoftmaxRegression

# --8<-- [start:digits]
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

SPLITS = 10
images, digit = load_digits(return_X_y=True)
read = []
for seed in range(SPLITS):
    train, test, t, t_test = train_test_split(
        images / 16, digit, stratify=digit, random_state=seed
    )
    model = SoftmaxRegression(1e-3, "gradient-descent", steps=100, tol=0.1)
    model.fit(train, t)
    read.append(np.mean(model.predict(test) == t_test))
numbers = (f"{f(read):.3f}" for f in (np.mean, np.min, np.max))
print("parameters,test,mean,low,high")
print(model.W_.size + model.b_.size, len(test), *numbers, sep=",")
# --8<-- [end:digits]
