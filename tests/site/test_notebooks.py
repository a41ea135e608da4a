"""Each page can be taken along as a notebook, which runs with nothing of ours there."""

import ast
import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import nbformat
import pytest
from helpers.weekly import QUICK, WEEKLY

from sitekit.build.jupyter import first_cells, notebooks
from sitekit.check.listings import blocks
from sitekit.page.paths import Page, is_notebook, read

ROOT = Path(__file__).parents[2]
MAX_BYTES = 320_000  # some carry all layers of chainrule.scratch.nn
IMPORT = ast.Import, ast.ImportFrom
# `pytest docs` runs the code of all pages. What else a notebook needs, these show:
# NumPy alone, our optimizers, and a program that must not start by itself.
RUN = ["basics/what-is-machine-learning", "index", "classification/mnist-from-scratch"]


def code_faults(text: str, ran: list[str]) -> list[str]:
    """How a notebook's own code is not what ran."""
    cells = [c for c in json.loads(text)["cells"] if c["cell_type"] == "code"]
    own = [
        c["source"]
        for c in cells
        if first_cells.SETUP not in c["metadata"].get("tags", [])
    ]
    if len(own) != len(ran):
        return [f"{len(own)} cells, but {len(ran)} listings ran"]
    pairs = zip(own, ran, strict=True)
    return [
        f"{cell!r} is not {code!r}" for cell, code in pairs if cell != code.strip("\n")
    ]


OURS = ("eqref", "label{", "(figure:", "{{ ", "[@", "](@", "{ #", "claim:", "--8<--")


def test_notebook_of_a_page(doc):
    """Its code is what ran, and in its text is nothing of our own markup."""
    ran = [block.code for block in blocks(ROOT / doc.source, ROOT)]
    text = notebooks.make(doc)
    assert bool(text) == bool(ran)
    if not text:
        return
    nbformat.validate(nbformat.reads(text, nbformat.NO_CONVERT))
    assert code_faults(text, ran) == []
    cells = [c for c in json.loads(text)["cells"] if c["cell_type"] == "markdown"]
    said = "\n".join(cell["source"] for cell in cells)
    assert [mark for mark in OURS if mark in said] == []
    assert ".md)" not in said
    assert ".md#" not in said


def test_other_code_is_found():
    text = notebooks.make(Page(ROOT, "en", "index.md"))
    codes = [block.code for block in blocks(ROOT / "docs/en/index.md", ROOT)]
    assert code_faults(text, codes) == []
    assert code_faults(text, [*codes[:-1], codes[-1] + "x = 1\n"])
    assert code_faults(text, []) == [f"{len(codes)} cells, but 0 listings ran"]


# -- run --------------------------------------------------------------------------


