# kind: exact
"""Two classes: one logit is enough, and half of the penalty."""

from chainrule.scratch.models import SoftmaxRegression
from chainrule.scratch.nn import sigmoid, softmax

# --8<-- [start:two]
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression

z = np.array([3.0, 1.0])
print("softmax of (3, 1)  ", softmax(z).round(6))
print("sigmoid of 3 - 1   ", sigmoid(z[0] - z[1]).round(6))
print("sigmoid of 3 alone ", sigmoid(z[0]).round(6))

data = load_breast_cancer()
tumours = data.data[:, :2]
tumours = (tumours - tumours.mean(axis=0)) / tumours.std(axis=0)
C = 1 / (len(tumours) * 0.05)  # weight decay 0.05
one = LogisticRegression(C=C, tol=1e-9).fit(tumours, data.target)
two = SoftmaxRegression(weight_decay=0.10).fit(tumours, data.target)
print("w of logistic regression ", one.coef_[0].round(4))
print("difference of softmax's W", (two.W_[1] - two.W_[0]).round(4))
# --8<-- [end:two]
