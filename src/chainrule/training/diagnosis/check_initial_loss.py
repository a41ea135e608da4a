"""Is the loss before the first update that of one who knows nothing?"""

# --8<-- [start:expected]
import math
from dataclasses import dataclass

import numpy as np
import torch

from chainrule.training.evaluate import evaluate


def expected_initial_loss(classes):
    """Cross-entropy, in nats, of a guess that does not look at x.

    classes is a number K, for equal probabilities: ln K, whatever the
    shares of the classes are; or the counts or shares (K,) of the
    classes, for a last layer whose biases know them: their entropy.
    Raises ValueError for K below 2, shares that are negative or not
    finite and fewer than two that are positive.
    """
    shares = np.asarray(classes, dtype=float)
    if shares.ndim == 0:
        if not (shares >= 2 and shares == np.rint(shares)):
            raise ValueError(f"classes must be 2 or more, got {classes!r}")
        return math.log(shares)
    if shares.ndim != 1 or not ((shares >= 0) & (shares < math.inf)).all():
        raise ValueError(f"classes must be K or shares (K,), got {classes!r}")
    shares = shares[shares > 0]  # 0 · ln 0 = 0
    if len(shares) < 2:
        raise ValueError(f"classes must be two or more, got {classes!r}")
    shares = shares / shares.sum()
    return float(-(shares * np.log(shares)).sum())


# --8<-- [end:expected]


# --8<-- [start:initial-loss]
@dataclass(frozen=True)
class InitialLoss:
    """The loss, what it should be, and what is wrong ("" if nothing)."""

    loss: float
    expected: float
    wrong: str

    @property
    def ok(self):
        return not self.wrong


# --8<-- [end:initial-loss]


# --8<-- [start:check-initial-loss]
def check_initial_loss(model, loss, loader, classes, *, tolerance=0.1):
    """Compare the loss before training with expected_initial_loss(classes).

    loss(y, t) is a cross-entropy in nats without weight decay, its mean
    over the samples of a batch; y is (N, K, ...), or (N,) or (N, 1) for
    two classes. A share of tolerance above or below is taken as right.
    The model evaluates and is left as it was. Raises ValueError as
    evaluate does, and for a tolerance that is not positive.

    The rule is the first step of CS231n's list (Stanford, 2019).
    """
    if not 0 < tolerance < math.inf:
        raise ValueError(f"tolerance must be positive, got {tolerance}")
    expected, outputs, samples = expected_initial_loss(classes), [], []

    def spread(y, t):
        """Mean square of the outputs, as far as they are not all alike."""
        outputs.append(y.shape[1] if y.ndim > 1 else 1)
        samples.append(len(t))
        y = y.to(torch.float64)
        if outputs[0] > 1:
            y = y - y.mean(dim=1, keepdim=True)
        return y.square().mean()

    found = evaluate(model, loss, loader, spread=spread)
    wrong = reason(
        found["loss"],
        expected,
        tolerance,
        outputs=outputs[0],
        K=int(classes) if np.ndim(classes) == 0 else len(classes),
        std=found["spread"] ** 0.5,
        samples=sum(n * n for n in samples) / sum(samples),
    )
    return InitialLoss(found["loss"], expected, wrong)


# --8<-- [end:check-initial-loss]


# --8<-- [start:reason]
def reason(loss, expected, tolerance, *, outputs, K, std, samples):
    """What is wrong with an initial loss, in words; "" if nothing is.

    outputs is how many the model has, std how far they are apart, and
    samples the size of a batch.
    """
    if not math.isfinite(loss):
        return f"the loss is {loss}: bad inputs, or bad initial weights"
    if outputs != K and not (outputs == 1 and K == 2):
        return f"the model has {outputs} outputs for {K} classes"
    said = f"the loss is {loss:.4g}, not {expected:.4g}: "
    if loss < 0:
        return said + (
            "a cross-entropy is never negative; perhaps it takes logarithms "
            "and got probabilities"
        )
    if abs(loss - expected) <= tolerance * expected:
        return ""
    if samples > 1 and abs(loss / samples - expected) <= tolerance * expected:
        return said + f"a sum over the {samples:g} samples, not their mean"
    if abs(loss - math.log(K)) <= tolerance * math.log(K):
        return said + (
            "that is ln K; the biases of the last layer do not know the "
            "shares of the classes"
        )
    if loss < expected:
        return said + (
            "who knows nothing is not that good; perhaps the model is "
            "trained, or x holds the answer"
        )
    return said + (
        f"the outputs differ by {std:.2g} (standard deviation) before they "
        "know anything; initial weights or inputs are too large, or the "
        "loss holds a penalty"
    )


# --8<-- [end:reason]
