import re
from types import SimpleNamespace

import pytest
from mkdocs_jupyter import convert, plugin
from mkdocs_jupyter.config import settings

from sitekit.build.jupyter import runner
from sitekit.page.paths import is_notebook

PAGE = """---
description: x
jupyter:
  kernelspec: {display_name: Python 3, language: python, name: python3}
---

# A line

Text & `code`.

```python
from chainrule.nn.line import line
print("<b>", line(1, 2, 3))
```
"""
START = (
    '<div class="language-{} highlight"><pre data-search-exclude=""><span></span>'
    '<code tabindex="0">'
)


@pytest.fixture
def file(project, monkeypatch):
    monkeypatch.setattr(settings, "templates_dir", settings.templates_dir)
    theirs = plugin.Plugin.should_include
    monkeypatch.setattr(plugin.Plugin, "should_include", theirs)
    runner.install()
    return project.write("docs/en/basics/line.md", PAGE)


def test_a_notebook_names_its_kernel(file, project):
    assert is_notebook(PAGE)
    assert not is_notebook(PAGE.replace("jupyter:", "other:"))
    assert not is_notebook("# A page\n\njupyter:\n")


def test_only_notebooks_are_read_as_some(file, project, monkeypatch):
    asked = plugin.Plugin()
    asked.load_config({"include": ["line.md"]})

    def includes(path):
        return asked.should_include(SimpleNamespace(abs_src_path=path and str(path)))

    assert includes(file)
    assert not includes(project.write("docs/en/basics/curve.md", PAGE))
    assert not includes(None)
    monkeypatch.setattr(plugin.jupytext, "read", None)
    assert not includes(project.root / "docs/en/index.md")


def test_pages_are_shown_in_our_markup(file):
    html = convert.nb2html(str(file), execute=False)
    link = '<a class="headerlink" href="#a-line">#</a>'
    assert f'<h1 id="a-line">A line{link}</h1>' in html
    assert START.format("python") + '<span class="kn">from</span>' in html
    assert "&lt;b&gt;" in html
    assert "description" not in html
    for foreign in ("<script", "<style", "jp-", "http"):
        assert foreign not in html


@pytest.mark.parametrize(
    "heads",
    ["# 线\n\n## 一\n\n## 二", "# Line\n\n## Is it?\n\n## 一", "# A\n\n## B b\n\n## C"],
)
def test_headings_have_the_ids_of_the_table_of_contents(file, heads):
    file.write_text(PAGE.replace("# A line", f"{heads}\n"), "utf-8")
    html = convert.nb2html(str(file), execute=False)
    [top] = plugin.get_nb_toc(str(file), 6)[0].items
    ids = [item.id for item in (top, *top.children)]
    assert re.findall(r'<h\d id="([^"]*)">', html) == ids
    assert re.findall(r'class="headerlink" href="#([^"]*)"', html) == ids


@pytest.mark.slow
def test_outputs_and_pictures(file, project):
    draw = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\n"
    body = PAGE.replace("from chainrule.nn.line import line\n", "")
    body = body.replace("line(1, 2, 3))", "1 < 2, flush=True)\nprint(2)")
    cell = f'```python alt="A & b" caption="Up."\n{draw}```\n'
    file.write_text(f"{body}\n{cell}", "utf-8")
    html = convert.nb2html(str(file), execute=True, allow_errors=False)
    assert START.format("text") + "&lt;b&gt; True\n2\n</code></pre></div>" in html
    assert 'alt="A &amp; b"' in html
    assert "<figcaption>Up.</figcaption></figure>" in html
    assert html.count("data:image/png;base64,") == 1


def test_runs_are_kept_until_what_they_import_changes(file, project):
    kept = project.write("build/notebooks/runs-en/a.json", "{}")
    runner.forget(project.root)
    assert not kept.exists()
    kept.touch()
    runner.forget(project.root)
    assert kept.exists()
    project.add("src/chainrule/other.py", "X = 1\n")  # it is not imported
    runner.forget(project.root)
    assert kept.exists()
    project.add("src/chainrule/nn/line.py", "X = 1\n")
    runner.forget(project.root)
    assert not kept.exists()
