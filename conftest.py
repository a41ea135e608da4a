"""`pytest docs` runs every listing of the site; `agree` compares with an oracle.

A page is expanded by pymdownx's own snippet preprocessor (with the options of the
site) and cut into blocks by pytest-codeblocks' own extractor, so that what runs is
what a reader copies. All blocks of a page share one namespace, in page order. A
notebook is a page, too: `sitekit.percent` makes Markdown of it.
"""

import contextlib
import hashlib
import io
import linecache
import os
import platform
import random
import re
import sys
import traceback
import warnings
from functools import cache
from pathlib import Path
from typing import ClassVar

# Before NumPy and PyTorch: on arrays this small a second thread only waits, and the
# other processor is busy with other tests.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
import yaml
from hypothesis import settings
from markdown import Markdown
from pymdownx.snippets import SnippetExtension, SnippetPreprocessor
from pytest_codeblocks.main import CodeBlock, extract_from_buffer
from xdist.scheduler import LoadScopeScheduling

from sitekit import claims, ledger, outputs, programs
from sitekit.listing import INCLUDE
from sitekit.paths import read

ROOT = Path(__file__).parent
# The same examples every time, however busy the machine: no run fails by chance.
settings.register_profile("house", derandomize=True, deadline=None)
settings.load_profile("house")
FENCE = re.compile(r"^(\s*)(`{3,})[ {.]*([\w+-]*)(.*)$")


# -- listings ---------------------------------------------------------------------


