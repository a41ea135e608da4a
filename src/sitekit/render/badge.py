"""The quiet line above a listing: where it lives, and what its code agrees with."""

import html
import re
from dataclasses import replace

from sitekit.page import ledger, proofs, tested
from sitekit.page.files import rows
from sitekit.page.markup import HAN
from sitekit.page.paths import SOURCE, Page, test_of
from sitekit.page.printed import NAMED, equations
from sitekit.page.programs import kind
from sitekit.page.project import project

IMPORTED = re.compile(r"\w+(\.\w+)+(\(.*\))?")  # torch.optim.SGD(nesterov=True)
WORDS = {"by hand": "手算", "complex step": "复数步求导"}  # no terms of the pages
BLANK = re.compile(f"(?<={HAN.pattern}) (?={HAN.pattern})")
RECORD = "reference/verification.md"  # where the measurements of all units are

TEXT = {
    "zh": {
        "against": "已与 {} 核对",
        "relative": "最大相对误差 {}",
        "absolute": "最大绝对误差 {}",
        "unmeasured": "本次构建未测量",
        "program": "每次测试都重新运行",
        "compared": "每次测试都重新运行并核对输出",
        "study": "每次测试都重新运行并核对断言",
        "test": "测试",
        "sep": "、",
        "more": " 等 {} 种方法",
        "printed": "印出的公式 ({})",
        "near": "（零附近）",
        "record": "每次测量：{}",
        "ran": "本页每段代码都在 {} 运行通过，环境：{}。",
    },
    "en": {
        "against": "checked against {}",
        "relative": "largest relative error {}",
        "absolute": "largest absolute error {}",
        "unmeasured": "not measured in this build",
        "program": "runs in every test run",
        "compared": "runs in every test run, output compared",
        "study": "runs in every test run, claims checked",
        "test": "test",
        "sep": ", ",
        "more": " and {} more",
        "printed": "printed equation ({})",
        "near": " near zero",
        "record": "Every measurement: {}",
        "ran": "Every listing here ran on {} with {}.",
    },
}
HEAD = {
    "zh": ("参照", "最大误差 ≤ 容差", "次数"),
    "en": ("Oracle", "Largest error ≤ tolerance", "Times"),
}


def number(error: float) -> str:
    """0 or two significant digits: enough to judge, short enough for one line."""
    return "0" if error == 0 else f"{error:.1e}".replace("e-0", "e-")


def bounded(error: float, tol: float) -> str:
    return f"{number(error)} ≤ {number(tol)}"


def source_link(page: Page, path: str, first: int = 0, last: int = 0) -> str:
    target = page.link(f"{SOURCE}/{path}.html") + (f"#L{first}" if first else "")
    span = f" {first}–{last}" if first else ""
    return f'<a href="{target}"><code>{html.escape(path)}</code>{span}</a>'


def oracle(page: Page, name: str, *, linked: bool = False) -> str:
    """An oracle as a reader would import it, in words, or the equation of a page."""
    match = NAMED.fullmatch(name)
    if not match:
        if IMPORTED.fullmatch(name):
            return f"<code>{html.escape(name)}</code>"
        if page.lang == "en":
            return html.escape(name)
        said = WORDS | {row["en"]: row["zh"] for row in rows(page.root, "terms")}
        return said.get(name) or f'<span lang="en">{html.escape(name)}</span>'
    shown = TEXT[page.lang]["printed"].format(match[1])
    equation = equations(page.root).get(name) if linked else None
    if not equation:
        return shown
    target = page.link(replace(page, path=f"{equation.topic}.md").url)
    return f'<a href="{target}/#{equation.label}">{shown}</a>'


def record(page: Page, unit: str) -> str:
    """The address of a unit's measurements."""
    return f"{page.link(replace(page, path=RECORD).url)}/#unit-{unit}"


