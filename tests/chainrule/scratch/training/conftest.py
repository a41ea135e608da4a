import numpy as np
import pytest

from chainrule.data import Loader
from chainrule.scratch.models import SoftmaxClassifier
from chainrule.scratch.nn import CrossEntropyLoss
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import Trainer, accuracy


def blobs(n=90, seed=0):
    """Three clouds that overlap."""
    rng = np.random.default_rng(seed)
    t = rng.integers(3, size=n)
    centers = np.array([[0, 0], [2, 0], [0, 2]])
    return (centers[t] + rng.normal(size=(n, 2))).astype("f4"), t


@pytest.fixture
def data():
    return blobs(), blobs(40, seed=1)


@pytest.fixture
def make(data):
    def make(lr=0.1, momentum=0.9, size=20, seed=0, validation=data[1], dtype="f4"):
        X, t = data[0]
        model = SoftmaxClassifier(2, 3, dtype)
        optimizer = MomentumSGD(model.params, lr, momentum)
        loader = Loader(X.astype(dtype), t, size, seed)
        return Trainer(
            model, CrossEntropyLoss(), optimizer, loader, validation, accuracy=accuracy
        )

    return make
