from pathlib import Path

import pytest

from sitekit.page.outputs import drift, near
from sitekit.page.programs import Kind

KEPT = "loss 0.5000 after 12 steps of 1.2e-05\n"


@pytest.mark.parametrize(
    ("printed", "rtol", "same"),
    [
        (KEPT, 0, True),
        ("loss 0.5001 after 12 steps of 1.1e-05\n", 0, True),
        ("loss  0.4999  after 12 steps of 1.3e-05\n", 0, True),  # blanks may move
        ("loss 0.5002 after 12 steps of 1.2e-05\n", 0, False),
        ("loss 0.5000 after 12 steps of 1.4e-05\n", 0, False),
        ("loss 0.5000 after 13 steps of 1.2e-05\n", 0, False),  # whole numbers count
        ("loss 0.5000 after 12 steps of\n", 0, False),
        ("Loss 0.5000 after 12 steps of 1.2e-05\n", 0, False),
        ("loss 0.5020 after 12 steps of 1.2e-05\n", 0.005, True),
        ("loss 0.5030 after 12 steps of 1.2e-05\n", 0.005, False),
        ("loss -0.5000 after 12 steps of 1.2e-05\n", 0, False),
    ],
)
def test_near(printed, rtol, same):
    assert near(KEPT, printed, rtol) == same


@pytest.mark.parametrize(
    ("kind", "kept", "printed", "said"),
    [
        (Kind("exact"), "a 0.5\n", "a 0.5\n", ""),
        (Kind("exact"), "a 0.5\n", "a 0.6\n", "-a 0.5\n+a 0.6"),
        (Kind("numeric"), "a 0.5\n", "a 0.6\n", ""),
        (Kind("numeric"), "a 0.5\n", "a 0.7\n", "-a 0.5\n+a 0.7"),
        (Kind("numeric", 0.5), "a 0.5\n", "a 0.7\n", ""),
        (Kind("study"), "a\n0.5\n", "a\n7.0\n", ""),
        (Kind("study"), "a\n0.5\n", "b\n0.5\n", "the columns are others"),
    ],
)
def test_each_kind_has_its_comparison(kind, kept, printed, said):
    found = drift(Path("x.py"), kind, kept, printed)
    assert found.split("@@\n")[-1] == said
