from xml.etree import ElementTree

import pytest
from markdown import markdown

from sitekit.render.boxes import BoxesTreeprocessor

TABLE = "| a | b |\n|---|--:|\n| 1 | 2 |"
BEGIN = '<div class="table-box"><table class="data">'


def html(text: str) -> str:
    extensions = ["tables", "admonition", "attr_list", "sitekit.render.boxes"]
    return markdown(text, extensions=extensions)


def test_each_table_has_a_box_in_its_place():
    text = f"before\n\n{TABLE}\n\nbetween\n\n{TABLE}\n\nafter"
    made, plain = html(text), markdown(text, extensions=["tables"])
    assert made.count(BEGIN) == 2
    assert made.replace(BEGIN, "<table>").replace("</div>", "").split() == plain.split()


def test_a_table_within_something_else_has_one():
    made = html("!!! note\n    " + TABLE.replace("\n", "\n    "))
    assert made.count(BEGIN) == 1
    assert made.index("admonition") < made.index(BEGIN)


@pytest.mark.parametrize("head", ["symbol", "符号"])
def test_a_table_of_symbols_can_be_asked(head):
    text = TABLE.replace("a", head)
    assert BEGIN.replace(">", ' data-asked="symbols">', 1) in html(text)
    assert "asked" not in html(TABLE)


def test_no_table_no_box():
    assert html("text") == "<p>text</p>"


def test_what_follows_a_table_stays_out_of_its_box():
    root = ElementTree.fromstring("<div><table /> behind</div>")
    BoxesTreeprocessor().run(root)
    (box,) = root
    assert (box.tail, [(child.tag, child.tail) for child in box]) == (
        " behind",
        [("table", None)],
    )