class _Loader(yaml.SafeLoader):
    """Reads mkdocs' YAML; what `!ENV` would say does not matter here."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


@cache
def site_config(root: Path) -> dict:
    return yaml.load((root / "mkdocs.base.yml").read_text("utf-8"), _Loader)


def snippet_preprocessor(root: Path = ROOT) -> SnippetPreprocessor:
    config = site_config(root)
    options = {name: value[0] for name, value in SnippetExtension().config.items()}
    options |= config["markdown_extensions"]["pymdownx.snippets"]
    options["base_path"] = [str(root / path) for path in options["base_path"]]
    return SnippetPreprocessor(options, Markdown())


def expand(path: Path, root: Path = ROOT) -> tuple[str, list[int]]:
    """The page with its listings in place, and the page's line for every line of it.

    pytest-codeblocks skips a fence that says more than its language
    (```` ```python title="x" ````) without a word, so the rest is cut off first.
    """
    preprocessor, out, origin, fence = snippet_preprocessor(root), [], [], ""
    for n, line in enumerate(read(path).split("\n"), 1):
        match = FENCE.match(line)
        if not fence and match:
            fence, line = match[2], "".join(match.groups()[:3])
        elif fence and line.strip() == fence:
            fence = ""
        new = preprocessor.run([line])
        out += new
        origin += [n] * len(new)
    return "\n".join(out), origin


def blocks(path: Path, root: Path = ROOT) -> list[CodeBlock]:
    """The Python blocks of a page, in order, with their line in the page."""
    text, origin = expand(path, root)
    found = [b for b in extract_from_buffer(io.StringIO(text)) if b.syntax == "python"]
    lines = read(path).split("\n")
    for block in found:
        block.lineno = origin[block.lineno - 1]
        block.program = printing(lines[block.lineno :], root)
    return found


def printing(below: list[str], root: Path) -> Path | None:
    """The program whose output stands below a block, before the next one."""
    for line in below:
        if (match := INCLUDE.match(line)) and match["path"].endswith(".out"):
            return (root / match["path"]).with_suffix(".py")
        if (fence := FENCE.match(line)) and fence[3] == "python":
            break
    return None


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
    def collect(self):
        self.namespace, self.items, chain = {"__name__": "page"}, [], hashlib.sha256()
        for block in blocks(self.path):
            # The key names this block and all before it: the other language's page,
            # which starts with the same code, need not run it again.
            chain.update(repr((block.code, block.expected_output)).encode())
            item = Listing.from_parent(self, name=f"line {block.lineno}")
            item.block, item.key = block, chain.hexdigest()
            for mark in block.marks:
                item.add_marker(eval(mark, {"pytest": pytest}))
            self.items.append(item)
        return self.items


class Listing(pytest.Item):
    passed: ClassVar[set[str]] = set()

    def runtest(self):
        if self.key in self.passed:
            return
        page = self.parent
        before = page.items[: page.items.index(self)]
        start = getattr(page, "done", 0)
        # Also right when one block is selected. A slow one that was left out is not
        # needed by those that stay.
        needed = [i for i in before[start:] if i.selected or not i.slow]
        # Other tests come in between: the page's own default dtype is put aside.
        torch.set_default_dtype(getattr(page, "dtype", torch.float32))
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
        self.passed.add(self.key)

    @property
    def slow(self):
        return self.get_closest_marker("slow") is not None

    @property
    def selected(self):
        return self in self.session.items

    @property
    def where(self):
        return f"{self.path.relative_to(ROOT).as_posix()}:{self.block.lineno}"

    def execute(self, namespace):
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

    def repr_failure(self, excinfo):
        ours = [
            frame
            for frame in traceback.extract_tb(excinfo.tb)
            if frame.filename.startswith("docs/") or "/src/" in frame.filename
        ]
        error = traceback.format_exception_only(excinfo.type, excinfo.value)
        return "".join(traceback.format_list(ours) + error)

    def reportinfo(self):
        return self.path, self.block.lineno - 1, f"listing {self.name}"


def start_afresh() -> None:
    """Every page begins in the same global state, whatever ran before it."""
    plt.close("all")
    plt.switch_backend("agg")
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002 - a listing may use the global generator
    torch.manual_seed(0)
    torch.set_default_dtype(torch.float32)


def pytest_collect_file(file_path, parent):
    named = file_path.suffix == ".py" and parent.session.isinitpath(file_path)
    if file_path.suffix in (".md", ".py") and not named:
        return collect_page(file_path, parent)
    return None


def pytest_pycollect_makemodule(module_path, parent):
    # pytest would import a notebook that is named on its command line.
    return collect_page(module_path, parent)


def collect_page(path, parent):
    inside = ROOT / "docs" in path.parents
    return Page.from_parent(parent, path=path) if inside else None


# -- what failed ------------------------------------------------------------------

_failed: list[str] = []


def pytest_runtest_logreport(report):
    if report.failed and report.nodeid not in _failed:
        _failed.append(report.nodeid)


def pytest_unconfigure(config):
    """The last lines of a failed run: what failed, and how to run just that again."""
    if hasattr(config, "workerinput") or not _failed:
        return
    machine = os.environ.get("MACHINE", "")
    again = "make again" + f" MACHINE={machine}" * bool(machine)
    print("\nfailed:", *_failed, f"Run them again: {again}", sep="\n  ")


# -- oracles ----------------------------------------------------------------------

pytest_plugins = ["sitekit.oracle"]  # the fixtures `agree` and `equation`


def pytest_addoption(parser):
    parser.addoption(
        "--ledger",
        action="store_true",
        help="write build/ledger.json if the whole suite runs and passes",
    )
    parser.addoption(
        "--seed",
        type=int,
        default=0,
        help="move the seeds of all studies: do their claims hold for others?",
    )


def pytest_configure(config):
    config.addinivalue_line(
        "markers",
        "equation(*labels, by=None): binds a test to labelled equations of a page, "
        "which it evaluates, or checks by other means",
    )


class ByFile(LoadScopeScheduling):
    """Hands out whole files, for what is made once for all of a file's tests.

    A page's two languages go to one worker, which runs code that they share once;
    of the contracts, which are long and alike, each test goes where there is room,
    and so does each page that the browser opens.
    """

    def _split_scope(self, nodeid):
        path = nodeid.split("::")[0]
        if path.startswith("docs/"):
            return path.split("/", 2)[2]
        if path == "tests/site/test_browser.py":
            return nodeid
        return nodeid.split("[")[0] if path.startswith("tests/contracts/") else path


def pytest_xdist_make_scheduler(config, log):
    return ByFile(config, log)


def is_whole(config) -> bool:
    """Whether a run has all tests but those of the built site, which come later."""
    option = config.option
    parts = ("keyword", "deselect", "ignore", "ignore_glob", "lf", "collectonly")
    return (
        config.args_source is config.ArgsSource.TESTPATHS
        and option.markexpr in ("", "not built")
        and not any(getattr(option, part, None) for part in parts)
    )


def pytest_sessionfinish(session, exitstatus):
    config = session.config
    if hasattr(config, "workeroutput") or not config.option.ledger:
        return  # of several processes the parent writes
    if exitstatus != 0 or not is_whole(config):
        print("\nledger not written: the run was not whole, or it failed")
        return
    from sitekit.oracle import ENTRIES  # as a plugin it is imported by pytest first

    entries = config.stash[ENTRIES]
    versions = {
        "Python": platform.python_version(),
        "NumPy": np.__version__,
        "PyTorch": torch.__version__,
    }
    ledger.save(ROOT, entries, versions)
    where = ledger.ledger_file(ROOT).relative_to(ROOT)
    print(f"\n{len(entries)} measured agreements in {where}")
    sys.stdout.flush()
