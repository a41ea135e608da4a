"""``<!-- table: verification -->``: what the tests measured, unit by unit.

The page is made from the ledger of the run that built the site: what was counted at
the top, then for each unit one row per test function, oracle, tolerance and dtype.
The heading of a unit has the id ``unit-<id>``; the line above a listing links there.
"""

import ast
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

from sitekit.page import ledger, printed, proofs
from sitekit.page.files import Row, rows
from sitekit.page.paths import SOURCE, Page, read, source_of
from sitekit.page.printed import NAMED
from sitekit.render.badge import bounded, oracle, source_link, unit_name

NO_SEARCH = 'data-search-exclude="true"'  # a unit's own page is to be found, not this
TEXT = {
    "zh": {
        "nothing": "**本次构建没有测量结果。** 完整地跑一遍测试（`make test`）之后，"
        "这里才会列出各单元的误差。",
        "agreements": "**{} 次核对**，来自 {} 个测试函数、{} 种参照，"
        "涉及 {} 个单元、{} 个函数和类。",
        "equations": "其中 **{} 条公式**按页面上印出的样子求值；"
        "全站编号的公式共 {} 条，其余用别的办法检验。",
        "closest": "离容差最近的一次：误差是容差的 {}（{}）。",
        "with": "版本：{}。设备与类型：{}。",
        "void": "另有 {} 次测量作废：之后代码、测试或公式又改过。",
        "times": "{}（{} 次）",
        "sep": "、",
    },
    "en": {
        "nothing": "**Nothing was measured in this build.** The errors of each unit "
        "are listed here after a complete run of the tests (`make test`).",
        "agreements": "**{} agreements**, from {} test functions and {} oracles, "
        "on {} units with {} functions and classes.",
        "equations": "**{} equations** among them are evaluated as the pages print "
        "them; of {} that are numbered in all, the others are checked otherwise.",
        "closest": "The closest call: an error of {} of its tolerance ({}).",
        "with": "Versions: {}. Devices and types: {}.",
        "void": "{} more measurements are void: code, test or equation changed since.",
        "times": "{} ({})",
        "sep": ", ",
    },
}
ERRORS = {
    "zh": ("相对误差 ≤ 容差", "零附近的绝对误差 ≤ 容差"),
    "en": ("Relative error ≤ tolerance", "Absolute error near zero ≤ tolerance"),
}
HEAD = {
    "zh": ("对象", "参照", *ERRORS["zh"], "次数", "类型", "测试"),
    "en": ("Object", "Oracle", *ERRORS["en"], "Times", "Type", "Test"),
}


@lru_cache(maxsize=512)
def _lines(path: Path, _mtime: int) -> dict[str, int]:
    tree = ast.parse(path.read_text("utf-8"))
    return {n.name: n.lineno for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}


def line(root: Path, test: str) -> int:
    """Where a test function stands in its file."""
    file, _, name = test.partition("::")
    path = root / file
    return _lines(path, path.stat().st_mtime_ns).get(name.split("[")[0], 1)


def objects(page: Page, entry: ledger.Entry) -> list[str]:
    """What of its unit's code ran, as a reader would import it."""
    unit = next(u for u in rows(page.root, "units") if u["id"] == entry.unit)
    ran = set()
    for name in entry.objects:
        source, _, function = name.partition(":")
        ran |= proofs.public(source, {function, function.split(".")[0]})
    own = proofs.oracle_name(entry.against)
    return [name for name in unit["objects"].split() if name in ran - {own}]


def breakable(shown: str) -> str:
    """Names of code that may go on in the next line behind a dot or underscore."""
    return re.sub(
        r"<code>.*?</code>", lambda m: re.sub(r"(?<=\w)([._])", r"\1<wbr>", m[0]), shown
    )


