"""A table scrolls in a box of its own, so that a wide one does not widen the page.

A table of symbols can be asked: its rows are shown at the formulas of the page.

Material's script would put the boxes in, too, around each table without a class: the
page, already laid out, then is laid out again, and its tables move.
"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

BOX, TABLE = "table-box", "data"  # the classes, which site.css knows
SYMBOL = "symbol", "符号"  # heads the first column of what symbols.js shows at formulas


class BoxesTreeprocessor(Treeprocessor):
    def run(self, root: Element) -> None:
        parents = {child: parent for parent in root.iter() for child in parent}
        for table in [*root.iter("table")]:
            table.set("class", TABLE)
            box = Element("div", {"class": BOX})
            head = next(table.iter("th"), None)
            if head is not None and head.text in SYMBOL:
                box.set("data-asked", "symbols")
            box.tail, table.tail = table.tail, None
            parent = parents[table]
            parent[[*parent].index(table)] = box
            box.append(table)


class Boxes(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        # After attributes (8), which follow the table that they are for.
        md.treeprocessors.register(BoxesTreeprocessor(md), "boxes", 5)


def makeExtension(**config: Any) -> Boxes:
    return Boxes(**config)
