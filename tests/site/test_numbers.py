"""No sentence types a number that a program measured."""

import pytest

from sitekit.typed import typed


def test_every_number_is_quoted_or_a_setting(doc):
    if doc.topic.startswith("reference/"):
        pytest.skip("tables of symbols, faults and measurements")
    found = typed(doc)
    assert [f"{n}: {number} in {sentence!r}" for n, number, sentence in found] == []
