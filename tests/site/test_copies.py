"""What a reader copies runs alone: in an empty folder, with nothing of ours."""

import ast
import builtins
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from helpers import alone
from helpers.weekly import QUICK, WEEKLY

from sitekit.page import blocks, outputs, programs
from sitekit.page.alone.copies import Copies, copies, reads
from sitekit.page.paths import LANGS, Page
from sitekit.page.paths import pages as all_pages
from sitekit.page.scopes import bound_by, names

ROOT = Path(__file__).parents[2]
EN = all_pages(ROOT, ("en",))
# In the gate the programs of a dozen pages have so long, and those have it that are in
# no other's; to the end all of them run once a week.
SECONDS = 0.0 if WEEKLY else 0.3
EXACT = programs.Kind("exact")


@cache
def of(page: Page) -> tuple[list[blocks.Block], Copies]:
    return blocks.cut(ROOT / page.source, ROOT), copies(page)


def listings(page: Page) -> dict[int, str]:
    """The programs of a page, and the listings that are ones as they stand."""
    found, kept = of(page)
    return {
        block.number: kept.text(kept.listings[block.number])
        if block.number in kept.listings
        else block.code
        for block in found
        if kept.page
    }


def chosen(page: Page) -> list[int]:
    """Those to run; a slow listing is a program that is asked elsewhere."""
    found, kept = of(page)
    quick = [block.number for block in found if not block.slow and kept.page]
    if WEEKLY:
        return quick
    # What is a program as it stands, `pytest docs` runs.
    parts = {n: {*kept.listings[n]} for n in quick if n in kept.listings}
    return [
        n
        for n, own in parts.items()
        if not any(
            own < other or (own == other and m < n) for m, other in parts.items()
        )
    ]


@pytest.mark.parametrize("page", EN, ids=lambda page: page.topic)
def test_every_name_is_there(page):
    """Also in what takes too long to run here; or the page binds it later."""
    kept, later = of(page)[1], set[str]()
    for block in of(page)[0]:
        later |= bound_by(ast.parse(block.code))
    whole = kept.text(kept.page)
    for code in [*listings(page).values(), whole]:
        tree = ast.parse(code)
        used = {name.id for name in names(tree).module}
        there = bound_by(tree) | later | set(dir(builtins)) | {"__name__", "__file__"}
        assert used <= there or code == whole, code[:80]
        assert not {m for m in imported(tree) if m.split(".")[0] in alone.OURS}


def imported(tree: ast.Module) -> set[str]:
    nodes = [n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom)]
    whole = {a.name for n in nodes if isinstance(n, ast.Import) for a in n.names}
    return whole | {n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)}


@pytest.mark.parametrize("page", EN, ids=lambda page: page.topic)
def test_both_languages_have_the_same(page):
    assert of(Page(ROOT, LANGS[0], page.path))[1] == of(page)[1]


def fault(block: blocks.Block, printed: str) -> str:
    """How the end of what a program prints is not what stands below its listing."""
    if block.expected is None or (block.kind and block.kind.name == "study"):
        return ""
    lines = block.expected.rstrip("\n").count("\n") + 1
    last = "\n".join(printed.rstrip("\n").split("\n")[-lines:])
    kind, path = block.kind or EXACT, ROOT / (block.source.split(":")[0] or "text.py")
    return outputs.drift(path, kind, block.expected.rstrip("\n"), last)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="copies a process")
def test_what_is_copied_runs_alone(record_property, tmp_path):
    work, asked = dict[str, str](), dict[str, blocks.Block]()
    for page in EN:
        if not WEEKLY and page.topic not in QUICK:
            continue
        found, texts = of(page)[0], listings(page)
        if WEEKLY and (whole := of(page)[1].page):
            work[page.topic] = of(page)[1].text(whole)
        for number in chosen(page):
            if texts[number] not in work.values():
                name = f"{page.topic}, listing {number + 1}"
                work[name], asked[name] = texts[number], found[number]
    given = [
        [name, code, {str(ROOT / file): file for file in reads(ROOT, code)}]
        for name, code in work.items()
    ]
    command = [sys.executable, "-I", "-W", "ignore", alone.__file__, str(SECONDS)]
    done = subprocess.run(
        command, input=json.dumps(given), capture_output=True, cwd=tmp_path, text=True
    )
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [name for name, *_ in results] == [*work], done.stderr
    faults = []
    for name, ended, said, printed in results:
        if ended and name in asked:
            said = said or fault(asked[name], printed)
        faults += [f"{name}: {said}"] if said else []
    ended = sum(end for _, end, *_ in results)
    record_property("programs", len(results))
    print(f"{len(results)} programs, {ended} to their end")
    assert not faults, "\n".join(faults)
    assert ended == len(results) or not WEEKLY
