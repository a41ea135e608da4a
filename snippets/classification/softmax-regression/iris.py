# kind: exact
"""One class apart from the others is enough: iris has no best weights."""

from chainrule.scratch.models import SoftmaxRegression

# --8<-- [start:iris]
import numpy as np
from sklearn.datasets import load_iris

flowers, species = load_iris(return_X_y=True)
try:
    SoftmaxRegression().fit(flowers, species)
except ValueError as error:
    print(error)
for weight_decay in (1e-2, 1e-4, 1e-6):
    model = SoftmaxRegression(weight_decay).fit(flowers, species)
    size, right = np.linalg.norm(model.W_), model.predict(flowers) == species
    print(f"weight_decay {weight_decay:.0e}: |W| = {size:5.2f}, ", end="")
    print(f"{np.sum(~right)} of 150 wrong")
# --8<-- [end:iris]
