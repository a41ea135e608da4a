"""In a listing, names that are imported from the project lead to their definition.

They are quiet links to the site's copy of the source: the text stays what it was, so
that it is copied and compared as before.
"""

import re

from sitekit.page.alone.modules import find, load, ours
from sitekit.page.paths import SOURCE, Page

# As Pygments colours them, without the colours that `render.code` drops.
IMPORT = re.compile(
    r'(?P<head><span class="k">from</span>\s+<span class="nn">(?P<module>[\w.]+)'
    r'</span>\s+<span class="k">import</span>\s+)(?P<names>\([^)]*\)|[^\n]*)'
)
# What is imported, not what it is called here, nor a comment behind it.
NAME = re.compile(r"<span class=\"k\">as</span>\s+\w+|<span.*?</span>|(?P<name>\w+)")


def linked(page: Page, html: str) -> str:
    """The HTML of a page, with such links in its code."""

    def statement(match: re.Match[str]) -> str:
        module = match["module"]
        if not ours(page.root, module):
            return match[0]

        def name(word: re.Match[str]) -> str:
            at = word["name"] and address(page, module, word["name"])
            return f'<a href="{at}">{word[0]}</a>' if at else word[0]

        return match["head"] + NAME.sub(name, match["names"])

    return IMPORT.sub(statement, html)


def address(page: Page, module: str, name: str) -> str:
    """Where the copy of the source defines a name; empty if nobody knows it."""
    try:
        target = find(page.root, module, name)
    except ValueError:
        return ""
    if target.kind == "foreign" or not (file := ours(page.root, target.module)):
        return ""
    line = ""
    if target.kind == "own":
        here = load(page.root, target.module)
        line = f"#L{here.tree.body[here.makers[target.name][0]].lineno}"
    path = file.relative_to(page.root).as_posix()
    return page.link(f"{SOURCE}/{path}.html") + line
