"""A page's HTML without what the search leaves out, which is most of a page.

Material's search reads pages with Python's parser: formulas and code are a second of
it a page, to be thrown away. Here their elements go before it reads. A formula in a
line leaves its letters, so that a result of the search is a sentence.
"""

import re
from functools import lru_cache

EXCLUDED = re.compile(r"<(\w+)\b[^>]*\bdata-search-exclude\b[^>]*>")
MATHML = re.compile(r"<math\b.*?(?=<annotation|</math>)", re.S)
TAG = re.compile(r"<[^>]*>")


@lru_cache(maxsize=16)
def _edges(tag: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){tag}\b[^>]*>")


@lru_cache(maxsize=256)  # a server asks for all pages, in turn, after each edit
def slim(html: str) -> str:
    """``html`` without the elements marked ``data-search-exclude``.

    But for headings: there the mark means the section below it, too.
    """
    out, at = [], 0
    for match in EXCLUDED.finditer(html):
        if match.start() < at or re.fullmatch(r"h[1-6]", match[1]):
            continue
        depth = 1
        for tag in _edges(match[1]).finditer(html, match.end()):
            depth += -1 if tag[1] else 1
            if not depth:
                out.append(html[at : match.start()])
                at = tag.end()
                if match[1] == "span":
                    out += map(letters, MATHML.findall(html, match.end(), at))
                break
    return "".join(out) + html[at:]


def letters(mathml: str) -> str:
    """What is written in the tags: ``xj`` of x with the index j."""
    return TAG.sub("", mathml)
