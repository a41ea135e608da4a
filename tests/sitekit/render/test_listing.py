import re

import pytest
from helpers.entries import ENTRY, SOURCE, TEST

from sitekit.page import ledger, tested
from sitekit.page.markup import section

LISTING = f'```python\n--8<-- "{SOURCE}:line"\n```\n'


def text(html):
    """What is left without tags, on one line."""
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", html)).strip()


def test_line_above_a_listing(project):
    where = (
        '<div class="listing-line" data-search-exclude data-block="0"><span>'
        f'<a href="../../../source/{SOURCE}.html#L4"><code>{SOURCE}</code> 4–7</a>'
        "</span>"
    )
    test = f'<a href="../../../source/{TEST}.html"><code>{TEST}</code></a>'
    run = '<button data-tool="run" data-needs="" aria-label="Run listing 1" hidden>'
    html = project.render(LISTING)
    assert html.startswith(f"{where}<span>test {test}</span>{run}Run</button></div>")
    ledger.save(project.root, [ENTRY], {})
    project.add(TEST, "# changed\n")
    assert project.render(f"{LISTING}\n").startswith(
        f"{where}<span>checked against <code>numpy.polyval</code>"
        f" · not measured in this build · {test}</span>{run}Run</button></div>"
    )


def test_listings_have_the_numbers_of_their_blocks(project):
    html = project.render(f"{LISTING}\n```text\nplain\n```\n\n{LISTING}")
    assert re.findall(r'data-block="(\d+)"', html) == ["0", "1"]
    assert re.findall(r'data-needs="([\d ]*)"', html) == ["", ""]


def test_lines_named_are_the_lines_shown(project):
    html = project.render(LISTING)
    first, last = section(project.root, SOURCE, "line")
    source = (project.root / SOURCE).read_text("utf-8").splitlines()
    [code] = re.findall(r"<code tabindex.*?</code>", html, re.S)
    assert text(code) == text("\n".join(source[first - 1 : last]))


@pytest.mark.parametrize(
    ("lang", "path", "up"),
    [("zh", "index.md", ""), ("en", "index.md", "../"), ("zh", "a/b.md", "../../")],
)
def test_links_are_relative_to_the_built_page(project, lang, path, up):
    html = project.render(LISTING, lang, path)
    assert f'<a href="{up}source/{SOURCE}.html#L4">' in html


def test_code_that_scrolls_is_reachable_by_keyboard(project):
    html = project.render(f"{LISTING}\n```text\nplain\n```\n")
    assert (
        html.count("<pre data-search-exclude>")
        == html.count('<code tabindex="0">')
        == 2
    )
    assert "tabindex" not in project.render("Inline `code` only.")


def test_listing_in_a_tab(project):
    tab = '=== "NumPy"\n\n' + "".join(f"    {line}\n" for line in LISTING.split("\n"))
    html = project.render(tab)
    assert '<div class="listing-line"' in html
    assert "%%sitekit" not in html
    assert '<code tabindex="0">' in html


def test_fence_with_options_is_a_listing_too(project):
    html = project.render(LISTING.replace("python", 'python title="line.py"'))
    assert '<div class="listing-line"' in html


def test_a_listing_in_a_longer_fence_is_an_example(project):
    assert "listing-line" not in project.render(f"````text\n{LISTING}````\n")


@pytest.mark.parametrize("lang", ["python", "py", "python3", "pycon", "Python"])
def test_refuses_typed_python(project, lang):
    message = "Python typed into a page; embed it from src/ or snippets/"
    project.refuses(f"Text.\n\n```{lang}\nx = 1\n```\n", 8, message)


def test_refuses_typed_python_in_a_tab_and_after_an_include(project):
    message = "Python typed into a page; embed it from src/ or snippets/"
    project.refuses('=== "A"\n\n    ```python\n    x = 1\n    ```\n', 8, message)
    project.refuses(LISTING.replace("\n```\n", "\n\nline(1)\n```\n"), 8, message)
    project.refuses('```{ .python title="x" }\nx = 1\n```\n', 6, message)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("[end:line]", "end", ["start"]),
        ("[start:line]", "start", ["end"]),
        ("    return", "# --8<-- [start:line]\n    return", ["start", "start", "end"]),
        ("[end:line]", "[end:line]\n# --8<-- [end:line]", ["start", "end", "end"]),
    ],
)
def test_refuses_broken_markers(project, old, new, found):
    project.replace(SOURCE, old, new)
    project.refuses(
        "Text.\n\n" + LISTING,
        8,
        f"{SOURCE}: section 'line' needs one start and then one end marker, "
        f"found {found}",
    )


def test_refuses_reversed_markers(project):
    project.write(SOURCE, "# --8<-- [end:line]\nx = 1\n# --8<-- [start:line]\n")
    project.refuses(
        LISTING,
        6,
        f"{SOURCE}: section 'line' needs one start and then one end marker, "
        "found ['end', 'start']",
    )


def test_broken_marker_elsewhere_in_the_file_counts(project):
    project.add(SOURCE, "# --8<-- [start:more]\n")
    project.refuses(
        LISTING,
        6,
        f"{SOURCE}: section 'more' needs one start and then one end marker, "
        "found ['start']",
    )


def test_refuses_a_section_or_file_that_is_not_there(project):
    project.refuses(LISTING.replace(":line", ":x"), 6, f"{SOURCE} has no section 'x'")
    missing = LISTING.replace("line.py", "none.py")
    project.refuses(missing, 6, "there is no src/chainrule/nn/none.py")


def test_refuses_an_empty_section(project):
    project.write(SOURCE, "# --8<-- [start:line]\n# --8<-- [end:line]\n")
    project.refuses(LISTING, 6, f"{SOURCE}: section 'line' is empty")


def test_when_the_code_of_a_page_ran(project):
    assert 'class="ran"' not in project.render(LISTING)
    now, versions = tested.digests(project.root), {"NumPy": "2.3", "PyTorch": "2.13"}
    ledger.save(project.root, [ENTRY], versions, "2026-11-30", now)
    date = '<time datetime="2026-11-30">2026-11-30</time>'
    end = f'<p class="ran" data-search-exclude>Every listing here ran on {date} with'
    assert project.render(LISTING).endswith(f"{end} NumPy 2.3, PyTorch 2.13.</p>")
    project.render(LISTING, "zh")
    ledger.save(
        project.root, [ENTRY], versions, "2026-11-30", tested.digests(project.root)
    )
    end = f"本页每段代码都在 {date} 运行通过，环境：NumPy 2.3、PyTorch 2.13。</p>"
    assert project.render(LISTING, "zh").endswith(end)
    assert 'class="ran"' not in project.render("Words.\n")
    project.replace("src/chainrule/nn/line.py", "b + w", "w + b")
    assert 'class="ran"' not in project.render(LISTING)


USE = '```python\n--8<-- "snippets/basics/line/use.py"\n```\n'


def test_a_listing_that_needs_others_is_copied_with_them(project):
    use = "from chainrule.nn.line import line\n\nprint(line(1, 2, 3))\n"
    project.write("snippets/basics/line/use.py", use)
    html = project.render(LISTING + "\n" + USE)
    at = "../../../copy/basics/line.js#1"
    button = f'<button data-tool="copy" data-at="{at}" hidden>'
    button += "Copy with what it needs</button>"
    assert html.count('data-tool="copy"') == 1
    assert f"{button}</div>" in html
    assert "连同依赖一起复制</button>" in project.render(USE, "zh")
    project.write("snippets/basics/line/use.py", "import chainrule.nn\n")
    project.refuses(USE, None, "import chainrule.nn: say as what")
