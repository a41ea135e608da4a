"""Every program of snippets/ does what its page shows, and a page shows it."""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from sitekit.build.figures import drawing
from sitekit.build.programs import outputs
from sitekit.page import claims, programs, record
from sitekit.page.markup import QUOTE
from sitekit.page.paths import LANGS, pages, read
from sitekit.page.shown import shown_on
from sitekit.render import quotes

ROOT = Path(__file__).parents[2]
PRINTING, DRAWING = outputs.programs(ROOT), drawing.programs(ROOT)
STUDIES = programs.of_kind(ROOT, "study")
MARKED = [
    pytest.param(path, marks=[pytest.mark.study] if path in STUDIES else [])
    for path in PRINTING
]


def name(path: Path, root: Path = ROOT) -> str:
    return path.relative_to(root).as_posix()


def drift(path: Path, printed: str) -> str:
    """How the output that is kept beside a program differs from what it prints."""
    kept = path.with_suffix(".out")
    if not kept.is_file():
        return f"there is no {kept.name}: run `make outputs`"
    return outputs.drift(path, programs.kind(path), kept.read_text("utf-8"), printed)


def strays(root: Path) -> list[str]:
    """Outputs of no program."""
    printing = {path.with_suffix(".out") for path in outputs.programs(root)}
    found = set((root / "snippets").rglob("*.out")) - printing
    return sorted(path.relative_to(root).as_posix() for path in found)


def orphans(root: Path) -> list[str]:
    """Programs that not both languages show: as a listing, a figure or a number."""
    shown = shown_on(root)
    langs = {
        path: {page.lang for page in shown.get(name(path, root), [])}
        for path in programs.programs(root)
    }
    for page in pages(root):
        for match in QUOTE.finditer(read(root / page.source)):
            langs[quotes.program(page, match["program"])].add(page.lang)
    return [name(path, root) for path, said in langs.items() if said != set(LANGS)]


@pytest.fixture(scope="session")
def printed(request):
    """All programs asked for run at once, each once; a test waits for its own.

    Studies run with moved seeds if --seed says so, and smaller if they say so.
    """
    seed = request.config.option.seed
    asked = {
        item.callspec.params["path"]
        for item in request.session.items
        if getattr(item, "function", None) is test_program_prints_what_its_page_shows
    }
    paths = [path for path in (STUDIES if seed else PRINTING) if path in asked]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {
            path: pool.submit(
                outputs.run, ROOT, path, seed=seed, smaller=programs.kind(path).smaller
            )
            for path in paths
        }
        yield lambda path: jobs[path].result()
        pool.shutdown(cancel_futures=True)


@pytest.mark.slow
@pytest.mark.parametrize("path", MARKED, ids=name)
def test_program_prints_what_its_page_shows(path, printed, request):
    if request.config.option.seed and path not in STUDIES:
        pytest.skip("says the same under every seed, or is no study")
    assert drift(path, text := printed(path)) == ""
    assert path not in STUDIES or claims.faults(path, text) == []


@pytest.mark.parametrize("path", STUDIES, ids=name)
def test_claims_hold_of_the_record(path):
    assert claims.faults(path, path.with_suffix(".out").read_text("utf-8")) == []


@pytest.mark.parametrize("path", STUDIES, ids=name)
def test_record_is_of_the_program_as_it_stands(path):
    text = path.with_suffix(".out").read_text("utf-8")
    assert record.is_of(text, path), "run `make outputs`"


@cache
def said(lang: str) -> set[tuple[Path, str]]:
    """Study and name of each claim that pages of a language make."""
    return {
        (claim.study, claim.name)
        for page in pages(ROOT)
        if page.lang == lang
        for claim in quotes.claimed(page, read(ROOT / page.source))
    }


@pytest.mark.parametrize("path", STUDIES, ids=name)
def test_every_claim_is_made_on_a_page(path):
    """In both languages; and a page names no claim that is not there."""
    wanted = {(path, claim.name) for claim in claims.load(path)}
    for lang in LANGS:
        assert wanted - said(lang) == set(), f"not said in {lang}"


@pytest.mark.slow
def test_figures_can_be_drawn():
    drawing.draw_all(ROOT, quiet=True)
    assert [name(path) for path in DRAWING if drawing.stale(ROOT, path)] == []


SLOW = re.compile(r'pytest.mark.slow-->\s+```python.*\n\s*--8<-- "([^:"]+)')


def test_a_slow_listing_is_of_a_program_that_is_asked():
    """It does not run by itself."""
    slow = [p for page in pages(ROOT) for p in SLOW.findall(read(ROOT / page.source))]
    assert slow
    assert {*slow} <= {name(path) for path in PRINTING}


def test_no_stray_output():
    assert strays(ROOT) == []


def test_no_orphan_program():
    assert orphans(ROOT) == []


@pytest.fixture
def project(tmp_path):
    """One program that prints, one that draws, and a page in each language."""
    folder = tmp_path / "snippets" / "a" / "b"
    folder.mkdir(parents=True)
    (folder / "steps.py").write_text("# kind: exact\nprint(1)\nprint(0.5)\n", "utf-8")
    (folder / "steps.out").write_text("1\n0.5\n", "utf-8")
    (folder / "wave.py").write_text("# kind: figure\ndef draw(lang): ...\n", "utf-8")
    page = '```python\n--8<-- "snippets/a/b/steps.py"\n```\n![A](figure:wave "C.")\n'
    for lang in LANGS:
        (tmp_path / "docs" / lang / "a").mkdir(parents=True)
        (tmp_path / "docs" / lang / "a" / "b.md").write_text(page, "utf-8")
    return tmp_path


def test_a_good_project(project):
    program = project / "snippets/a/b/steps.py"
    assert drift(program, outputs.run(project, program)) == ""
    assert strays(project) == orphans(project) == []


def test_a_drifted_output_is_caught(project):
    program = project / "snippets/a/b/steps.py"
    program.with_suffix(".out").write_text("1\n0.6\n", "utf-8")
    printed = outputs.run(project, program)
    assert drift(program, printed).splitlines()[2:] == ["@@ -2 +2 @@", "-0.6", "+0.5"]
    program.with_suffix(".out").unlink()
    assert drift(program, printed) == "there is no steps.out: run `make outputs`"


def test_a_stray_output_is_caught(project):
    (project / "snippets/a/b/gone.out").touch()
    (project / "snippets/a/b/wave.out").touch()  # a program that draws prints nothing
    assert strays(project) == ["snippets/a/b/gone.out", "snippets/a/b/wave.out"]


@pytest.mark.parametrize(
    ("old", "new", "orphan"),
    [("steps.py", "none.py", "steps.py"), ("figure:wave", "figure:none", "wave.py")],
)
def test_an_orphan_is_caught(project, old, new, orphan):
    page = project / "docs/zh/a/b.md"
    page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
    assert orphans(project) == [f"snippets/a/b/{orphan}"]
