import re
from dataclasses import replace

import pytest

from sitekit.page import ledger
from sitekit.page.markup import section
from sitekit.page.paths import Page
from sitekit.render.badge import number, oracle

PAGE = "basics/line.md"
LINE = "src/chainrule/nn/line.py"
LISTING = f'```python\n--8<-- "{LINE}:line"\n```\n'
TEST = "tests/chainrule/nn/test_line.py"
ENTRY = ledger.Entry(
    unit="line",
    test=f"{TEST}::test_line",
    against="numpy.polyval",
    relative=2.5e-8,
    rtol=1e-6,
    absolute=0.0,
    atol=1e-20,
    dtype="f4",
    device="c",
    objects=(f"{LINE}:line",),
)


def text(html):
    """What is left without tags, on one line."""
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", html)).strip()


def test_line_above_a_listing(project):
    where = (
        '<div class="listing-line" data-search-exclude><span>'
        f'<a href="../../../source/{LINE}.html#L4"><code>{LINE}</code> 4–7</a></span>'
    )
    test = f'<a href="../../../source/{TEST}.html"><code>{TEST}</code></a>'
    html = project.render(LISTING)
    assert html.startswith(f"{where}<span>test {test}</span></div>")
    ledger.save(project.root, [ENTRY], {})
    project.add(TEST, "# changed\n")
    assert project.render(f"{LISTING}\n").startswith(
        f"{where}<span>checked against <code>numpy.polyval</code>"
        f" · not measured in this build · {test}</span></div>"
    )


def test_lines_named_are_the_lines_shown(project):
    html = project.render(LISTING)
    first, last = section(project.root, LINE, "line")
    source = (project.root / LINE).read_text("utf-8").splitlines()
    [code] = re.findall(r"<code tabindex.*?</code>", html, re.S)
    assert text(code) == text("\n".join(source[first - 1 : last]))


@pytest.mark.parametrize(
    ("lang", "path", "up"),
    [("zh", "index.md", ""), ("en", "index.md", "../"), ("zh", "a/b.md", "../../")],
)
def test_links_are_relative_to_the_built_page(project, lang, path, up):
    html = project.render(LISTING, lang, path)
    assert f'<a href="{up}source/{LINE}.html#L4">' in html


def test_measured_listing_says_its_largest_error(project):
    small = replace(ENTRY, relative=0.0, absolute=1e-21)
    ledger.save(project.root, [ENTRY, small], {"NumPy": "2.3"})
    html = project.render(LISTING, "zh")
    assert "<summary>已与 <code>numpy.polyval</code> 核对 · 最大相对误差 2.5e-8" in html
    # Both cases in one row, with the worse error.
    bounded = "<td>2.5e-8 ≤ 1.0e-6</td><td>1.0e-21 ≤ 1.0e-20</td>"
    assert f"{bounded}<td>2</td><td>f4, c</td>" in html
    assert "测量环境：NumPy 2.3" in html
    unit = '<a href="../../reference/verification/#unit-line">直线</a>'
    assert f"· 核对记录：{unit}<br>" in html
    project.add(LINE, "# changed\n")
    assert "本次构建未测量" in project.render(LISTING, "zh")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "checked against n.a, n.b and 1 more"),
        ("zh", "已与 n.a、n.b 等 3 种方法核对"),
    ],
)
def test_only_two_of_many_oracles_are_named(project, lang, said):
    """Another's before one of ours."""
    oracles = ("chainrule.c", "n.a", "n.b", "n.a")
    ledger.save(project.root, [replace(ENTRY, against=o) for o in oracles], {})
    assert said in text(project.render(LISTING, lang))


EQUATION = "$$\ny = b + wx \\tag{1.1}\\label{eq:line}\n$$\n"
PRINTED = replace(ENTRY, against="printed equation (1.1)")


@pytest.mark.parametrize(
    ("lang", "said", "target"),
    [
        ("en", "checked against printed equation (1.1) · largest relative", "../line/"),
        ("zh", "已与印出的公式 (1.1) 核对 · 最大相对误差", "../line/"),
    ],
)
def test_a_printed_equation_is_named_and_linked(project, lang, said, target):
    project.add(f"docs/en/{PAGE}", EQUATION)
    ledger.save(project.root, [PRINTED], {})
    html = project.render(LISTING, lang, "basics/curve.md")
    assert said in text(html)
    name = "printed equation" if lang == "en" else "印出的公式"
    assert f'<td><a href="{target}#eq:line">{name} (1.1)</a></td>' in html
    assert "<code>printed" not in html
    # The equation is another one now.
    project.replace(f"docs/en/{PAGE}", "b + wx", "b - wx")
    html = project.render(f"Now.\n\n{LISTING}", lang, "basics/curve.md")
    assert {"en": "not measured", "zh": "本次构建未测量"}[lang] in html


