"""The training guide, as a tree of questions."""

# --8<-- [start:diagnosis]
from dataclasses import dataclass

from chainrule.training.checks import require_losses


@dataclass(frozen=True)
class Diagnosis:
    """What is wrong, the losses that say so, and what helps."""

    verdict: str
    reason: str
    remedies: tuple[str, ...]


REMEDIES = {
    "bias or optimization": (
        "train a smaller or shallower model, or one of another kind",
    ),
    "optimization": ("another optimizer or rate", "another initialization"),
    "model bias": ("more features", "a larger or deeper model"),
    "overfitting": (
        *("more training data", "data augmentation"),
        *("fewer or shared parameters", "fewer features"),
        *("early stopping", "regularization", "dropout"),
    ),
    "mismatch": ("training data like those of the test",),
    "overfitting or mismatch": ("hold out a validation set",),
    "not validated": ("hold out a validation set",),
    "fine": (),
}


# --8<-- [end:diagnosis]


# --8<-- [start:tree]
def first_failed(train, valid, smaller, test, target):
    """The first question that fails, and the losses that say so."""
    if train > target:
        large = f"training loss {train:g} is above {target:g}"
        if smaller is None:
            return "bias or optimization", large
        if train >= smaller:
            said = f"{large}, and a smaller model has {smaller:g}"
            return "optimization", said
        return "model bias", f"{large}, a smaller model has {smaller:g}"
    small = f"training loss {train:g} is within {target:g}"
    if valid is None:
        if test is not None and test > target:
            return "overfitting or mismatch", f"{small}, test loss is {test:g}"
        return "not validated", small
    if valid > target:
        return "overfitting", f"{small}, validation loss is {valid:g}"
    small = f"{small}, so is validation loss {valid:g}"
    if test is not None and test > target:
        return "mismatch", f"{small}, but test loss is {test:g}"
    return "fine", small


# --8<-- [end:tree]


# --8<-- [start:diagnose]
def diagnose(train, valid=None, smaller=None, test=None, *, target):
    """The first question of the guide that the losses fail: a Diagnosis.

    A loss of at most target is small. train is that of the training
    samples, valid that of others like them, test that of samples from
    where the model will be used; smaller is the training loss of a model
    with less flexibility. If train is large, the larger model must have a
    lower one than the smaller: what the smaller can do, it could, and if
    it has not, it was not found. Losses that are not there yet are None;
    the verdict is then what can be said without them.

    The guide is Hung-yi Lee's (Machine Learning, 2021). Raises ValueError
    for a target that is not finite, and a loss that is NaN or no number.
    """
    others = {"valid": valid, "smaller": smaller, "test": test}
    require_losses("diagnose", target=target, train=train, **others)
    verdict, reason = first_failed(train, valid, smaller, test, target)
    return Diagnosis(verdict, reason, REMEDIES[verdict])


# --8<-- [end:diagnose]
