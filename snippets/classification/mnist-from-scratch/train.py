# kind: study
"""Loader, model, loss, optimizer and trainer, together for the small digits.

Prints CSV: training loss and validation accuracy after some of the epochs.
"""

from chainrule.data import Loader, split
from chainrule.scratch.models import SoftmaxClassifier
from chainrule.scratch.nn import CrossEntropyLoss
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import Trainer, accuracy

# --8<-- [start:data]
import numpy as np
from sklearn.datasets import load_digits

X, t = load_digits(return_X_y=True)
X = np.float32(X / 16)
rest, test = split(X, t, 359)
train, validation = split(*rest, 359)
# --8<-- [end:data]

# --8<-- [start:train]
model = SoftmaxClassifier(features=64, classes=10)
optimizer = MomentumSGD(model.params, lr=0.1, momentum=0.9)
loader = Loader(*train, size=100, seed=0)
trainer = Trainer(
    model, CrossEntropyLoss(), optimizer, loader, validation, accuracy=accuracy
)

history = trainer.train(epochs=20)
print("epoch,loss,accuracy")
for k in (0, 4, 19):
    loss, right = history["loss"][k], history["val_accuracy"][k]
    print(f"{k + 1},{loss:.3f},{right:.3f}")
# --8<-- [end:train]
