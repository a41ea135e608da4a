"""That the right functions of the part are right: by torch, scikit-learn, SciPy."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from helpers.checks import agrees, derivatives, of_part
from scipy import spatial, special
from sklearn.covariance import EmpiricalCovariance
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import SGDClassifier


def one_epoch_of_scikit_learn(X, t, w, b, lr):
    model = SGDClassifier(
        loss="perceptron",
        penalty=None,
        learning_rate="constant",
        eta0=lr,
        max_iter=1,
        tol=None,
        shuffle=False,
    )
    model.fit(X, t, coef_init=w[None], intercept_init=np.array([b]))
    return model.coef_[0], model.intercept_[0]


def of_hinges(X, t, w, b, C):
    """torch's relu has the slope 0 at its bend."""
    return derivatives(
        lambda w, b: w @ w / 2 + C * F.relu(1 - t * (X @ w + b)).sum(), w, b
    )


def covariance(X):
    model = EmpiricalCovariance().fit(X)
    return model.location_, model.covariance_


def discriminant(X1, X2):
    t = np.repeat([1, 0], [len(X1), len(X2)])
    model = LinearDiscriminantAnalysis(solver="lsqr").fit(np.vstack([X1, X2]), t)
    return model.coef_[0], model.intercept_[0]


def of_logits(X, t):
    return lambda w, b: F.binary_cross_entropy_with_logits(X @ w + b, t)


def curvature(X, w, b):
    """A Hessian does not depend on the targets."""
    X, theta = torch.tensor(X), torch.tensor([b, *w])
    loss = of_logits(X, torch.ones(len(X), dtype=torch.double))
    return torch.autograd.functional.hessian(lambda p: loss(p[1:], p[0]), theta)


def jacobian(y):
    """With all rows at once, each depends on its own logits alone."""
    z = torch.tensor(np.log(y))
    if z.ndim == 1:
        return torch.autograd.functional.jacobian(lambda z: z.softmax(-1), z)
    return torch.stack([jacobian(row) for row in y])


def of_cross_entropy(X, t, W, b):
    t = torch.tensor(t)
    return derivatives(lambda W, b: F.cross_entropy(X @ W.T + b, t), W, b)


def of_a_cascade(X, t, W, b, c, b0):
    def loss(W, b, c, b0):
        z = torch.sigmoid(X @ W.T + b) @ c + b0
        return F.binary_cross_entropy_with_logits(z, t)

    return derivatives(loss, W, b, c, b0)


def tensors(oracle):
    """An oracle whose first arguments, samples and targets, become tensors."""
    return lambda X, t, *rest: oracle(torch.tensor(X), torch.tensor(t), *rest)


ORACLES = {
    "perceptron_epoch": one_epoch_of_scikit_learn,
    "svm_slopes": tensors(of_hinges),
    "gaussian_mle": covariance,
    "lda_weights": discriminant,
    "log_posterior": lambda log_joint: special.log_softmax(log_joint, axis=-1),
    "logistic_gradients": tensors(
        lambda X, t, w, b: derivatives(of_logits(X, t), w, b)
    ),
    "logistic_hessian": curvature,
    "softmax": lambda z: torch.softmax(torch.tensor(z), -1),
    "softmax_jacobian": jacobian,
    "softmax_gradients": lambda X, t, W, b: of_cross_entropy(torch.tensor(X), t, W, b),
    "cross_entropy_backward": lambda z, t: derivatives(
        lambda z: F.cross_entropy(z, torch.tensor(t)), z
    )[0],
    "distance_features": spatial.distance.cdist,
    "cascade_gradients": tensors(of_a_cascade),
}


@pytest.mark.parametrize("name", of_part("classification"))
def test_right(name):
    agrees(name, ORACLES[name])
