# kind: figure
"""The rows of W as pictures, after training with momentum."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from chainrule.data import Loader, split
from chainrule.scratch.models import SoftmaxClassifier
from chainrule.scratch.nn import CrossEntropyLoss
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import Trainer


def draw(lang):
    X, t = load_digits(return_X_y=True)
    rest, _ = split(np.float32(X / 16), t, 359)
    model = SoftmaxClassifier(64, 10)
    optimizer = MomentumSGD(model.params, 0.1, 0.9)
    loader = Loader(*rest, 100, 0)
    Trainer(model, CrossEntropyLoss(), optimizer, loader).train(20)
    fig, axes = plt.subplots(2, 5, figsize=(5.6, 2.8))
    most = np.abs(model.weight).max()
    for k, ax in enumerate(axes.flat):
        image = model.weight[k].reshape(8, 8)
        shown = ax.imshow(image, cmap="PuOr", vmin=-most, vmax=most)
        ax.set_title(k)
        ax.axis("off")
    fig.colorbar(shown, ax=axes, shrink=0.8)
    return fig
