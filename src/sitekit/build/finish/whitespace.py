"""Pages, styles and scripts without indentation, comments, and marks of the build.

They are a twentieth of what a reader loads. Between two tags any white space is as
good as one line break; in code and scripts it stays.
"""

import re
from pathlib import Path

KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.S)
BLANK = re.compile(r"\s*\n\s*")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
REMARK = re.compile(r"^[ \t]*//.*\n", re.M)  # a line of a script that is a comment
MARK = re.compile(r"(<[a-z][^<>]*?) data-search-exclude(?:=\"\")?(?=[\s>])")


def tight(html: str) -> str:
    parts = KEPT.split(html)  # text, kept, its tag, text, …
    parts[::3] = [BLANK.sub("\n", text) for text in parts[::3]]
    del parts[2::3]
    return MARK.sub(r"\1", "".join(parts))


def write_all(site: Path) -> None:
    """Of the pages, once the search has read them, and of what is ours."""
    for page in site.rglob("*.html"):
        page.write_text(tight(page.read_text("utf-8")), "utf-8")
    for sheet in site.glob("assets/css/*.css"):
        text = COMMENT.sub("", sheet.read_text("utf-8"))
        sheet.write_text(BLANK.sub("\n", text), "utf-8")
    for script in site.glob("assets/js/**/*.js"):
        script.write_text(REMARK.sub("", script.read_text("utf-8")), "utf-8")
