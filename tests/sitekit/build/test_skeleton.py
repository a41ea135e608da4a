import pytest

from sitekit.build import skeleton

PAGES = """path,en,zh
basics,Basics,基础
basics/line,A line,直线
basics/curve,A curve,曲线
basics/end,The end,结尾
nets,Networks,网络
nets/layer,A layer,层
more,More,更多
more/deep,Depth,深度
"""
NAV = """nav:
  - Home: index.md
  - Basics:
      - basics/line.md
      - basics/end.md
  - Reference:
      - reference/about.md
"""
UNITS = """id,page,en,zh,objects
bend,nets/layer,A bend; a kink,弯；折,
slope,nets/layer,A slope,斜率,
"""


@pytest.fixture
def planned(project):
    project.write("docs/pages.csv", PAGES)
    project.write("docs/units.csv", UNITS)
    for config in skeleton.CONFIGS.values():
        project.write(config, NAV)
    return project


def test_both_languages_have_the_headings_of_the_units(planned):
    found = skeleton.create(planned.root, "nets/layer")
    names = {path.relative_to(planned.root).as_posix() for path in found}
    assert names == {
        *("docs/zh/nets/layer.md", "docs/en/nets/layer.md"),
        *("snippets/nets/layer/by-hand.py", "snippets/nets/layer/by-hand.out"),
        *("tests/snippets/test_layer.py", "mkdocs.yml", "mkdocs.en.yml"),
    }
    english, chinese = (
        (planned.root / f"docs/{lang}/nets/layer.md").read_text("utf-8")
        for lang in ("en", "zh")
    )
    assert "# A layer\n\n## A bend { #bend }\n\n```python\n" in english
    assert english.endswith("\n## A slope { #slope }\n")
    assert "# 层\n\n## 弯 { #bend }\n" in chinese


def test_a_page_without_units_has_one_heading(planned):
    skeleton.create(planned.root, "basics/curve")
    text = (planned.root / "docs/en/basics/curve.md").read_text("utf-8")
    assert "## An example first { #example }" in text


@pytest.mark.parametrize(
    ("topic", "lines"),
    [
        ("basics/curve", "      - basics/line.md\n      - basics/curve.md\n"),
        (
            "nets/layer",
            "      - basics/end.md\n  - Networks:\n      - nets/layer.md\n  - Ref",
        ),
        (
            "more/deep",
            "      - basics/end.md\n  - More:\n      - more/deep.md\n  - Ref",
        ),
    ],
)
def test_navigation_has_the_order_of_the_table(planned, topic, lines):
    skeleton.create(planned.root, topic)
    assert lines in (planned.root / "mkdocs.en.yml").read_text("utf-8")


def test_a_page_before_all_others_of_its_part(planned):
    for config in skeleton.CONFIGS.values():
        planned.write(config, NAV.replace("      - basics/line.md\n", ""))
    (planned.root / "docs/en/basics/line.md").unlink()
    (planned.root / "docs/zh/basics/line.md").unlink()
    planned.write("docs/units.csv", UNITS)
    skeleton.create(planned.root, "basics/line")
    lines = "  - Basics:\n      - basics/line.md\n      - basics/end.md\n"
    assert lines in (planned.root / "mkdocs.en.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("layer", "'layer' is no page: write part/page, as in docs/pages.csv"),
        ("nets/../x", "'nets/../x' is no page: write part/page, as in docs/pages.csv"),
        (
            "Nets/Layer",
            "'Nets/Layer' is no page: write part/page, as in docs/pages.csv",
        ),
        ("nets/none", "docs/pages.csv has no nets/none: give it a row there first"),
        ("basics/line", "docs/en/basics/line.md is there already"),
    ],
)
def test_others_are_refused_and_nothing_is_written(planned, topic, said):
    before = {p: p.read_bytes() for p in planned.root.rglob("*") if p.is_file()}
    with pytest.raises(ValueError) as caught:
        skeleton.create(planned.root, topic)
    assert str(caught.value) == said
    assert before == {p: p.read_bytes() for p in planned.root.rglob("*") if p.is_file()}
