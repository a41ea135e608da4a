# kind: study, tested with SEEDS=2
"""Momentum, learning rate and batch size on the small digits, five seeds.

Prints CSV: after 20 epochs, mean and standard deviation over the seeds of the
loss on the whole training set and of the accuracy on the validation set, and
the median number of epochs until that loss was below 0.25; and the steps in an
epoch. A seed cuts another validation set and shuffles otherwise; nothing looks
at the test set.
"""

from chainrule.data import Loader, split
from chainrule.scratch.models import SoftmaxClassifier
from chainrule.scratch.nn import CrossEntropyLoss
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import Trainer, accuracy

# --8<-- [start:study]
import numpy as np
from sklearn.datasets import load_digits

SEEDS, EPOCHS, GOAL = 5, 20, 0.25
RATES = [0.01, 0.03, 0.1, 0.3, 1, 3, 10]
SIZES = [10, 32, 100, 320, 1079]

X, t = load_digits(return_X_y=True)
rest, _ = split(X / 16, t, 359)


def one(momentum, lr, size, seed):
    """Loss, validation accuracy, epochs to the goal (inf: never)."""
    train, validation = split(*rest, 359, seed)
    model = SoftmaxClassifier(64, 10, float)
    optimizer = MomentumSGD(model.params, lr, momentum)
    loader, losses = Loader(*train, size, seed), []
    trainer = Trainer(
        model, CrossEntropyLoss(), optimizer, loader, accuracy=accuracy
    )
    trainer.train(EPOCHS, after=lambda s: losses.append(s.test(*train)[0]))
    below = np.flatnonzero(np.array(losses) < GOAL)
    epochs = below[0] + 1 if len(below) else np.inf
    return losses[-1], trainer.test(*validation)[1], epochs


# --8<-- [end:study]


def row(momentum, lr, size):
    runs = np.array([one(momentum, lr, size, seed) for seed in range(SEEDS)])
    loss, right, epochs = runs.T
    numbers = [f"{f(x):.3f}" for x in (loss, right) for f in (np.mean, np.std)]
    steps = -(-(len(rest[1]) - 359) // size)  # in an epoch
    print(
        momentum, lr, size, *numbers, f"{np.median(epochs):g}", steps, sep=","
    )


def main():
    print("momentum,lr,batch,loss,loss_sd,accuracy,accuracy_sd,epochs,steps")
    for momentum in (0, 0.9):
        for lr in RATES:
            row(momentum, lr, 100)
        for size in SIZES:
            if size != 100:
                row(momentum, 0.1, size)


main()
