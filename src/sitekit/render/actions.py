"""What a reader can do with a listing, in the line above it: run it, and take it along.

Whether it runs in a browser is decided here, by what it and all that it needs import
(``page.browser``); the script that does it is ``docs/theme/assets/js/run.js``.
"""

from sitekit.page.alone.copies import copies
from sitekit.page.blocks import Block
from sitekit.page.browser import FILES, SLOW
from sitekit.page.paths import COPY, Page

TEXT = {
    "zh": {
        "run": "运行",
        "which": "运行代码 {}",
        "copy": "连同依赖一起复制",
        "notebook": "笔记本",
        "why": "在笔记本中运行：浏览器里没有 {}",
        SLOW: "在笔记本中运行：浏览器里要等很久",
        FILES: "它要读本项目的一个文件",
    },
    "en": {
        "run": "Run",
        "which": "Run listing {}",
        "copy": "Copy with what it needs",
        "notebook": "notebook",
        "why": "Runs in the notebook: a browser has no {}",
        SLOW: "Runs in the notebook: a browser would take long",
        FILES: "It reads a file of the project",
    },
}
NAMES = {"sklearn": "scikit-learn", "scipy": "SciPy", "torch": "PyTorch"}


def run(page: Page, block: Block, lacks: str) -> str:
    """The button that runs a block, or a link to the notebook that does.

    Args:
        lacks: what of it a browser has not (`page.browser.missing`).
    """
    text, number = TEXT[page.lang], block.number + 1
    if lacks:
        why = text.get(lacks) or text["why"].format(NAMES.get(lacks, lacks))
        where = page.link(page.notebook)
        return f'<a href="{where}" title="{why}" download>{text["notebook"]}</a>'
    asked = {"tool": "run", "needs": " ".join(map(str, block.needs))}
    if block.expected is not None:
        asked["kind"] = block.kind.name if block.kind else "exact"
        if block.kind and block.kind.rtol:
            asked["rtol"] = f"{block.kind.rtol:g}"
    data = "".join(f' data-{name}="{value}"' for name, value in asked.items())
    label = text["which"].format(number)
    return f'<button{data} aria-label="{label}" hidden>{text["run"]}</button>'


def copied(page: Page) -> set[int]:
    """The numbers of the listings that do not work as they stand.

    Raises:
        PageError: one needs what no program can have.
    """
    try:
        return {*copies(page).listings}
    except ValueError as error:
        raise page.error(None, str(error)) from None


def copy(page: Page, number: int) -> str:
    """The button that copies a listing with what it needs."""
    at = f"{page.link(f'{COPY}/{page.topic}.js')}#{number}"
    text = TEXT[page.lang]["copy"]
    return f'<button data-tool="copy" data-at="{at}" hidden>{text}</button>'
