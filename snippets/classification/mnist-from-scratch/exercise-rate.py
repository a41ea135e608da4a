# kind: study
"""Settings of one effective rate: do they end at the same place?

Prints CSV: how far the weights end from those of plain SGD with rate 1 and
batches of 100, as a share of their length. Only the last row has another rate.
"""

from chainrule.data import Loader, split
from chainrule.scratch.models import SoftmaxClassifier
from chainrule.scratch.nn import CrossEntropyLoss
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import Trainer

# --8<-- [start:solution]
import numpy as np
from sklearn.datasets import load_digits

X, t = load_digits(return_X_y=True)
rest, _ = split(X / 16, t, 359)


def weights(momentum, lr, size):
    model = SoftmaxClassifier(64, 10, float)
    optimizer = MomentumSGD(model.params, lr, momentum)
    loader = Loader(*rest, size, 0)
    Trainer(model, CrossEntropyLoss(), optimizer, loader).train(20)
    return model.weight


plain = weights(0, 1, 100)
print("momentum,lr,batch,away")
for momentum, lr, size in ((0.9, 0.1, 100), (0, 0.1, 10), (0, 0.1, 100)):
    W = weights(momentum, lr, size)
    far = np.linalg.norm(W - plain) / np.linalg.norm(plain)
    print(f"{momentum},{lr},{size},{far:.3f}")
# --8<-- [end:solution]
