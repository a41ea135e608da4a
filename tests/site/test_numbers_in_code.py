"""Comments of listings name the equations of the pages, and name them rightly."""

import re
from pathlib import Path

import pytest

from sitekit.page import printed

ROOT = Path(__file__).parents[2]
CITED = re.compile(r"\((\d+\.\d+)\)")
OPTIMIZERS = ("src/chainrule/optim", "src/chainrule/scratch/optim")
EQUATIONS = printed.equations(ROOT)
TAGS = {name.removeprefix("printed equation (").rstrip(")") for name in EQUATIONS}


def sections(path: Path) -> str:
    """What pages show of a file."""
    text = path.read_text("utf-8")
    return "\n".join(re.findall(r"\[start:[\w-]+\](.*?)\[end:", text, re.S))


def cited(path: Path) -> set[str]:
    """Numbers of equations in the comments of a file's listings."""
    comments = re.findall(r"#(.*)$", sections(path), re.M)
    return {number for comment in comments for number in CITED.findall(comment)}


def printed_beside(path: Path) -> set[str]:
    """Numbers of the equations in the sections of pages that show a file."""
    include = path.relative_to(ROOT).as_posix() + ":"
    parts = [
        part
        for page in sorted((ROOT / "docs/en").rglob("*.md"))
        for part in re.split(r"^#+ ", page.read_text("utf-8"), flags=re.M)
        if include in part
    ]
    return {tag for part in parts for tag in re.findall(r"\\tag\{([\d.]+)\}", part)}


def files(*folders: str) -> list[Path]:
    found = [p for folder in folders for p in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in found if sections(path))


@pytest.mark.parametrize("path", files("src/chainrule"), ids=lambda p: p.stem)
def test_what_a_comment_cites_is_printed(path):
    assert cited(path) - TAGS == set()


@pytest.mark.parametrize("path", files(*OPTIMIZERS), ids=lambda p: p.stem)
def test_a_listing_beside_a_formula_cites_it(path):
    base = "raise NotImplementedError" in sections(path)  # which leaves it to others
    assert cited(path) or base or not printed_beside(path)
