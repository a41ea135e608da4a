"""Whether the code of a page is what ran when all tests passed last."""

import hashlib
from pathlib import Path

from sitekit.page import ledger
from sitekit.page.blocks import cut
from sitekit.page.paths import Page, is_notebook, pages, read
from sitekit.page.uses import needs


def digest(page: Page) -> str:
    """A digest of a page's code and of the files that it needs; empty without code."""
    path = page.root / page.source
    if is_notebook(read(path)):
        return ""
    codes = [block.code for block in cut(path, page.root)]
    if not codes:
        return ""
    files = sorted(needs(page.root, "\n".join(codes)).files)
    texts = [*codes, *(file.read_text("utf-8") for file in files)]
    return hashlib.sha256(repr(texts).encode()).hexdigest()


def digests(root: Path) -> dict[str, str]:
    """The digest of each page that has code."""
    return {page.source: code for page in pages(root) if (code := digest(page))}


def is_tested(page: Page) -> bool:
    """Whether a page's code, as it stands, ran in the last complete run."""
    return ledger.load(page.root).pages.get(page.source) == digest(page)
