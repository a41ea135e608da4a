"""Tables that pages do not type: ``<!-- table: glossary -->`` on a line of its own.

``glossary`` comes from ``docs/terms.csv``, ``errata`` from ``docs/errata.csv`` and
``parts`` (the map of the course on the home page) from ``docs/pages.csv``, each in
the language of the page. ``verification`` is what the tests measured.
"""

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from sitekit.page.files import Row, rows
from sitekit.page.paths import Page
from sitekit.render import verification
from sitekit.render.badge import source_link
from sitekit.render.marker import register
from sitekit.render.remember import Remember

TEXT = {
    "zh": {
        "note": "笔记 {} · {}",
        "said": "笔记写道",
        "right": "应为",
        "test": "测试",
        "state": "{} / {} 页",
        "topics": "笔记中的 {} 个知识点已写 {} 个，共 {} 页。",
        "stop": "：",
    },
    "en": {
        "note": "Note {} · {}",
        "said": "The note says",
        "right": "Right is",
        "test": "Test",
        "state": "{} of {} pages",
        "topics": "Of the {} topics of the notes {} are written, on {} pages.",
        "stop": ": ",
    },
}
HEAD = {
    "zh": ("术语", "英文", "符号", "代码"),
    "en": ("Term", "Chinese", "Symbol", "Code"),
}


def glossary(page: Page) -> list[str]:
    other = "en" if page.lang == "zh" else "zh"

    def sort_key(row: Row) -> bytes:
        # GBK orders the common characters by pinyin, as a Chinese reader expects.
        word = row[page.lang].lower()
        return word.encode("gbk" if page.lang == "zh" else "utf-8", "replace")

    head = HEAD[page.lang]
    out = ["| " + " | ".join(head) + " |", "|---|---|---|---|"]
    for row in sorted(rows(page.root, "terms"), key=sort_key):
        symbol = f"${row['symbol']}$" if row["symbol"] else ""
        code = f"`{row['code']}`" if row["code"] else ""
        term = f"{row[page.lang]} {{ #term-{row['id']} }}"
        out.append(f"| {term} | {row[other]} | {symbol} | {code} |")
    return out


def errata(page: Page) -> list[str]:
    text = TEXT[page.lang]
    titles = {row["path"]: row[page.lang] for row in rows(page.root, "pages")}
    # What a note says wrongly must not be found before the page that says it right.
    out = ["<section data-search-exclude markdown>", ""]
    for row in rows(page.root, "errata"):
        target = page.root / "docs" / page.lang / f"{row['page']}.md"
        if not target.is_file():
            raise page.error(None, f"errata.csv: {row['id']} names no page {target}")
        stop = text["stop"]
        where = text["note"].format(row["note"], row["section"])
        link = f"../{row['page']}.md#{row['heading']}"
        out += [
            f'<div class="erratum" id="{row["id"]}" markdown>',
            "",
            f"**{where}** → [{titles[row['page']]}]({link})",
            "",
            f"{text['said']}{stop}{row[f'said_{page.lang}']}",
            "",
            f"{text['right']}{stop}{row[f'right_{page.lang}']}",
            "",
        ]
        if row["test"]:
            file, _, name = row["test"].partition("::")
            out += [f"{text['test']}{stop}{source_link(page, file)} `{name}`", ""]
        out += ["</div>", ""]
    return [*out, "</section>"]


def parts(page: Page) -> list[str]:
    text = TEXT[page.lang]
    all_pages = rows(page.root, "pages")
    docs = page.root / "docs" / page.lang
    # The map names every page: found by search, it would stand before each of them.
    # No div: the search index takes the first closing tag of that name for the end.
    written = {r["path"] for r in all_pages if (docs / f"{r['path']}.md").is_file()}
    topics = rows(page.root, "units")
    done = [unit for unit in topics if (docs / f"{unit['page']}.md").is_file()]
    out = [text["topics"].format(len(topics), len(done), len(written)), ""]
    out += ['<section class="parts" data-search-exclude markdown>', ""]
    for part in (row for row in all_pages if "/" not in row["path"]):
        inside = [r for r in all_pages if r["path"].startswith(part["path"] + "/")]
        there = [row for row in inside if row["path"] in written]
        items = [
            f"[{row[page.lang]}]({row['path']}.md)" if row in there else row[page.lang]
            for row in inside
        ]
        out += [
            '<div class="part" markdown>',
            "",
            f"**{part[page.lang]}**",
            "",
            f"<small>{text['state'].format(len(there), len(inside))}</small>",
            "",
            *(f"- {item}" for item in items),
            "",
            "</div>",
            "",
        ]
    return [*out, "</section>"]


TABLES = {
    "glossary": glossary,
    "errata": errata,
    "parts": parts,
    "verification": verification.table,
}


def table(shown: Remember, name: str) -> list[str]:
    if name not in TABLES:
        raise LookupError(f"no table {name!r}; there are {', '.join(TABLES)}")
    return TABLES[name](shown.page)


class Tables(Extension):
    def __init__(self, **config: Any) -> None:
        self.config = {"root": [".", "folder that holds docs/"]}
        super().__init__(**config)

    def extendMarkdown(self, md: Markdown) -> None:
        register(md, self.getConfig("root"), "table", table)


def makeExtension(**config: Any) -> Tables:
    return Tables(**config)
