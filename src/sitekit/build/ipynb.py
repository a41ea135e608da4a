"""A notebook as a file for Jupyter, to take along."""

import re
from urllib.parse import urljoin

import jupytext
import nbformat

from sitekit.page.markup import FIGURE
from sitekit.page.paths import Page

IDENT = re.compile(r"^(#+ .*?) *\{[^}]*\}$", re.M)
LINK = re.compile(r"(?<=\]\()(?!\w+:)(?P<path>[^)#\s]*)\.(?:md|py)(?P<ident>#[^)\s]*)?")


def make(page: Page, address: str) -> str:
    """The notebook for Jupyter, without outputs; ``address`` is that of the page.

    What only our pages understand goes: front matter, ids of headings, and pictures,
    which Jupyter shows below the cell that draws them; their captions stay.
    """
    source = (page.root / page.source).read_text("utf-8")
    notebook = jupytext.reads(source, "py:percent")
    notebook.cells = [cell for cell in notebook.cells if cell.cell_type != "raw"]

    def absolute(match: re.Match[str]) -> str:
        # The page is a folder, so what lies beside its source lies beside the folder.
        return urljoin(address, f"../{match['path']}/{match['ident'] or ''}")

    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{number}"  # jupytext's are random
        if cell.cell_type == "markdown":
            lines = LINK.sub(absolute, IDENT.sub(r"\1", cell.source)).split("\n")
            matches = [(line, FIGURE.match(line)) for line in lines]
            lines = [f"*{m['caption']}*" if m else line for line, m in matches]
            cell.source = "\n".join(lines)
    notebook.metadata = {
        "kernelspec": {
            "display_name": "Python 3",
            "language": "python",
            "name": "python3",
        },
        "language_info": {"name": "python"},
    }
    return str(nbformat.writes(notebook)) + "\n"
