# kind: exact
"""All thirty features separate the tumours, and then no w is best."""

from chainrule.scratch.models import LogisticRegression

# --8<-- [start:separable]
import numpy as np
from sklearn.datasets import load_breast_cancer

data = load_breast_cancer()
malignant = 1 - data.target
thirty = (data.data - data.data.mean(axis=0)) / data.data.std(axis=0)
try:
    LogisticRegression().fit(thirty, malignant)
except ValueError as error:
    print(error)
for weight_decay in (1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6):
    model = LogisticRegression(weight_decay).fit(thirty, malignant)
    wrong = np.sum(model.predict(thirty) != malignant)
    size = np.linalg.norm(model.w_)
    print(f"weight_decay {weight_decay:.0e}: |w| = {size:6.2f}, {wrong} wrong")
# --8<-- [end:separable]
