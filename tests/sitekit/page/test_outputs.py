from pathlib import Path

import pytest

from sitekit.page.outputs import drift
from sitekit.page.programs import Kind


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
