import re
from dataclasses import replace

from sitekit.build.book import front


def test_the_title_page_says_what_when_and_with_what(book):
    found = replace(book(), date="2026-01-02", versions={"PyTorch": "2", "NumPy": "3"})
    shown = front.title_page(found)
    assert "<h1>Lines</h1>" in shown
    assert "All verified" in shown
    assert 'Made on <time datetime="2026-01-02">' in shown
    assert "Verified with PyTorch 2, NumPy 3" in shown
    assert "CC0 &lt;&amp;&gt; 0BSD" in shown
    assert "The site" not in shown
    public = replace(found, address="https://lines.example/", versions={})
    assert 'href="https://lines.example/"' in front.title_page(public)
    assert "No complete test run was recorded" in front.title_page(public)


def test_the_table_has_every_part_chapter_and_section(book):
    table = front.table(book("zh"), lambda k, i: f"{k}/{i}", lambda k, i: f"{k[0]}9")
    lines = re.findall(r'<a href="([^"]*)">([^<]*)<span>(..)</span></a>', table)
    assert lines == [
        ("part-basics/", "Basics", "p9"),
        ("basics-line/", "1 A line", "b9"),
        ("basics-line/steps", "Steps", "b9"),
        ("basics-curve/", "2 A “curve”", "b9"),
        ("basics-curve/bend", "Bend", "b9"),
        ("part-reference/", "Reference", "p9"),
        ("reference-words/", "Words", "r9"),
        ("reference-words/few", "Few", "r9"),
    ]
    assert table.startswith("<h1>目录</h1>")
