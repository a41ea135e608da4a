import re
from dataclasses import replace

import pytest
from helpers import entries
from helpers.entries import TEST

from sitekit.page import ledger
from sitekit.page.paths import Page
from sitekit.render.verification import objects, share

PAGE = "reference/verification.md"
TABLE = "<!-- table: verification -->\n"
ENTRY = replace(entries.ENTRY, test=f"{TEST}::test_line[1]", relative=2e-15)
EQUATION = "$$\ny = wx \\tag{1.1}\\label{eq:a}\n$$\n$$\nx \\tag{1.2}\\label{eq:b}\n$$\n"


def text(html):
    """What is left without tags, cells and lines told apart."""
    html = re.sub("</t[dh]>", " | ", html)
    return re.sub(r"[^\S\n]+", " ", re.sub("<[^>]+>", "", html))


@pytest.fixture
def measured(project):
    """Two cases of one test, one printed equation, one NumPy twin."""
    project.add("docs/en/basics/line.md", EQUATION)
    entries = [
        ENTRY,
        replace(ENTRY, test=f"{TEST}::test_line[2]", relative=5e-15),
        replace(ENTRY, against="printed equation (1.1)", relative=0.0),
    ]
    ledger.save(project.root, entries, {"NumPy": "2.3", "PyTorch": "2.13"})
    return project


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Nothing was measured in this build."),
        ("zh", "本次构建没有测量结果。"),
    ],
)
def test_without_a_ledger_it_says_so(project, lang, said):
    html = project.render(TABLE, lang, PAGE)
    assert said in text(html)
    assert "<table" not in html


@pytest.mark.parametrize(
    ("lang", "counts"),
    [
        (
            "en",
            [
                "3 agreements, from 1 test functions and 1 oracles, on 1 units with 1 ",
                "1 equations among them are evaluated as the pages print them; of 2 ",
                "The closest call: an error of 50% of its tolerance (A line).",
                "Versions: NumPy 2.3, PyTorch 2.13. ",
                "Devices and types: cpu float64 (3).",
            ],
        ),
        (
            "zh",
            [
                "3 次核对，来自 1 个测试函数、1 种参照，涉及 1 个单元、1 个函数和类。",
                "其中 1 条公式按页面上印出的样子求值；全站编号的公式共 2 条，",
                "离容差最近的一次：误差是容差的 50%（直线）。",
                "版本：NumPy 2.3、PyTorch 2.13。设备与类型：cpu float64（3 次）。",
            ],
        ),
    ],
)
def test_counts(measured, lang, counts):
    shown = text(measured.render(TABLE, lang, PAGE))
    assert [line for line in counts if line not in shown] == []


@pytest.mark.parametrize(
    ("lang", "up", "title", "rows"),
    [
        (
            "en",
            "../../",
            "A line",
            [
                "Object | Oracle | Relative error ≤ tolerance | Absolute error near ",
                " | Times | Type | Test | ",
                "line | numpy.polyval | 5.0e-15 ≤ 1.0e-14 | 0 ≤ 1.0e-20 | 2 | float",
                "line | printed equation (1.1) | 0 ≤ 1.0e-14 | 0 ≤ 1.0e-20 | 1 | ",
            ],
        ),
        (
            "zh",
            "../../",
            "直线",
            [
                "对象 | 参照 | 相对误差 ≤ 容差 | 零附近的绝对误差 ≤ 容差 | 次数 | ",
                "line | numpy.polyval | 5.0e-15 ≤ 1.0e-14 | 0 ≤ 1.0e-20 | 2 | float",
                "line | 印出的公式 (1.1) | 0 ≤ 1.0e-14 | 0 ≤ 1.0e-20 | 1 | ",
            ],
        ),
    ],
)
def test_a_unit(measured, lang, up, title, rows):
    html = measured.render(TABLE, lang, PAGE)
    assert f'<a href="../basics/line.md#line">{title}</a>' in html
    lines = " ".join(text(html).split())
    assert [row for row in rows if " ".join(row.split()) not in lines] == []
    assert f'<a href="{up}basics/line/#eq:a">' in html
    source = "../../" if lang == "zh" else "../../../"
    assert f'<a href="{source}source/{TEST}.html#L1"><code>test_<wbr>line' in html


