import pytest

from sitekit.build.finish import whitespace


@pytest.mark.parametrize(
    ("html", "tight"),
    [
        ("<p>\n\n    a\n  <b>b</b> c</p>  \n", "<p>\na\n<b>b</b> c</p>\n"),
        ("<p> a  b </p>", "<p> a  b </p>"),
        ("\n\n<pre>a\n\n    b</pre>\n\n\n", "\n<pre>a\n\n    b</pre>\n"),
        ("<script>a\n\n  b</script>\n  <i>", "<script>a\n\n  b</script>\n<i>"),
        (
            "<pre>\n  a</pre>\n  b\n  <pre>\n  c</pre>",
            "<pre>\n  a</pre>\nb\n<pre>\n  c</pre>",
        ),
    ],
)
def test_white_space(html, tight):
    assert whitespace.tight(html) == whitespace.tight(tight) == tight


def test_marks_of_the_search_go():
    html = '<div class="a" data-search-exclude><pre data-search-exclude="" id="b">'
    assert whitespace.tight(html) == '<div class="a"><pre id="b">'
    said = "<code>&lt;div data-search-exclude&gt; data-search-exclude</code>"
    assert whitespace.tight(said) == said


def test_all_pages(tmp_path):
    page = tmp_path / "a/index.html"
    page.parent.mkdir()
    page.write_text("<p>\n  é</p>", "utf-8")
    sheet = tmp_path / "assets/css/site.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(
        "/* a\n  b */\n\n.c { top: 0; }\n  .d > e { top: 0 } /* f */\n", "utf-8"
    )
    script = tmp_path / "assets/js/one/two.js"
    script.parent.mkdir(parents=True)
    script.write_text('// é\na("//x") // y\n  // z\n  b()\n', "utf-8")
    whitespace.write_all(tmp_path)
    assert script.read_text("utf-8") == 'a("//x") // y\n  b()\n'
    assert sheet.read_text("utf-8") == "\n.c { top: 0; }\n.d > e { top: 0 }\n"
    assert page.read_text("utf-8") == "<p>\né</p>"
