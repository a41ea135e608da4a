import re
from dataclasses import replace

import pytest
from helpers import entries
from helpers.entries import SOURCE, TEST

from sitekit.page import ledger
from sitekit.page.paths import Page
from sitekit.render.badge import number, oracle

PAGE = "basics/line.md"
LISTING = f'```python\n--8<-- "{SOURCE}:line"\n```\n'
ENTRY = replace(entries.ENTRY, relative=2.5e-8, rtol=1e-6, dtype="f4", device="c")


def text(html):
    """What is left without tags, on one line."""
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", html)).strip()


def test_measured_listing_says_its_largest_error(project):
    small = replace(ENTRY, relative=0.0, absolute=1e-21)
    ledger.save(project.root, [ENTRY, small], {"NumPy": "2.3"})
    html = project.render(LISTING, "zh")
    assert "<summary>已与 <code>numpy.polyval</code> 核对 · 最大相对误差 2.5e-8" in html
    # Both cases in one row, with the worse error.
    assert "<td>2.5e-8 ≤ 1.0e-6</td><td>2</td></tr></table>" in html
    unit = '<a href="../../reference/verification/#unit-line">直线</a>'
    assert f"· 每次测量：{unit}</p>" in html
    project.add(SOURCE, "# changed\n")
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
    html = project.render(LISTING)
    assert "largest absolute error 3.0e-21" in html
    assert "<td>3.0e-21 ≤ 1.0e-20 near zero</td><td>1</td>" in html


def test_each_oracle_has_one_row_with_its_worst_and_ours_stands_last(project):
    kept = [
        replace(ENTRY, against="chainrule.c", relative=1e-7),
        replace(ENTRY, against="n.a", relative=1e-8, rtol=1e-5),
        replace(ENTRY, against="n.a", relative=3e-7, rtol=1e-4),
        replace(ENTRY, against="n.b", relative=0.0, absolute=0.0),
    ]
    ledger.save(project.root, kept, {})
    rows = re.findall("<tr><td>(.*?)</tr>", project.render(LISTING))
    assert [text(row.replace("</td>", " ")) for row in rows] == [
        "n.a 3.0e-7 ≤ 1.0e-4 2",
        "n.b 0 ≤ 1.0e-6 1",
        "chainrule.c 1.0e-7 ≤ 1.0e-6 1",
    ]


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


@pytest.mark.parametrize(
    ("error", "shown"),
    [(0, "0"), (1.26e-16, "1.3e-16"), (2e-8, "2.0e-8"), (3, "3.0e+00")],
)
def test_number(error, shown):
    assert number(error) == shown
