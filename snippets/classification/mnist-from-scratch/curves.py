# kind: figure
"""Loss and accuracy with momentum and without."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from chainrule.data import Loader, split
from chainrule.scratch.models import SoftmaxClassifier
from chainrule.scratch.nn import CrossEntropyLoss
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import Trainer, accuracy, plot_loss_and_acc

TEXT = {
    "zh": ("轮", "损失", "准确率", "没有动量", "动量 0.9"),
    "en": ("epoch", "loss", "accuracy", "no momentum", "momentum 0.9"),
}


def train(momentum):
    X, t = load_digits(return_X_y=True)
    rest, _ = split(np.float32(X / 16), t, 359)
    train, validation = split(*rest, 359)
    model = SoftmaxClassifier(64, 10)
    optimizer = MomentumSGD(model.params, 0.1, momentum)
    loader = Loader(*train, 100, 0)
    trainer = Trainer(
        model,
        CrossEntropyLoss(),
        optimizer,
        loader,
        validation,
        accuracy=accuracy,
    )
    return trainer.train(20)


def draw(lang):
    *labels, without, with_it = TEXT[lang]
    runs = {without: train(0), with_it: train(0.9)}
    fig, axes = plt.subplots(2, 1, figsize=(5.2, 5.6), sharex=True)
    plot_loss_and_acc(runs, axes, labels)
    axes[0].set_xlabel("")
    axes[1].set_ylim(0.6, 1)
    axes[1].set_xticks([1, 5, 10, 15, 20])
    return fig
