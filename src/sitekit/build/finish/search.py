"""The search: the sections that ``search.js`` of the theme loads, and finds in.

Material's plugin writes an index that its script would load on every page. Here the
first search loads ``sections.js``: a script, because a page that is read from a folder
may load nothing else.
"""

import html
import json
import keyword
import re
from functools import lru_cache
from pathlib import Path

INDEX = "search/search_index.json"
# Material's marks between Chinese words; ours are found without.
GAP = "\u200b"
BLOCK = re.compile(r"</(?:p|li|ol|ul|pre)>")
TAG = re.compile(r"<[^>]*>")
# Of a built page: where sections begin, and listings.
PARTS = re.compile(
    r'<h[1-6][^>]* id="(?P<id>[^"]+)"'
    r"|<pre[^>]*>(?P<code>.*?)</pre>",
    re.DOTALL,
)
PROSE = re.compile(r'<span class="(?:c|s)\w*">.*?</span>', re.DOTALL)
# What other code calls, reads or passes: not the variables of one listing.
NAME = re.compile(r"\b[A-Za-z_]\w{2,}(?=\(|=)|(?<=\.)[A-Za-z_]\w{2,}")


def _text(markup: str) -> str:
    text = html.unescape(TAG.sub("", BLOCK.sub(" ", markup.replace(GAP, ""))))
    return " ".join(text.split())


@lru_cache(maxsize=256)  # a server asks for all pages after each edit
def names(page: str, url: str) -> dict[str, set[str]]:
    """Names of code by location of the section whose listings have them.

    Args:
        page: the HTML of a page.
        url: its address; the first heading is the page's own.
    """
    found: dict[str, set[str]] = {}
    here = None
    for part in PARTS.finditer(page):
        if part["id"]:
            here = url if here is None else f"{url}#{part['id']}"
        elif part["code"] and here is not None:
            code = html.unescape(TAG.sub("", PROSE.sub("", part["code"])))
            found.setdefault(here, set()).update(NAME.findall(code))
    return found


def sections(entries: list[dict], code: dict[str, set[str]]) -> list[dict]:
    """What the reader's search loads, of Material's entries and the names of code.

    Sources stay out: their papers are named in the text, and titles of papers say
    less of a page than the page.
    """
    found = []
    for entry in entries:
        if entry["location"].endswith("#sources"):
            continue
        title, text = _text(entry["title"]), _text(entry["text"])
        said = {*re.findall(r"\w+", f"{title} {text}"), *keyword.kwlist}
        section = {
            "location": entry["location"],
            "title": title,
            "text": text,
            "names": " ".join(sorted(code.get(entry["location"], set()) - said)),
        }
        boost = entry.get("boost", 1)
        found.append(section | ({"boost": boost} if boost != 1 else {}))
    return found


def write_all(site: Path) -> None:
    """``write`` for both languages.

    Raises:
        RuntimeError: there is no index.
    """
    indexes = sorted(site.glob(f"**/{INDEX}"))
    if not indexes:
        raise RuntimeError(f"no search index under {site}")
    for index in indexes:
        write(index.parents[1])


def write(root: Path) -> None:
    """Put our sections in the place of Material's index, in one language's site."""
    index = root / INDEX
    entries = json.loads(index.read_text("utf-8"))["docs"]
    code: dict[str, set[str]] = {}
    for url in {entry["location"].partition("#")[0] for entry in entries}:
        code |= names((root / url / "index.html").read_text("utf-8"), url)
    text = json.dumps(
        sections(entries, code), ensure_ascii=False, separators=(",", ":")
    )
    index.with_name("sections.js").write_text(f"SECTIONS={text}", "utf-8")
    index.unlink()