@pytest.mark.parametrize(
    ("name", "en", "zh"),
    [
        ("torch.optim.SGD(a=1)", "<code>torch.optim.SGD(a=1)</code>", None),
        ("by hand", "by hand", "手算"),
        ("loss", "loss", "损失"),  # a term
        ("two <b>", "two &lt;b&gt;", '<span lang="en">two &lt;b&gt;</span>'),
        ("printed equation (9.9)", "printed equation (9.9)", "印出的公式 (9.9)"),
    ],
)
def test_oracle(project, name, en, zh):
    for lang, shown in (("en", en), ("zh", zh or en)):
        assert oracle(Page(project.root, lang, PAGE), name, linked=True) == shown


def test_refuses_a_measurement_of_no_unit(project):
    ledger.save(project.root, [replace(ENTRY, unit="lime")], {})
    project.refuses(
        LISTING, None, "the ledger has measurements of 'lime', which is no unit"
    )


def test_listing_names_only_what_ran_it(project):
    test = f"{TEST}::test_two[1]"
    two = replace(ENTRY, test=test, against="n.two", objects=("other.py:f",))
    ledger.save(project.root, [ENTRY, two], {})
    html = project.render(LISTING)
    assert "checked against <code>numpy.polyval</code> · largest relative" in html
    assert "n.two" not in html


def test_where_all_are_zero_the_absolute_error_is_named(project):
    zero = replace(ENTRY, relative=0.0, absolute=3e-21)
    ledger.save(project.root, [zero], {})
    assert "largest absolute error 3.0e-21" in project.render(LISTING)


def test_tests_of_other_files_are_linked(project):
    contract = "tests/contracts/test_lines.py"
    project.write(contract, "def test_x(): pass\n")
    entry = replace(ENTRY, test=f"{contract}::test_x[1]")
    ledger.save(project.root, [ENTRY, entry], {})
    html = project.render(LISTING)
    assert f"<code>{TEST}</code></a>, <a" in html
    assert f"<code>{contract}</code></a>" in html


def test_test_without_an_oracle(project):
    assert "nn/line.py 4–7test tests/chainrule/nn/test_line.py" in text(
        project.render(LISTING)
    )


def test_program_says_that_it_runs(project):
    listing = '```python\n--8<-- "snippets/basics/line/steps.py:a"\n```\n'
    steps = "snippets/basics/line/steps.py"
    project.replace(steps, "exact", "study")
    assert "<span>runs in every test run, claims checked</span>" in (
        project.render(listing)
    )
    project.replace(steps, "study", "exact")
    assert "<span>runs in every test run, output compared</span>" in (
        project.render(listing)
    )
    (project.root / "snippets/basics/line/steps.out").unlink()
    assert "<span>runs in every test run</span>" in project.render(listing)


def test_code_that_scrolls_is_reachable_by_keyboard(project):
    html = project.render(f"{LISTING}\n```text\nplain\n```\n")
    assert (
        html.count("<pre data-search-exclude>")
        == html.count('<code tabindex="0">')
        == 2
    )
    assert "tabindex" not in project.render("Inline `code` only.")


def test_only_tokens_with_a_colour_are_elements(project):
    [code] = re.findall(r"<code tabindex.*?</code>", project.render(LISTING), re.S)
    assert '<span class="nf">line</span>' in code
    assert '<span class="k">return</span> b <span class="o">+</span> w' in code


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


@pytest.mark.parametrize(
    ("error", "shown"),
    [(0, "0"), (1.26e-16, "1.3e-16"), (2e-8, "2.0e-8"), (3, "3.0e+00")],
)
def test_number(error, shown):
    assert number(error) == shown


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
    project.replace(LINE, old, new)
    project.refuses(
        "Text.\n\n" + LISTING,
        8,
        f"{LINE}: section 'line' needs one start and then one end marker, "
        f"found {found}",
    )


def test_refuses_reversed_markers(project):
    project.write(LINE, "# --8<-- [end:line]\nx = 1\n# --8<-- [start:line]\n")
    project.refuses(
        LISTING,
        6,
        f"{LINE}: section 'line' needs one start and then one end marker, "
        "found ['end', 'start']",
    )


def test_broken_marker_elsewhere_in_the_file_counts(project):
    project.add(LINE, "# --8<-- [start:more]\n")
    project.refuses(
        LISTING,
        6,
        f"{LINE}: section 'more' needs one start and then one end marker, "
        "found ['start']",
    )


def test_refuses_a_section_or_file_that_is_not_there(project):
    project.refuses(LISTING.replace(":line", ":x"), 6, f"{LINE} has no section 'x'")
    missing = LISTING.replace("line.py", "none.py")
    project.refuses(missing, 6, "there is no src/chainrule/nn/none.py")


def test_refuses_an_empty_section(project):
    project.write(LINE, "# --8<-- [start:line]\n# --8<-- [end:line]\n")
    project.refuses(LISTING, 6, f"{LINE}: section 'line' is empty")


def test_blank_lines_at_the_end_are_not_counted(project):
    project.replace(LINE, "# --8<-- [end:line]", "\n\n# --8<-- [end:line]")
    assert section(project.root, LINE, "line") == (4, 7)


def test_whole_file(project):
    assert section(project.root, LINE, None) == (1, 8)
    assert section(project.root, LINE, "line") == (4, 7)
