import pytest

from sitekit.check import prose


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("a `b c` d", "a x d"),
        ("对 $x$ 求导", "对 x 求导"),
        ("$$\na\n$$", "x\n\n"),
        ("```text\na\n```\nb", "\n\n\nb"),
        ("## 标题 { #a-b }", "标题"),
        ("**粗（bold）**字", "粗（bold）字"),
        ("**句子。** 下一句", "句子。下一句"),
        ("*a*_b_ c_d", "ab c_d"),
        ("- 项\n1. 项\n> 引", "项\n项\n引"),
        ('??? note "标题"', "标题"),
        ('=== "标签"', "标签"),
        ('![看](figure:a "说。")', "看|说。"),
        ('![看](figure:a "达 {{ b "c, d:" 1:.2f }}。")', "看|达 x。"),
        ("[页](../a.md#b)。", "页。"),
        ("见 https://a.b/c 。", "见 x。"),
        ("甲<br>乙<!-- c -->", "甲乙"),
        ("说[^n]。", "说。"),
    ],
)
def test_plain(markdown, shown):
    assert prose.plain(markdown) == shown


def test_texts_say_where_they_stand(project):
    project.write(
        "docs/zh/a.md",
        '---\ndescription: 一句。\n---\n\n# 题\n\n| 甲 | `x` |\n\n![图](y "注")\n',
    )
    project.write(
        "snippets/a.py",
        'TEXT = {"zh": {"a": "权重"}, "en": {"a": "weight"}}\nx = "no prose"\n'
        's = f"共 {x} 个"\n',
    )
    found = {(t.where, t.lang): t.text for t in prose.texts(project.root)}
    assert found["docs/zh/a.md:2", "zh"] == "一句。"
    texts = {(t.where, t.text) for t in prose.texts(project.root)}
    assert texts >= {
        ("docs/zh/a.md:5", "题"),
        ("docs/zh/a.md:7", "甲"),
        ("docs/zh/a.md:9", "图"),
        ("docs/zh/a.md:9", "注"),
        ("snippets/a.py:1", "权重"),
        ("snippets/a.py:1", "weight"),
        ("snippets/a.py:3", "共 x 个"),
        ("docs/pages.csv: basics, zh", "基础"),
        ("docs/units.csv: line, en", "A line; a slope"),
        ("docs/terms.csv: bias, zh", "偏置"),
    }
    assert not any("no prose" in text for _, text in texts)
