"""A chapter on paper: Chromium prints it to PDF, and nothing of it is lost."""

import io
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader

from sitekit.page.paths import Page as Doc

pytestmark = [pytest.mark.built, pytest.mark.browser]

ROOT = Path(__file__).parents[2]
CHAPTER = "basics/linear-regression"
A4 = (595, 842)  # points
PAGES = range(10, 26)
# What is for the screen only, in either language.
SCREEN = (
    "Source of this page",
    "本页源码",
    "Search",
    "搜索",
    "The program that",
    "画这张图",
)
# Fonts give some characters the number of their radical, as no normal form undoes.
RADICALS = str.maketrans(
    "⺟⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻥⻦⻩⻬⻰", "母见角贝车长门青页风飞食马骨鱼鸟黄齐龙"
)


def bare(text: str) -> str:
    """Characters alone, however they were set."""
    return "".join(unicodedata.normalize("NFKC", text).translate(RADICALS).split())


@dataclass
class Paper:
    size: tuple[int, int]
    pages: int
    text: str


def paper(page) -> Paper:
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    count = len(reader.pages)
    numbers = [f"{n}/{count}" for n in range(1, count + 1)]
    texts = [bare(each.extract_text()) for each in reader.pages]
    assert all(n in text for n, text in zip(numbers, texts, strict=True))
    # The number at the foot would part a paragraph that goes on overleaf.
    parts = [t.replace(n, "", 1) for n, t in zip(numbers, texts, strict=True)]
    _, _, width, height = map(round, reader.pages[0].mediabox)
    return Paper((width, height), count, "".join(parts))


def paragraphs(article) -> list[str]:
    """What must be on paper: text without formulas, labels of tabs, lines of code."""
    found = [
        p.text()
        for p in article.all("p", "figcaption", "summary", outside="program")
        if not any(p.all(cls="arithmatex")) and not any(p.all("p"))
    ]
    for box in article.all(cls="tabbed-labels"):
        found += [label.text() for label in box.all("label")]
    for box in article.all(cls="highlight"):
        found += [line for code in box.all("code") for line in code.text().split("\n")]
    return [text for text in found if bare(text)]


def lost(article, printed: Paper) -> list[str]:
    proof = [bare(p.text()) for box in article.all(cls="proof") for p in box.all("p")]
    return [
        text
        for text in paragraphs(article)
        if bare(text) not in printed.text and bare(text) not in proof
    ]


def faults(article, printed: Paper, address: str) -> list[str]:
    found = [f"lost: {text.strip()}" for text in lost(article, printed)]
    found += [f"shown: {t}" for t in SCREEN if bare(t) in printed.text]
    if (times := printed.text.count(address)) != 1:
        found.append(f"the address is there {times} times")
    return found


@pytest.mark.parametrize(
    ("lang", "options"),
    [("zh", {"color_scheme": "dark"}), ("en", {"java_script_enabled": False})],
)
def test_a_chapter_is_all_there(open_page, built, site_url, lang, options):
    doc = Doc(ROOT, lang, f"{CHAPTER}.md")
    (article,) = built(doc).all("article")
    printed = paper(open_page(f"{doc.url}/", **options))
    assert printed.size == A4
    assert printed.pages in PAGES
    assert len(paragraphs(article)) > 300
    assert not faults(article, printed, f"{site_url}{doc.url}/")


# Of a chapter, one set of tabs, one figure and one solution.
SHORTEN = """() => {
  const one = what => document.querySelector(`article > ${what}`)
  const solutions = document.querySelectorAll("article > details.success:has(pre)")
  const kept = [one(".tabbed-set"), one("figure"), [...solutions].at(-1), one("footer")]
  document.querySelector("article").replaceChildren(...kept)
}"""


PLANT = """([where, html]) =>
  document.querySelector(where).insertAdjacentHTML("beforeend", html)"""
SHORT = f"en/{CHAPTER}/"


def test_addresses_of_links_that_lead_out(open_page):
    page = open_page(SHORT)
    page.evaluate(SHORTEN)
    inside = '<a href="https://inside.example/">here</a>'
    out = inside.replace("<a", '<a rel="external"').replace("inside", "out")
    doi = '<span id="ref-x"><a rel="external" href="https://doi.org/1">doi:1</a></span>'
    page.evaluate(PLANT, ["article", f"<p>{inside}, {out}, {doi}</p>"])
    assert "here,here(https://out.example/),doi:1" in paper(page).text


def test_what_is_lost_or_left_is_found(open_page, tree):
    page = open_page(SHORT, java_script_enabled=False)
    page.evaluate(SHORTEN)
    css = """<style>@media print {
      .tabbed-block + .tabbed-block { display: none }
      details.success::details-content { display: none }
      .program, .this-page ul { display: block !important }
      .this-page p { display: none !important }
    }</style>"""
    page.evaluate(PLANT, ["head", css])
    (article,) = tree(page.content()).all("article")
    found = faults(article, paper(page), SHORT)
    for fault in (
        "lost: class MSELoss(Loss):",
        "lost: limit 0.2485, fastest 0.2480",
        "shown: The program that",
        "shown: Source of this page",
        "the address is there 0 times",
    ):
        assert fault in found


LIGHT = """() => {
  const style = getComputedStyle(document.body)
  return [style.backgroundColor, style.color, style.getPropertyValue("--tint").trim()]
}"""
# Text, also of formulas and in code, that reaches over the edge of the paper.
WIDE = """() => [...document.querySelectorAll("article *")]
  .filter(e => e.checkVisibility() && !e.closest(".katex-mathml")
    && e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 40)}`)"""


def test_paper_is_white_and_wide_enough(open_page):
    page = open_page(f"{CHAPTER}/", color_scheme="dark")
    page.locator("body[data-md-color-scheme=slate]").wait_for()
    dark = page.evaluate(LIGHT)
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 665, "height": 900})  # A4 between its margins
    white, ink, tint = page.evaluate(LIGHT)
    assert [white, ink, tint] == ["rgb(255, 255, 255)", "rgb(31, 36, 41)", "#f5f7f9"]
    assert all(a != b for a, b in zip(dark, (white, ink, tint), strict=True))
    shown = page.locator("figure img >> visible=true")
    assert shown.evaluate_all(
        "images => images.every(i => i.src.endsWith('#only-light'))"
    )
    assert shown.count() == page.locator("figure").count() > 0
    assert not page.evaluate(WIDE)
    page.evaluate(PLANT, ["article", "<pre><b style='white-space: pre'>" + "x" * 200])
    assert [line for line in page.evaluate(WIDE) if line.startswith("B.: xxx")]
