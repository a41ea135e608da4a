"""Above every listing of the package stands what its code was compared with."""

from pathlib import Path

import pytest

from sitekit.page import ledger, proofs
from sitekit.page.markup import INCLUDE, section
from sitekit.page.paths import read, sources

ROOT = Path(__file__).parents[2]
PACKAGE = "src/chainrule/"


def listings() -> list[tuple[str, str | None]]:
    """(path, section) of all of them; the other language embeds the same."""
    pages = [read(path) for path in sources(ROOT / "docs" / "en")]
    found = [INCLUDE.match(line) for page in pages for line in page.splitlines()]
    every = {(m["path"], m["section"]) for m in found if m}
    return sorted((p, s) for p, s in every if p.startswith(PACKAGE))


def is_proved(path: str, name: str | None) -> bool:
    """Whether something was compared; where there is no function, nothing can be."""
    lines = section(ROOT, path, name)
    if not proofs.functions(ROOT, path, *lines):
        return True
    return bool(ledger.measured(ROOT, proofs.proofs(ROOT, path, *lines)))


@pytest.mark.built
@pytest.mark.parametrize(("path", "name"), listings())
def test_listing_has_an_oracle(path, name):
    assert is_proved(path, name), "no agree(…) of its test or of its unit ran it"


def test_a_listing_without_one_is_found(monkeypatch):
    monkeypatch.setattr(ledger, "load", lambda root: ledger.Ledger())
    assert not is_proved("src/chainrule/nn/linear.py", None)
    assert is_proved("src/chainrule/data/pokemon.py", "types")  # a table of numbers