def test_ids_are_stable_and_stay_out_of_the_search(measured):
    html = measured.render(TABLE, "en", PAGE)
    ids = re.findall(r'<h([34]) data-search-exclude="true" id="([^"]+)"', html)
    assert ids == [("3", "basics-line"), ("4", "unit-line")]


def test_a_unit_of_a_page_that_is_not_written_has_no_link(measured):
    measured.replace("docs/units.csv", "basics/line", "basics/curve")
    html = measured.render(TABLE, "en", PAGE)
    assert 'id="unit-line">A line' in html
    assert 'id="basics-curve">A curve' in html


def test_units_stand_in_the_order_of_the_pages(measured):
    measured.add("docs/units.csv", "slope,basics/curve,S,S,\nrise,basics/line,R,R,\n")
    entries = [replace(ENTRY, unit=unit) for unit in ("rise", "slope", "line")]
    ledger.save(measured.root, entries, {})
    html = measured.render(TABLE, "en", PAGE)
    found = re.findall(r' id="([\w-]+)">', html)
    assert found[:3] == ["basics-line", "unit-line", "unit-rise"]
    assert found[3:] == ["basics-curve", "unit-slope"]


def test_what_changed_since_is_counted_and_not_shown(measured):
    measured.replace("docs/en/basics/line.md", "wx", "-wx")
    shown = text(measured.render(TABLE, "en", PAGE))
    assert "1 more measurements are void" in shown
    assert "printed equation" not in shown
    measured.add(TEST, "# changed\n")
    assert "Nothing was measured" in text(measured.render(TABLE, "en", PAGE))


def test_an_oracle_with_a_bar_does_not_break_the_table(measured):
    ledger.save(measured.root, [replace(ENTRY, against="|Az|²/N")], {})
    assert "line | |Az|²/N | 2.0e-15 ≤" in " ".join(
        text(measured.render(TABLE, "en", PAGE)).replace("&#124;", "|").split()
    )


def test_refuses_a_measurement_of_no_unit(measured):
    ledger.save(measured.root, [replace(ENTRY, unit="lime")], {})
    measured.refuses(
        TABLE, None, "the ledger has measurements of 'lime', which is no unit"
    )


def test_objects_are_those_that_ran(measured):
    page = Page(measured.root, "en", PAGE)
    assert objects(page, ENTRY) == ["chainrule.nn.line"]
    assert objects(page, replace(ENTRY, against="chainrule.nn.line")) == []
    assert objects(page, replace(ENTRY, objects=())) == []
    method = replace(ENTRY, objects=("src/chainrule/nn/line.py:line.forward",))
    assert objects(page, method) == ["chainrule.nn.line"]


def test_share_is_that_of_the_closer_tolerance():
    assert share(ENTRY) == pytest.approx(0.2)
    assert share(replace(ENTRY, absolute=5e-21)) == pytest.approx(0.5)
    assert share(replace(ENTRY, relative=0.0, rtol=0)) == 0


def test_a_unit_of_a_page_that_is_no_chapter_comes_last(measured):
    measured.add("docs/units.csv", "names,reference/notation,Names,记号,\n")
    measured.write("docs/en/reference/notation.md", "# Notation { #notation }\n")
    entries = [replace(ENTRY, unit=unit) for unit in ("names", "line")]
    ledger.save(measured.root, entries, {})
    html = measured.render(TABLE, "en", PAGE)
    found = re.findall(r' id="([\w-]+)">', html)
    assert found[2:] == ["reference-notation", "unit-names"]
    assert 'id="reference-notation">Notation<' in html