def unit_name(page: Page, unit: str) -> str:
    """A unit's title in the page's language: the first, if it is one of several.

    Raises:
        PageError: there is no such unit.
    """
    for row in rows(page.root, "units"):
        if row["id"] == unit:
            return re.split("; |；", row[page.lang])[0]
    raise page.error(None, f"the ledger has measurements of {unit!r}, which is no unit")


def tested_line(page: Page) -> str:
    """When all code of a page ran, and with what; nothing if it is not known."""
    kept, text = ledger.load(page.root), TEXT[page.lang]
    if not kept.date or not tested.is_tested(page):
        return ""
    versions = text["sep"].join(f"{k} {v}" for k, v in kept.versions.items())
    said = text["ran"].format(
        f'<time datetime="{kept.date}">{kept.date}</time>', versions
    )
    return f'<p class="ran" data-search-exclude>{said}</p>'


def errors(text: dict[str, str], entries: list[ledger.Entry]) -> str:
    """The largest relative error; the absolute one if all are held to that."""
    if any(e.relative for e in entries) or not any(e.absolute for e in entries):
        return text["relative"].format(number(max(e.relative for e in entries)))
    return text["absolute"].format(number(max(e.absolute for e in entries)))


def row(page: Page, name: str, measured: list[ledger.Entry]) -> str:
    """How far all is from one oracle: the tests one by one are in the record."""
    found = [entry for entry in measured if entry.against == name]
    if not found:
        return ""
    worst = max(found, key=lambda e: (e.relative, e.absolute))
    error = bounded(worst.relative, worst.rtol)
    if worst.absolute and not worst.relative:
        error = bounded(worst.absolute, worst.atol) + TEXT[page.lang]["near"]
    return (
        f"<tr><td>{oracle(page, name, linked=True)}</td>"
        f"<td>{error}</td><td>{len(found)}</td></tr>"
    )


def proof(page: Page, path: str, first: int, last: int) -> str:
    """What the listing's code was verified against, as a fold-out."""
    text = TEXT[page.lang]
    test = test_of(page.root, path)
    if test is None:
        program = page.root / path
        printed = program.with_suffix(".out").is_file()
        study = printed and kind(program).name == "study"
        said = "study" if study else "compared" if printed else "program"
        return f"<span>{text[said]}</span>"
    recorded = proofs.proofs(page.root, path, first, last)
    # Another's result before a second one of ours.
    ours = f"{project(page.root).package}."
    oracles = sorted(
        dict.fromkeys(e.against for e in recorded),
        key=lambda name: name.startswith(ours),
    )
    if not oracles:
        return f"<span>{text['test']} {source_link(page, test)}</span>"
    named = text["sep"].join(oracle(page, o) for o in oracles[:2])
    if len(oracles) > 2:  # one quiet line: the table below has them all
        named += text["more"].format(len(oracles) - (page.lang == "en") * 2)
    # A blank beside code, but none between Chinese characters.
    shown = BLANK.sub("", text["against"].format(named))
    entries = ledger.measured(page.root, recorded)
    if not entries:
        link = source_link(page, test)
        return f"<span>{shown} · {text['unmeasured']} · {link}</span>"
    cells = "".join(row(page, name, entries) for name in oracles)
    head = "".join(f"<th>{cell}</th>" for cell in HEAD[page.lang])
    units = text["sep"].join(
        f'<a href="{record(page, unit)}">{html.escape(unit_name(page, unit))}</a>'
        for unit in dict.fromkeys(e.unit for e in entries)
    )
    tests = dict.fromkeys(e.test.split("::")[0] for e in entries)
    links = text["sep"].join(source_link(page, test) for test in tests)
    return (
        f"<details><summary>{shown} · {errors(text, entries)}</summary>"
        f'<div class="proof" tabindex="0"><table class="data">'
        f"<tr>{head}</tr>{cells}</table>"
        f"<p>{links} · {text['record'].format(units)}</p></div></details>"
    )
