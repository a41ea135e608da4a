# kind: figure
"""The weights of the ten digits, as pictures."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from chainrule.scratch.models import SoftmaxRegression

TEXT = {"zh": "权重 $w_{kj}$", "en": "weight $w_{kj}$"}


@cache
def weights():
    X, t = load_digits(return_X_y=True)
    model = SoftmaxRegression(1e-3, "gradient-descent", steps=100, tol=0.1)
    return model.fit(X / 16, t).W_


def draw(lang):
    W = weights()
    fig, axes = plt.subplots(2, 5, figsize=(5.8, 2.9))
    size = np.abs(W).max()
    for k, ax in enumerate(axes.flat):
        image = ax.imshow(
            W[k].reshape(8, 8), cmap="RdBu", vmin=-size, vmax=size
        )
        ax.set_title(str(k))
        ax.axis("off")
    fig.colorbar(image, ax=axes, shrink=0.8, label=TEXT[lang])
    return fig
