import itertools
import math

import numpy as np
import pytest

from chainrule.training import Diagnosis, diagnose
from chainrule.training.diagnosis.diagnose import REMEDIES

LARGE, SMALL, TARGET = 2.0, 0.5, 1.0


@pytest.mark.parametrize(
    ("losses", "verdict", "reason"),
    [
        ({"train": 2}, "bias or optimization", "training loss 2 is above 1"),
        (
            {"train": 2, "smaller": 1.5},
            "optimization",
            "training loss 2 is above 1, and a smaller model has 1.5",
        ),
        (
            {"train": 2, "smaller": 3},
            "model bias",
            "training loss 2 is above 1, a smaller model has 3",
        ),
        ({"train": 0.5}, "not validated", "training loss 0.5 is within 1"),
        (
            {"train": 0.5, "test": 2},
            "overfitting or mismatch",
            "training loss 0.5 is within 1, test loss is 2",
        ),
        (
            {"train": 0.5, "valid": 2},
            "overfitting",
            "training loss 0.5 is within 1, validation loss is 2",
        ),
        (
            {"train": 0.5, "valid": 0.7, "test": 2},
            "mismatch",
            (
                "training loss 0.5 is within 1, so is validation loss 0.7, "
                "but test loss is 2"
            ),
        ),
        (
            {"train": 0.5, "valid": 0.7, "test": 0.8},
            "fine",
            "training loss 0.5 is within 1, so is validation loss 0.7",
        ),
        (
            {"train": 0.5, "valid": 0.7},
            "fine",
            "training loss 0.5 is within 1, so is validation loss 0.7",
        ),
    ],
)
def test_every_leaf_and_its_reason(losses, verdict, reason):
    found = diagnose(**losses, target=TARGET)
    assert found == Diagnosis(verdict, reason, REMEDIES[verdict])


def test_all_combinations_of_large_small_and_missing(agree):
    """The guide as a table: what decides, whatever the others are."""
    sides, names = (None, SMALL, LARGE), [*REMEDIES]
    found, table = [], []
    for train, valid, test in itertools.product((SMALL, LARGE), sides, sides):
        for smaller in (None, 0.1, 9.0):
            if train == LARGE:
                expected = {
                    None: "bias or optimization",
                    0.1: "optimization",
                    9.0: "model bias",
                }[smaller]
            elif valid == LARGE:
                expected = "overfitting"
            elif valid is None:
                expected = (
                    "overfitting or mismatch" if test == LARGE else "not validated"
                )
            else:
                expected = "mismatch" if test == LARGE else "fine"
            verdict = diagnose(train, valid, smaller, test, target=TARGET).verdict
            found.append(names.index(verdict))
            table.append(names.index(expected))
    agree("general-guide", found, table, 0, against="the guide as a table")
    assert {*found} == {*range(len(names))}


def test_equal_losses():
    """A loss of just the target is small; to be no better than the smaller is bad."""
    assert diagnose(1.0, 1.0, test=1.0, target=1.0).verdict == "fine"
    assert diagnose(2.0, smaller=2.0, target=1.0).verdict == "optimization"


def test_the_slide_with_one_to_five_layers():
    """0.28k, 0.18k, 0.14k, 0.10k, 0.34k: the fifth layer was not trained well."""
    losses = [0.28, 0.18, 0.14, 0.10, 0.34]
    verdicts = [
        diagnose(now, smaller=before, target=0.05).verdict
        for before, now in itertools.pairwise(losses)
    ]
    assert verdicts == ["model bias"] * 3 + ["optimization"]


def test_a_training_that_diverged_is_large():
    assert diagnose(math.inf, smaller=1.5, target=1.0).verdict == "optimization"
    assert diagnose(np.float32(0.5), math.inf, target=1).verdict == "overfitting"


def test_negative_losses():
    assert diagnose(-3.0, -2.0, target=-1.0).verdict == "fine"
    assert diagnose(-0.5, smaller=-0.7, target=-1.0).verdict == "optimization"


def test_bad_input_is_named():
    for name in ("train", "valid", "smaller", "test", "target"):
        given = {"train": 1.0, "target": 1.0, name: math.nan}
        with pytest.raises(ValueError, match=f"{name} must be a loss, got nan"):
            diagnose(**given)
    with pytest.raises(ValueError, match="train must be a loss, got None"):
        diagnose(None, target=1.0)
    with pytest.raises(ValueError, match="valid must be a loss, got 'low'"):
        diagnose(1.0, "low", target=1.0)
    with pytest.raises(ValueError, match="target must be finite, got inf"):
        diagnose(1.0, target=math.inf)
