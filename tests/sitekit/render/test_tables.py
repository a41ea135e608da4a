import pytest

from sitekit.page.paths import PageError

ERRATUM = (
    "e001-l0012-1,B,2.1,basics/line,line,loss $|y|$,损失 $|y|$,loss $y^2$,损失 $y^2$,"
    "tests/chainrule/nn/test_line.py::test_line\n"
)


def cells(html):
    rows = html.split("<tr>")[1:]
    return [[c.split(">", 1)[1] for c in r.split("</t")[:-2]] for r in rows]


def test_glossary(project):
    html = project.render("<!-- table: glossary -->\n")
    words = [row[0].rsplit(">", 1)[-1] for row in cells(html)]
    assert words == ["Term", "bias", "loss", "weight"]
    assert html.count("<math") == 2  # loss has no symbol
    assert html.count("<code>") == 2  # bias has no code
    assert '<td id="term-weight">weight</td>\n<td>权重</td>' in html
    assert "<td><code>weight</code></td>" in html


def test_glossary_in_chinese_is_sorted_by_pinyin(project):
    html = project.render("<!-- table: glossary -->\n", "zh")
    assert html.index("偏置") < html.index("权重") < html.index("损失")  # p, q, s
    assert "<th>术语</th>\n<th>英文</th>" in html


@pytest.mark.parametrize(
    ("lang", "where", "title", "said", "test"),
    [
        ("en", "Note B · 2.1", "A line", "The note says: loss ", "Test: "),
        ("zh", "笔记 B · 2.1", "直线", "笔记写道：损失 ", "测试："),
    ],
)
def test_errata(project, lang, where, title, said, test):
    project.add("docs/errata.csv", ERRATUM)
    page = "reference/errata.md"
    html = project.render("<!-- table: errata -->\n", lang, page)
    assert '<div class="erratum" id="e001-l0012-1">' in html
    assert f"<strong>{where}</strong> → " in html
    assert f'<a href="../basics/line.md#line">{title}</a>' in html
    assert f"<p>{said}<span" in html
    assert html.count("<math") == 2
    up = "../../" if lang == "zh" else "../../../"
    link = f'<a href="{up}source/tests/chainrule/nn/test_line.py.html">'
    assert f"<p>{test}{link}<code>tests/chainrule/nn/test_line.py</code></a> " in html
    assert "<code>test_line</code></p>" in html


def test_erratum_without_test_says_nothing_of_one(project):
    project.add(
        "docs/errata.csv", ERRATUM.replace("tests/chainrule/nn/test_line.py::", "")
    )
    project.replace("docs/errata.csv", "y^2$,test_line", "y^2$,")
    assert "Test" not in project.render("<!-- table: errata -->\n")


def test_refuses_an_erratum_of_no_page(project):
    project.add("docs/errata.csv", ERRATUM.replace("basics/line", "basics/none"))
    target = project.root / "docs/en/basics/none.md"
    project.refuses(
        "<!-- table: errata -->\n",
        None,
        f"errata.csv: e001-l0012-1 names no page {target}",
    )


@pytest.mark.parametrize(
    ("lang", "part", "there", "coming", "state", "topics"),
    [
        (
            "en",
            "Basics",
            "A line",
            "A curve",
            "1 of 2 pages",
            "2 topics of the notes 1",
        ),
        ("zh", "基础", "直线", "曲线", "1 / 2 页", "2 个知识点已写 1 个，共 1 页"),
    ],
)
def test_parts(project, lang, part, there, coming, state, topics):
    project.add("docs/units.csv", "\nbend,basics/curve,A bend,弯曲,\n")
    html = project.render("<!-- table: parts -->\n", lang, "index.md")
    assert f"<strong>{part}</strong>" in html
    assert f"<small>{state}</small>" in html
    assert topics in html
    assert f'<li><a href="basics/line.md">{there}</a></li>' in html
    assert f"<li>{coming}</li>" in html
    project.write(f"docs/{lang}/basics/curve.md", "# Curve\n")
    html = project.render("<!-- table: parts -->\n", lang, "index.md")
    assert f'<li><a href="basics/curve.md">{coming}</a></li>' in html


def test_refuses_an_unknown_table(project):
    project.refuses(
        "Text.\n\n<!-- table: glosary -->\n",
        7,
        "no table 'glosary'; there are glossary, errata, parts, verification",
    )


def test_a_table_in_code_is_an_example(project):
    html = project.render("```html\n<!-- table: glossary -->\n```\n")
    assert "权重" not in html


def test_a_changed_file_is_read_again(project):
    project.render("<!-- table: glossary -->\n")
    project.add("docs/terms.csv", "gradient,g,,gradient,梯度\n")
    assert "gradient" in project.render("<!-- table: glossary -->\n")


def test_a_row_without_page_title_stops_the_build(project):
    project.add("docs/errata.csv", ERRATUM.replace("basics/line", "index"))
    with pytest.raises((PageError, KeyError), match="index"):
        project.render("<!-- table: errata -->\n")
