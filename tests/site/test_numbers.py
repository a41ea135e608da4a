"""No sentence types a number that a program measured; what it quotes is there."""

from pathlib import Path

import pytest

from sitekit.check.typed import typed
from sitekit.page.markup import fenced
from sitekit.page.paths import read
from sitekit.render import quotes

ROOT = Path(__file__).parents[2]


def test_every_quotation_is_a_number(doc):
    for line, in_code in fenced(read(ROOT / doc.source).split("\n")):
        if not in_code:
            quotes.fill(doc, line)


def test_every_number_is_quoted_or_a_setting(doc):
    if doc.topic.startswith("reference/"):
        pytest.skip("tables of symbols, faults and measurements")
    found = typed(doc)
    assert [f"{n}: {number} in {sentence!r}" for n, number, sentence in found] == []
