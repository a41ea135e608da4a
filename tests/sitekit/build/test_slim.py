import pytest
from material.plugins.search.plugin import Parser

from sitekit.build.slim import slim


def sections(html: str) -> list[tuple[str, str, str]]:
    """What Material's search makes of a page: id, title and text of each section."""
    parser = Parser()
    parser.feed(html)
    parser.close()
    return [
        (s.id, "".join(s.title).strip(), " ".join("".join(s.text).split()))
        for s in parser.data
        if not s.is_excluded()
    ]


PAGE = """
# A line

By $w$, twice. Then $a_j + 2$; done.

$$
y = b + wx \\tag{1}\\label{eq:y}
$$

```python
--8<-- "snippets/basics/line/steps.py:a"
```

## Two { #two }

The last `word`.
"""


def test_search_reads_words_and_letters_but_neither_code_nor_display(project):
    html = project.render(PAGE)
    assert "<math" in html
    assert sections(slim(html)) == [
        (None, "A line", "<p>By w, twice. Then aj+2; done.</p>"),
        ("two", "Two", "<p>The last <code>word</code>.</p>"),
    ]


def test_an_element_ends_where_it_does():
    inner = "<div><div>b</div>c</div>"
    html = f"a<div data-search-exclude>{inner}</div>d<pre data-search-exclude>e</pre>f"
    assert slim(html) == "adf"


@pytest.mark.parametrize(
    "html", ["<p>a</p>", "", '<h2 id="x" data-search-exclude>x</h2>']
)
def test_everything_else_stays(html):
    assert slim(html) == html


def test_an_element_that_never_ends_is_left():
    assert slim("a<div data-search-exclude>b") == "a<div data-search-exclude>b"