def run(text: str, folder: Path) -> list[dict[str, Any]]:
    """The code cells of a notebook, after Jupyter has run them from top to bottom.

    Without `site`, Python sees the packages that are installed, but not the path by
    which this project is. The cell that asks the network is passed over.

    Raises:
        CalledProcessError: one of them failed.
    """
    (folder / "page.ipynb").write_text(text, "utf-8")
    kernel = {
        "argv": [sys.executable, "-S", "-m", "ipykernel_launcher", "-f"],
        "env": {"PYTHONPATH": sysconfig.get_path("purelib")},
        **{"display_name": "Bare", "language": "python"},
    }
    kernel["argv"].append("{connection_file}")
    file = folder / "jupyter/kernels/bare/kernel.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(kernel), "utf-8")
    choices = {"kernel_name": "bare", "skip_cells_with_tag": first_cells.INSTALL}
    done = subprocess.run(
        [
            *(sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute"),
            *(
                f"--ExecutePreprocessor.{name}={value}"
                for name, value in choices.items()
            ),
            *("--stdout", "page.ipynb"),
        ],
        cwd=folder,
        env=os.environ | {"JUPYTER_PATH": str(folder / "jupyter")},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return [c for c in json.loads(done.stdout)["cells"] if c["cell_type"] == "code"]


@pytest.mark.slow
@pytest.mark.parametrize("topic", RUN)
def test_runs_from_top_to_bottom(topic, tmp_path):
    page = Page(ROOT, "en", f"{topic}.md")
    install, *ran = run(notebooks.make(page), tmp_path)
    assert install["execution_count"] is None
    assert [cell["execution_count"] for cell in ran] == [*range(1, len(ran) + 1)]
    said = [output.get("name") for cell in ran for output in cell["outputs"]]
    assert "stdout" in said
    assert "stderr" not in said


# One Python, in which the foreign packages are imported once: each notebook's first
# cells write its files into a folder of its own, from which a child then imports.
IMPORTS = """
import json, os, sys, numpy, sklearn, torch, tqdm
for name, (files, imports) in json.load(sys.stdin).items():
    if child := os.fork():
        if os.waitpid(child, 0)[1]:
            print(name)
        continue
    os.makedirs(name)
    os.chdir(name)
    sys.path.insert(0, os.getcwd())
    exec(files, {})
    exec(imports, {})
    os._exit(0)
"""


def without_imports(folder: Path, texts: dict[str, str]) -> list[str]:
    """The notebooks that do not carry what they import, of these."""
    given = {}
    for name, text in texts.items():
        cells = [c for c in json.loads(text)["cells"] if c["cell_type"] == "code"]
        files = [c["source"] for c in cells if "files = {}" in c["source"]]
        nodes = [n for c in cells[1:] for n in ast.walk(ast.parse(c["source"]))]
        imports = [ast.unparse(n) for n in nodes if isinstance(n, IMPORT)]
        given[name] = "\n".join(files), "\n".join(imports)
    done = subprocess.run(
        [sys.executable, "-S", "-c", IMPORTS],
        env=os.environ | {"PYTHONPATH": sysconfig.get_path("purelib")},
        cwd=folder,
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.split()


@pytest.mark.slow
def test_each_carries_what_it_imports(docs, tmp_path):
    """In one language; that the other has the same code is shown elsewhere."""
    asked = [
        doc
        for doc in docs
        if doc.lang == "en" and (WEEKLY or doc.topic in {"index", *QUICK})
    ]
    texts = {doc.topic: text for doc in asked if (text := notebooks.make(doc))}
    assert len(texts) > 10
    gone = "chainrule/optim/sgd.py"
    assert gone in texts["index"]
    planted = {"less": texts["index"].replace(gone, "chainrule/optim/gone.py")}
    assert without_imports(tmp_path, texts | planted) == ["less"]


FIND = "import importlib.util as u; print(*map(u.find_spec, ('chainrule', 'sitekit')))"


@pytest.mark.slow
def test_nothing_of_ours_is_there(tmp_path):
    notebook = json.loads(notebooks.make(Page(ROOT, "en", "index.md")))
    notebook["cells"] = [notebooks.code_cell(FIND, {}) | {"id": "a"}]
    [cell] = run(json.dumps(notebook), tmp_path)
    assert [output["text"] for output in cell["outputs"]] == [["None None\n"]]


# -- what was built ---------------------------------------------------------------

TEXT = {"zh": "下载笔记本", "en": "Notebook"}


@pytest.mark.built
def test_a_page_with_code_leads_to_its_notebook(doc, site, built):
    (foot,) = built(doc).all("footer", cls="this-page")
    links = {link.text(): link.attrs for link in foot.all("a")}
    has_code = bool(blocks(ROOT / doc.source, ROOT))
    assert (TEXT[doc.lang] in links) == has_code
    if has_code:
        link = links[TEXT[doc.lang]]
        file = (site / doc.url / link["href"]).resolve()
        assert "download" in link
        assert file == (site / doc.notebook).resolve()
        assert file.stat().st_size < MAX_BYTES
        json.loads(file.read_text("utf-8"))


@pytest.mark.built
def test_a_notebook_that_is_a_page_says_what_its_cells_gave(doc, built):
    if not is_notebook(read(ROOT / doc.source)):
        return
    article = next(built(doc).all("article"))
    assert [*article.all(cls="language-text")]
    assert [*article.all("figure")]
    assert not [*article.all(cls="stderr")]
    assert not [*article.all("script", "style")]
