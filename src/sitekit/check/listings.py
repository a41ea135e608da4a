"""A pytest plugin: `pytest docs` runs every listing of the site.

A page is expanded by pymdownx's own snippet preprocessor (with the options of the
site) and cut into blocks by pytest-codeblocks' own extractor, so that what runs is
what a reader copies. All blocks of a page share one namespace, in page order.
A slow one is of a program of snippets/, and runs as such instead.
"""

import contextlib
import hashlib
import io
import linecache
import random
import traceback
import warnings
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from pytest_codeblocks.main import CodeBlock, extract_from_buffer

from sitekit.page import claims, outputs, programs
from sitekit.page.expand import expand
from sitekit.page.markup import FENCE, INCLUDE
from sitekit.page.paths import PageError, read

SLOW = "pytest.mark.slow"
PASSED = pytest.StashKey[set[str]]()  # keys of listings, in a session


def blocks(path: Path, root: Path) -> list[CodeBlock]:
    """The Python blocks of a page, in order, with their line in the page."""
    text, origin = expand(path, root)
    found = [b for b in extract_from_buffer(io.StringIO(text)) if b.syntax == "python"]
    lines = read(path).split("\n")
    for block in found:
        block.lineno = origin[block.lineno - 1]
        block.program = printing(lines[block.lineno :], root)
        if SLOW in block.marks and not is_program(lines[block.lineno]):
            where = path.relative_to(root).as_posix()
            said = "a slow listing must be of a program of snippets/"
            raise PageError(where, block.lineno, said)
    return found


def printing(below: list[str], root: Path) -> Path | None:
    """The program whose output stands below a block, before the next one."""
    for line in below:
        if (match := INCLUDE.match(line)) and match["path"].endswith(".out"):
            return (root / match["path"]).with_suffix(".py")
        if (fence := FENCE.match(line)) and fence["lang"] == "python":
            break
    return None


def is_program(line: str) -> bool:
    """Whether a line includes what a reader can run as a program, too."""
    match = INCLUDE.match(line)
    return bool(match and match["path"].startswith("snippets/"))


def fault(block: CodeBlock, printed: str) -> str:
    """How what a block printed is not what the page says; empty if it is."""
    if block.expected_output is None:
        return ""
    kept, printed = (s.rstrip("\n") for s in (block.expected_output, printed))
    if block.program is None:  # a text of the page's own
        same = kept == printed
        return "" if same else f"{printed}\nbut the page says\n{kept}"
    kind = programs.kind(block.program)
    if drift := outputs.drift(block.program, kind, kept, printed):
        return drift
    return "\n".join(
        claims.faults(block.program, printed) if kind.name == "study" else ()
    )


class Page(pytest.File):
    """A page; its listings share what they define."""

    def collect(self) -> list["Listing"]:
        self.namespace: dict[str, Any] = {"__name__": "page"}
        self.items: list[Listing] = []
        self.done = 0  # of them, from the first on
        self.dtype = torch.float32  # the page's own default
        chain = hashlib.sha256()
        try:
            found = blocks(self.path, self.config.rootpath)
        except PageError as error:
            raise self.CollectError(str(error)) from None
        for block in found:
            if SLOW in block.marks:
                continue
            # The key names this block and all before it: the other language's page,
            # which starts with the same code, need not run it again.
            chain.update(repr((block.code, block.expected_output)).encode())
            item = Listing.from_parent(self, name=f"line {block.lineno}")
            item.page, item.block, item.key = self, block, chain.hexdigest()
            for mark in block.marks:
                item.add_marker(eval(mark, {"pytest": pytest}))
            self.items.append(item)
        return self.items


class Listing(pytest.Item):
    """One block of code, as a reader copies it."""

    page: Page
    block: CodeBlock
    key: str

    def runtest(self) -> None:
        passed = self.session.stash.setdefault(PASSED, set())
        if self.key in passed:
            return
        page = self.page
        # Also right when one block is selected.
        needed = page.items[page.done : page.items.index(self)]
        # Other tests come in between: the default dtype is put aside.
        torch.set_default_dtype(page.dtype)
        try:
            for item in (*needed, self):
                if item is page.items[0]:
                    start_afresh()
                printed = item.execute(page.namespace)
                page.done = page.items.index(item) + 1
        finally:
            page.dtype = torch.get_default_dtype()
            torch.set_default_dtype(torch.float32)
        if why := fault(self.block, printed):
            raise AssertionError(f"{self.where} printed\n{why}")
        passed.add(self.key)

    @property
    def where(self) -> str:
        page = self.path.relative_to(self.config.rootpath).as_posix()
        return f"{page}:{self.block.lineno}"

    def execute(self, namespace: dict[str, Any]) -> str:
        """Run it in the namespace of the page; return what it printed."""
        where, code = self.where, self.block.code
        linecache.cache[where] = (len(code), None, code.splitlines(True), where)
        with (
            contextlib.redirect_stdout(io.StringIO()) as printed,
            warnings.catch_warnings(),
        ):
            warnings.filterwarnings("ignore", ".* is non-interactive")  # plt.show()
            exec(compile(code, where, "exec"), namespace)
        return printed.getvalue()

    def repr_failure(self, excinfo: Any, style: Any = None) -> str:
        ours = [
            frame
            for frame in traceback.extract_tb(excinfo.tb)
            if frame.filename.startswith("docs/") or "/src/" in frame.filename
        ]
        error = traceback.format_exception_only(excinfo.type, excinfo.value)
        return "".join(traceback.format_list(ours) + error)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.block.lineno - 1, f"listing {self.name}"


def start_afresh() -> None:
    """Every page begins in the same global state, whatever ran before it."""
    plt.close("all")
    plt.switch_backend("agg")
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002 - a listing may use the global generator
    torch.manual_seed(0)
    torch.set_default_dtype(torch.float32)


def pytest_collect_file(file_path: Path, parent: Any) -> Page | None:
    inside = parent.config.rootpath / "docs" in file_path.parents
    if file_path.suffix == ".md" and inside:
        return Page.from_parent(parent, path=file_path)
    return None
