"""What the gate asks of some, and once a week is asked of all."""

import os
from collections.abc import Iterable
from typing import Any

import pytest

from sitekit.page.paths import Page

WEEKLY = bool(os.environ.get("WEEKLY"))
weekly = pytest.mark.skipif(not WEEKLY, reason="asked with WEEKLY=1")
# Of each part, what takes no more than a second or two a page.
QUICK = {
    *("basics/linear-regression", "basics/polynomial-and-pokemon-regression"),
    *("classification/digits-first-look", "classification/generative-classifiers"),
    *("classification/mnist-from-scratch", "classification/logistic-regression"),
    *("networks/backpropagation", "networks/modular-layers", "pytorch/tensors"),
    *("optimization/adam", "generalization/training-guide"),
    *("generalization/normalization", "cnn/convolution", "sequences/sequence-data"),
}


def chosen(pages: Iterable[Page]) -> list[Any]:
    """Parameters: all of these, of which the gate asks the quick ones."""
    return [
        pytest.param(page, id=page.topic, marks=() if page.topic in QUICK else weekly)
        for page in pages
    ]
