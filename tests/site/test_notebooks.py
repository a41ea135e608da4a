"""Notebooks are pages like the others, and each can be taken along and run."""

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

import jupytext
import pytest

from sitekit.build.runs import notebooks
from sitekit.check.listings import blocks
from sitekit.page.paths import LANGS, Page

ROOT = Path(__file__).parents[2]
NOTEBOOKS = notebooks(ROOT)
MAX_GZIP = 60_000  # bytes of the HTML over the wire


def name(page: Page) -> str:
    return f"{page.lang}:{page.topic}"


def cells(page: Page) -> list[tuple[str, str]]:
    """Kind of each cell, and the code of those that have any, as Jupyter reads them."""
    script = (ROOT / page.source).read_text("utf-8")
    return [
        (cell.cell_type, cell.source if cell.cell_type == "code" else "")
        for cell in jupytext.reads(script, "py:percent").cells
    ]


@pytest.mark.parametrize("page", NOTEBOOKS, ids=name)
def test_what_is_tested_is_what_jupyter_reads(page):
    code = [source for kind, source in cells(page) if kind == "code"]
    assert [
        block.code.strip("\n") for block in blocks(ROOT / page.source, ROOT)
    ] == code


@pytest.mark.parametrize("page", NOTEBOOKS, ids=name)
def test_languages_have_the_same_cells(page):
    assert cells(page) == cells(Page(ROOT, LANGS[0], page.path))


# -- what was built ---------------------------------------------------------------

# What mkdocs-jupyter's own template would bring along.
FOREIGN = re.compile(
    r"\bjp-[\w-]+|MathJax|requirejs|require\.js|mermaid|clipboard-copy|highlight-ipynb|"
    r"data:image|https?://cdn[\w.]*",
    re.I,
)
CHAPTER = "basics/linear-regression"


def faults(root, other) -> list[str]:
    """What a page brings along that another page does not, or that is inlined."""
    found = []
    for tag in ("script", "style", "link"):
        have, may = ([mark(e) for e in page.all(tag)] for page in (root, other))
        found += [f"{tag}: {what}" for what in have if what not in may]
    for element in next(root.all("article")).all():
        found += FOREIGN.findall(" ".join(map(str, element.attrs.values())))
    return found


def mark(element) -> str:
    """A script or style by its address, or by how it begins."""
    attrs = element.attrs
    if element.tag == "link":
        if attrs["rel"].split()[0] in ("canonical", "alternate", "prev", "next"):
            return attrs["rel"].strip()
        return attrs["href"]
    return attrs.get("src") or attrs.get("id") or element.text().strip()[:40]


@pytest.fixture
def chapter(site, tree):
    return lambda lang: tree(
        site / ("" if lang == "zh" else lang) / CHAPTER / "index.html"
    )


@pytest.mark.built
@pytest.mark.parametrize("page", NOTEBOOKS, ids=name)
def test_nothing_foreign_is_left(page, built, chapter):
    assert faults(built(page), chapter(page.lang)) == []


@pytest.mark.built
@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ('<script src="https://cdn.x/MathJax.js"></script>', "script: https://cdn.x"),
        ("<script>require.config({})</script>", "script: require.config"),
        ("<style>.jp-Cell { }</style>", "style: .jp-Cell"),
        ('<div class="jp-Cell-inputWrapper"></div>', "jp-Cell-inputWrapper"),
        ('<img src="data:image/png;base64,iVBO">', "data:image"),
    ],
)
def test_something_foreign_is_found(site, tree, chapter, planted, found):
    text = (site / CHAPTER / "index.html").read_text("utf-8")
    page = tree(text.replace("</article>", f"{planted}</article>"))
    fault, *_ = faults(page, chapter("zh"))
    assert fault.startswith(found)


@pytest.mark.built
@pytest.mark.parametrize("page", NOTEBOOKS, ids=name)
def test_weight(page, site):
    text = (site / page.url / "index.html").read_bytes()
    assert len(gzip.compress(text, 6)) < MAX_GZIP


def download(page: Page, site: Path, root) -> Path:
    [link] = (a for a in root.all("a") if "download" in a.attrs)
    return site / page.url / link.attrs["href"]


def run(file: Path) -> list[dict]:
    """The code cells of a notebook, after Jupyter has run them in order.

    Raises:
        CalledProcessError: one of them failed.
    """
    command = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute"]
    done = subprocess.run(
        [*command, "--stdout", str(file)],
        check=True,
        capture_output=True,
        cwd=file.parent,
    )
    return [c for c in json.loads(done.stdout)["cells"] if c["cell_type"] == "code"]


@pytest.mark.built
@pytest.mark.parametrize("page", NOTEBOOKS, ids=name)
def test_the_file_to_take_along_runs_and_says_what_the_page_says(page, site, built):
    root = built(page)
    file = download(page, site, root)
    notebook = json.loads(file.read_text("utf-8"))
    code = ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code"]
    assert code == [
        block.code.strip("\n") for block in blocks(ROOT / page.source, ROOT)
    ]
    assert not [c for c in notebook["cells"] if c.get("outputs")]
    ran = run(file)
    assert [cell["execution_count"] for cell in ran] == [*range(1, len(code) + 1)]
    printed = [
        "".join(output["text"])
        for cell in ran
        for output in cell["outputs"]
        if output["output_type"] == "stream"
    ]
    shown = [box.text() for box in root.all(cls="language-text")]
    # Word by word: a busy machine may hand over what one cell prints in two pieces.
    assert "".join(printed).split() == "".join(shown).split()
    kinds = [output["output_type"] for cell in ran for output in cell["outputs"]]
    assert kinds.count("display_data") == len([*root.all("figure")])


@pytest.mark.slow
def test_a_cell_that_fails_is_found(tmp_path):
    file = tmp_path / "a.ipynb"
    good = jupytext.reads("# %%\nx = 1\n\n# %%\nprint(x)\n", "py:percent")
    jupytext.write(good, file)
    assert [cell["execution_count"] for cell in run(file)] == [1, 2]
    good.cells.reverse()
    jupytext.write(good, file)
    with pytest.raises(subprocess.CalledProcessError) as caught:
        run(file)
    assert b"name 'x' is not defined" in caught.value.stderr
