import json
import subprocess
import sys

import nbformat
import pytest

from sitekit.build import notebooks
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
    notebooks.requirements.cache_clear()
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
    assert notebooks.file_of(page) == "en/basics/line.ipynb"
    assert notebooks.file_of(Page(page.root, "zh", "index.md")) == "index.ipynb"


def test_setup_installs_what_is_imported(page, project):
    install, *rest = made(page, BASE)
    assert install["source"].startswith(f"# {BASE}/en/basics/line/: ")
    assert "%pip" not in install["source"]
    assert "tags" not in rest[0]["metadata"]
    steps = "import sys\nimport numpy\nfrom sklearn import svm\n"
    project.replace("snippets/basics/line/steps.py", "x = 1", f"{steps}x = 1")
    install = made(page)[0]
    assert install["metadata"]["tags"] == ["setup", "install"]
    assert install["source"].endswith(
        '%pip install -q "numpy>=2.0" "scikit-learn>=1.5"'
    )


def test_setup_writes_our_modules_as_they_are(page, project, tmp_path):
    line = project.replace("src/chainrule/nn/line.py", '"A', '"\\n\\\\ A')
    use = "from chainrule.nn.line import line\nx = 1"
    project.replace("snippets/basics/line/steps.py", "x = 1", use)
    _, ours, *_ = made(page)
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    command = [sys.executable, "-S", "-c", ours["source"]]
    subprocess.run(command, cwd=folder, check=True)
    assert (folder / "chainrule/nn/line.py").read_bytes() == line.read_bytes()
    written = {p.relative_to(folder).as_posix() for p in folder.rglob("*.py")}
    names = "__init__", "nn/__init__", "nn/line"
    assert written == {f"chainrule/{name}.py" for name in names}


def test_a_file_that_cannot_be_written_so_is_refused(page, project):
    use = "from chainrule.nn.line import line\nx = 1"
    project.replace("snippets/basics/line/steps.py", "x = 1", use)
    project.add("src/chainrule/nn/line.py", "TEXT = '''x'''\n")
    with pytest.raises(ValueError, match=r"^src/chainrule/nn/line\.py: ''' would end"):
        notebooks.make(page)


def test_a_program_that_is_shown_does_not_start(page, project):
    main = 'if __name__ == "__main__":\n    1 / 0\nx = 1'
    project.replace("snippets/basics/line/steps.py", "x = 1", main)
    code = [c["source"] for c in made(page) if c["cell_type"] == "code"]
    exec("\n".join(code), {"__name__": "__main__"})


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
