"""What holds for the markers of every word."""

import pytest
from markdown import Markdown

from sitekit.page.paths import PageError
from sitekit.render.marker import register


@pytest.fixture
def render(tmp_path):
    """Markdown that knows ``<!-- echo: name -->``."""

    def lines_of(shown, name):
        if name == "unknown":
            raise KeyError("no such echo")
        if name == "elsewhere":
            raise PageError("other.md", 3, "is broken")
        return [f"**{name}**", "", "again"]

    def rendered(text):
        source = tmp_path / "docs/en/page.md"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(text, "utf-8")
        md = Markdown(extensions=["fenced_code"])
        md.source = source
        register(md, str(tmp_path), "echo", lines_of)
        return md.convert(text)

    return rendered


def test_its_lines_are_blocks_of_their_own(render):
    said = render("Before.\n<!-- echo: one-two -->\nAfter.")
    again = "<p><strong>one-two</strong></p>\n<p>again</p>"
    assert said == f"<p>Before.</p>\n{again}\n<p>After.</p>"


def test_it_stays_where_it_is_indented(render):
    said = render("1.  Item.\n\n    <!-- echo: here -->\n\nAfter.")
    inside = said[: said.index("</li>")]
    assert "<strong>here</strong>" in inside
    assert "again" in inside


def test_in_code_it_is_code(render):
    assert "&lt;!-- echo: one --&gt;" in render("```\n<!-- echo: one -->\n```")


@pytest.mark.parametrize(
    "line",
    [
        "Text <!-- echo: one -->",
        "<!-- echo: one --> text",
        "<!-- echo one -->",
        "<!-- echo: one-->",
        "<!-- echo: one two -->",
    ],
)
def test_what_would_be_lost_as_a_comment_is_refused(render, line):
    alone = r"docs/en/page\.md:3: a echo stands alone on its line: <!-- echo: name -->"
    with pytest.raises(PageError, match=alone):
        render(f"Text.\n\n{line}\n")


def test_an_error_has_its_line_or_its_own_place(render):
    with pytest.raises(PageError, match=r"docs/en/page\.md:3: no such echo$"):
        render("Text.\n\n<!-- echo: unknown -->")
    with pytest.raises(PageError, match=r"^other\.md:3: is broken$"):
        render("Text.\n\n<!-- echo: elsewhere -->")


def test_comments_of_other_words_are_none(render):
    assert render("<!-- other: one -->") == "<!-- other: one -->"
