# kind: study, tested with SEEDS=3
"""Three chains of layers under one trainer, on two tasks about small digits.

Prints CSV: for each task, chain and rate, after 15 epochs, the mean of the loss
on the training samples, and mean, lowest and highest share of the unseen digits
that are answered rightly. A seed cuts other samples off, starts from other
weights and shuffles otherwise.
"""

# --8<-- [start:chains]
import numpy as np
from sklearn.datasets import load_digits

from chainrule.data import Loader, split
from chainrule.scratch.nn import (
    CrossEntropyLoss,
    Linear,
    Maxout,
    ReLU,
    Sequential,
)
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import Trainer, accuracy

SEEDS, EPOCHS, RATES = 5, 15, (0.1, 0.3)
CHAINS = {
    "linear": lambda K, r: [Linear(64, K, r)],
    "relu": lambda K, r: [Linear(64, 32, r), ReLU(), Linear(32, K, r)],
    "maxout": lambda K, r: [Maxout(64, 16, 2, r), Linear(16, K, r)],
}
X, digit = load_digits(return_X_y=True)
TASKS = {"which": (digit, 10), "even": (digit % 2, 2)}


def one(layers, t, K, lr, seed):
    """Training loss, and accuracy on digits that were put aside."""
    train, unseen = split(X / 16, t, 599, seed)
    model = Sequential(*layers(K, np.random.default_rng(seed)))
    optimizer = MomentumSGD(model.params, lr, momentum=0.9)
    loader, loss = Loader(*train, 100, seed), CrossEntropyLoss()
    trainer = Trainer(model, loss, optimizer, loader, accuracy=accuracy)
    trainer.train(EPOCHS)
    return trainer.test(*train)[0], trainer.test(*unseen)[1]


# --8<-- [end:chains]

print("task,chain,lr,loss,right,low,high")
for task, (t, K) in TASKS.items():
    for name, layers in CHAINS.items():
        for lr in RATES:
            runs = [one(layers, t, K, lr, seed) for seed in range(SEEDS)]
            loss, right = np.array(runs).T
            numbers = loss.mean(), right.mean(), right.min(), right.max()
            print(task, name, lr, *(f"{x:.4f}" for x in numbers), sep=",")