def row(page: Page, found: ledger.Group) -> str:
    """One row of a unit's table."""
    entry = found.entry
    file, _, name = entry.test.partition("::")
    source = source_of(file)
    target = page.link(f"{SOURCE}/{file}.html")
    names = (o.split(".")[-1] for o in objects(page, entry))
    shown = ", ".join(f"<code>{name}</code>" for name in names)
    if not shown and (page.root / source).is_file():
        shown = source_link(page, source)
    cells = (
        shown,
        oracle(page, entry.against, linked=True).replace("|", "&#124;"),
        bounded(entry.relative, entry.rtol),
        bounded(entry.absolute, entry.atol),
        str(found.count),
        f"{entry.dtype}, {entry.device}",
        f'<a href="{target}#L{line(page.root, entry.test)}"><code>{name}</code></a>',
    )
    return "| " + " | ".join(map(breakable, cells)) + " |"


def share(entry: ledger.Entry) -> float:
    """How much of its tolerance an agreement takes up."""
    pairs = ((entry.relative, entry.rtol), (entry.absolute, entry.atol))
    return max(error / tol if tol else 0.0 for error, tol in pairs)


def summary(page: Page, entries: list[ledger.Entry]) -> list[str]:
    """What was counted, with what."""
    text = TEXT[page.lang]
    kinds = Counter(f"{e.device} {e.dtype}" for e in entries)
    void = len(ledger.load(page.root).entries) - len(entries)
    worst = max(entries, key=share)
    unit = f"[{unit_name(page, worst.unit)}](#unit-{worst.unit})"
    versions = ledger.load(page.root).versions.items()
    lines = [
        text["agreements"].format(
            len(entries),
            len({e.test.split("[")[0] for e in entries}),
            len({e.against for e in entries if not NAMED.fullmatch(e.against)}),
            len({e.unit for e in entries}),
            len(
                {name for g in ledger.group(entries) for name in objects(page, g.entry)}
            ),
        ),
        text["equations"].format(
            len({e.against for e in entries if NAMED.fullmatch(e.against)}),
            len(printed.equations(page.root)),
        ),
        text["closest"].format(f"{share(worst):.0%}", unit),
        text["with"].format(
            text["sep"].join(f"{name} {version}" for name, version in versions),
            text["sep"].join(
                text["times"].format(*kind) for kind in kinds.most_common()
            ),
        ),
    ]
    if void:
        lines.append(text["void"].format(void))
    return [f"- {line}" for line in lines]


def heading(page: Page, unit: Row) -> str:
    """A unit's title, which leads to its place on its page if that is written."""
    title = unit_name(page, unit["id"])
    for path in (f"{unit['page']}.md", f"{unit['page']}.py"):  # a notebook
        if (page.root / "docs" / page.lang / path).is_file():
            title = f"[{title}](../{path}#{unit['id']})"
    return f"#### {title} {{ #unit-{unit['id']} {NO_SEARCH} }}"


def page_title(page: Page, topic: str) -> str:
    """The first heading of a page that is no chapter."""
    text = read(page.root / "docs" / page.lang / f"{topic}.md")
    return re.findall(r"^# (.+?)(?: \{.*\})?$", text, re.M)[0]


def table(page: Page) -> list[str]:
    """The lines of Markdown that stand for the directive."""
    entries = ledger.measured(page.root)
    if not entries:
        return [TEXT[page.lang]["nothing"]]
    known = {unit["id"]: unit for unit in rows(page.root, "units")}
    for entry in entries:
        unit_name(page, entry.unit)  # or it is no unit
    out = summary(page, entries)
    out += ["", f'<section class="measured" {NO_SEARCH} markdown>', ""]
    titles = {p["path"]: p[page.lang] for p in rows(page.root, "pages")}
    measured = {e.unit for e in entries}
    # Behind them what has a page that is no chapter.
    for topic in dict.fromkeys([*titles, *(u["page"] for u in known.values())]):
        units = [u for u in known if u in measured and known[u]["page"] == topic]
        if not units:
            continue
        name = titles.get(topic) or page_title(page, topic)
        out += ["", f"### {name} {{ #{topic.replace('/', '-')} {NO_SEARCH} }}", ""]
        for unit in units:
            found = ledger.group(e for e in entries if e.unit == unit)
            head = HEAD[page.lang]
            out += [
                heading(page, known[unit]),
                "",
                "| " + " | ".join(head) + " |",
                "|" + "---|" * len(head),
                *(row(page, each) for each in found),
                "",
            ]
    return [*out, "</section>"]
