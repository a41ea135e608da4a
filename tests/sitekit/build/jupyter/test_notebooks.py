import json

import nbformat
import pytest

from sitekit.build.jupyter import notebooks
from sitekit.page.paths import Page

BASE = "https://example.org/notes"
BODY = """# A line

See [curves](curve.md#one), [above](#two) and [elsewhere](https://example.org/a.md).

$$
y = wx \\tag{1.1}\\label{eq:line}
$$

## Two { #two }

Of $\\eqref{eq:line}$, as [@doe2020] says: {{ steps 1 }}.

```python
--8<-- "src/chainrule/nn/line.py:line"
```

![A wave.](figure:wave "It rises, $t$.")

```python
--8<-- "snippets/basics/line/steps.py:a"
```

- [@doe2020]: lines
"""
BIB = "@book{doe2020,\n author = {Doe, Jo},\n title = {Lines},\n year = {2020},\n}\n"


@pytest.fixture
def page(project) -> Page:
    project.write("docs/references.bib", BIB)
    project.write("snippets/basics/line/steps.out", "1\n")
    body = BODY.replace("{{ steps 1 }}", '{{ steps "" 1 }}')
    project.write("docs/en/basics/line.md", f"---\ndescription: x\n---\n\n{body}")
    return Page(project.root, "en", "basics/line.md")


def made(page: Page, base: str = "") -> list[dict]:
    text = notebooks.make(page, base)
    nbformat.validate(nbformat.reads(text, nbformat.NO_CONVERT))
    assert text == notebooks.make(page, base)  # no name is random
    cells = json.loads(text)["cells"]
    assert not [cell for cell in cells if cell.get("outputs")]
    return cells


def test_code_is_that_of_the_page(page):
    own = [c for c in made(page) if "tags" not in c["metadata"]]
    code = [c["source"] for c in own if c["cell_type"] == "code"]
    assert code == ["def line(x, w, b):\n    return b + w * x", "x = 1 < 2"]


def test_text_says_what_jupyter_shows(page):
    cells = made(page, BASE)
    first, second, third, last = (
        c["source"] for c in cells if c["cell_type"] == "markdown"
    )
    there = f"{BASE}/en/basics"
    assert f"[curves]({there}/curve/#one), [above]({there}/line/#two)" in first
    assert "[elsewhere](https://example.org/a.md)" in first
    assert r"y = wx \tag{1.1}" in first
    assert "label" not in first
    assert second.startswith("## Two\n\nOf (1.1), as [Doe (2020)](")
    assert second.endswith("says: 1.")
    address = f"{BASE}/figures/basics/line/wave.en.svg"
    assert third == f"![A wave.]({address})\n\n**Figure 1.** It rises, $t$."
    assert "J. Doe, *Lines*, 2020" in last


def test_without_an_address_the_notebook_stands_in_the_site(page):
    text = notebooks.make(page)
    assert "](line/index.html#two)" in text
    assert "](curve/index.html#one)" in text
    assert "](../../figures/basics/line/wave.en.svg)" in text
    assert page.notebook == "en/basics/line.ipynb"
    assert Page(page.root, "zh", "index.md").notebook == "index.ipynb"


def test_a_page_without_code_has_none(page, project):
    project.write("docs/en/basics/line.md", "# A line\n\n```text\nx\n```\n")
    assert notebooks.make(page) == ""
    notebooks.write_all(project.root, project.root / "site")
    assert not list((project.root / "site").rglob("*.ipynb"))


def test_all_pages(page, project, monkeypatch):
    monkeypatch.setenv("SITE_URL", BASE)
    notebooks.write_all(project.root, project.root / "site")
    [file] = (project.root / "site").rglob("*.ipynb")
    assert file.relative_to(project.root / "site").as_posix() == "en/basics/line.ipynb"
    assert BASE in file.read_text("utf-8")
