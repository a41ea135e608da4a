import html
import re

import pytest

from sitekit.build.finish import sources
from sitekit.page.paths import Page, pages

LINE, TEST = "src/chainrule/nn/line.py", "tests/chainrule/nn/test_line.py"
WAVE, STEPS = "snippets/basics/line/wave.py", "snippets/basics/line/steps.py"


def test_all_python_files_and_no_others(project):
    project.write("tests/.hidden/x.py", "")
    project.write("src/__pycache__/x.py", "")
    assert sources.files(project.root) == [
        "src/chainrule/__init__.py",
        "src/chainrule/nn/__init__.py",
        LINE,
        "src/chainrule/other.py",
        STEPS,
        WAVE,
        TEST,
    ]


def test_project_may_lie_below_a_hidden_folder(tmp_path):
    file = tmp_path / ".cache" / "project" / "src" / "a.py"
    file.parent.mkdir(parents=True)
    file.touch()
    assert sources.files(tmp_path / ".cache" / "project") == ["src/a.py"]


def test_source_page_leads_to_its_test_and_its_pages(project):
    page = Page(project.root, "en", "basics/line.md")
    project.write("docs/en/basics/line.md", "# A < B\n")
    home = Page(project.root, "zh", "index.md")
    page_html = sources.render(project.root, LINE, [home, page])
    assert f"<title>{LINE} · Lines</title>" in page_html
    assert f'<p>Test: <a href="../../../{TEST}.html">{TEST}</a></p>' in page_html
    assert (
        '<p>Shown on: <a href="../../../../index.html" lang="zh">首页</a> · '
        '<a href="../../../../en/basics/line/index.html" lang="en">A &lt; B</a></p>'
    ) in page_html
    assert 'href="../../../../assets/css/source.css"' in page_html
    assert '<a href="../../../../index.html" lang="zh-Hans">' in page_html


def test_test_page_leads_to_its_source(project):
    page_html = sources.render(project.root, TEST, [])
    assert f'<p>Tests: <a href="../../../{LINE}.html">{LINE}</a></p>' in page_html
    assert "Shown on" not in page_html


def test_every_line_has_an_address(project):
    page_html = sources.render(project.root, LINE, [])
    lines = (project.root / LINE).read_text("utf-8").count("\n")
    assert re.findall(r'id="([^"]+)"', page_html) == [
        f"L{n}" for n in range(1, lines + 1)
    ]


@pytest.mark.parametrize("code", ["x = 1 < 2 & 3\n", 'a = "#L-1", \'id="L-2"\'\n'])
def test_code_is_the_files_own(project, code):
    project.write(LINE, code)
    page_html = sources.render(project.root, LINE, [])
    [shown] = re.findall(r"<main>.*</main>", page_html, re.S)
    shown = re.sub(r'<a id="L\d+"></a>', "", shown)
    assert html.unescape(re.sub("<[^>]+>", "", shown)).strip() == code.strip()


LISTING = f'```python\n--8<-- "{LINE}:line"\n```\n'


@pytest.mark.parametrize(
    ("lang", "run", "tests"),
    [
        ("en", "Run all code of the page: ", "Tests of the implementations on it:"),
        ("zh", "运行本页的全部代码：", "页上实现的测试："),
    ],
)
def test_source_of_a_page_leads_to_it_and_to_its_tests(project, lang, run, tests):
    project.add(f"docs/{lang}/basics/line.md", LISTING + LISTING)
    page = Page(project.root, lang, "basics/line.md")
    page_html = sources.render_page(page)
    assert f'<a href="../../../../{page.url}/index.html" lang="{lang}">' in page_html
    command = f"python -m pytest docs/{lang}/basics/line.md"
    assert f'<p id="tests">{run}<code>{command}</code></p>' in page_html
    item = f'<li><a href="../../../{TEST}.html">{TEST}</a></li>'
    assert f"<p>{tests}</p><ul>{item}</ul>" in page_html


def test_a_page_without_code_says_so(project):
    project.add("docs/en/index.md", '![W](figure:wave "W.")\n--8<-- "x/steps.out"\n')
    page_html = sources.render_page(Page(project.root, "en", "index.md"))
    assert '<p id="tests">There is no code on the page.</p>' in page_html
    assert "<ul>" not in page_html


def test_copy_of_a_page_is_the_page(project):
    project.add("docs/en/basics/line.md", LISTING + '<b> & "x" **y** $a_1$ [z](w.md)\n')
    page_html = sources.render_page(Page(project.root, "en", "basics/line.md"))
    [shown] = re.findall(r"<main[^>]*>.*</main>", page_html, re.S)
    shown = re.sub(r'<a id="L\d+"></a>', "", shown)
    text = (project.root / "docs/en/basics/line.md").read_text("utf-8")
    assert html.unescape(re.sub("<[^>]+>", "", shown)).strip() == text.strip()


def test_writes_them_all(project, tmp_path):
    site = tmp_path / "built"
    sources.write_all(project.root, site)
    written = {p.relative_to(site / "source").as_posix() for p in site.rglob("*.html")}
    files = sources.files(project.root)
    files += [page.source for page in pages(project.root)]
    assert written == {"index.html"} | {f"{file}.html" for file in files}
    assert len(files) == 7 + 4
    index = (site / "source/index.html").read_text("utf-8")
    assert all(f'<a href="{file}.html">' in index for file in files)


def test_title(project):
    page = Page(project.root, "en", "basics/line.md")
    project.write("docs/en/basics/line.md", "---\nx: 1\n---\n# A & B { #a }\n\n## C\n")
    assert sources.title(page) == "A & B"
    project.write("docs/en/basics/line.md", "No heading.\n")
    assert sources.title(page) == "basics/line"
