"""Listings that run in the browser, in Chromium, on the built site."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from helpers.cell import Cell, first
from helpers.weekly import chosen

from sitekit.page.blocks import blocks
from sitekit.page.browser import missing
from sitekit.page.paths import is_notebook, pages, read

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.built, pytest.mark.browser]
PATHS = {"zh": "", "en": "en/"}

# -- all listings, in one Python ----------------------------------------------------

RUN = """async (blocks) => {
  const done = []
  const last = await tools.python.run(blocks, said => {
    if (said.kind === "done") done.push(said)
  })
  return [done, last]
}"""


def asked(block) -> dict:
    """A block as `run.js` hands it to Python."""
    given = {"number": block.number, "code": block.code}
    if block.expected is not None:
        given |= {"expected": block.expected, "kind": "exact"}
        if block.kind:
            given |= {"kind": block.kind.name, "rtol": block.kind.rtol}
    return given | {"name": f"listing {block.number + 1}"}


@pytest.fixture(scope="module")
def python(contexts, server):
    """A page with Python, and nothing of it stopped."""
    page = contexts().new_page()
    page.goto(f"{server}en/optimization/adam/")
    page.evaluate("tools.script('python')")
    page.wait_for_function("tools.python")
    yield page
    page.close()


@pytest.mark.parametrize(
    "page",
    chosen(p for p in pages(ROOT, ("en",)) if not is_notebook(read(ROOT / p.source))),
)
def test_what_runs_here_prints_what_the_page_shows(python, page):
    """The other language's page has the same blocks (`test_blocks` asks that)."""
    every = blocks(ROOT / page.source, ROOT)
    lacks = missing(every, ROOT)
    here = [block for block in every if not lacks[block.number]]
    if not here:
        pytest.skip("nothing of it runs in a browser")
    done, last = python.evaluate(RUN, [asked(block) for block in here])
    assert last["ok"], (every[last["number"]].source, last["text"])
    assert [said["number"] for said in done] == [block.number for block in here]
    for said in done:
        assert not said["differs"], (every[said["number"]].source, said["differs"])
    compared = [said for said in done if said["differs"] is not None]
    assert len(compared) == sum(block.expected is not None for block in here)


# -- one page in each language -------------------------------------------------------

ADAM, DIGITS = "optimization/adam/", "classification/digits-first-look/"


def axe(page) -> list[str]:
    """What axe finds around the listings that were run."""
    near = ":has(+ .run, + * + .run)"  # what a button's answer stands below
    context = {"include": [[".run"], [f".listing-line{near}"], [f".highlight{near}"]]}
    found = Axe().run(page, context=context, options={"resultTypes": ["violations"]})
    return [
        f"{rule['id']}: {node['html'][:120]}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


def test_a_reader_runs_changes_stops_and_restores(open_page):
    page = open_page(PATHS["en"] + ADAM)
    cell = Cell(page, first(ADAM))
    assert cell.button.is_visible()
    assert cell.line.locator("a[download]").count() == 0
    loaded = page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
    assert [url for url in loaded if "/run/" in url or "/run." in url] == []
    before = cell.code.text_content()

    cell.button.click()  # loads Python, runs what it needs, and compares
    cell.says("as printed")
    assert (
        cell.out.text_content()
        == page.locator(
            f'.listing-line[data-block="{first(ADAM)}"] ~ .language-text code'
        ).first.text_content()
    )
    assert cell.status.get_attribute("role") == "status"

    cell.write("print(6 * 7)\nprint('done')")  # a change: nothing to compare
    cell.says("Done in")
    assert cell.out.text_content() == "42\ndone\n"
    assert "printed" not in cell.status.text_content()

    cell.write("x = 1\n\ndef f():\n    return 1 / 0\n\nf()")
    cell.says("ZeroDivisionError: division by zero (line 4)")
    assert "return 1 / 0" in cell.out.text_content()
    cell.write("import torch")
    cell.says("the notebook has")
    cell.write("for i in range(300000): print(i)")
    cell.says("Done in")
    assert 100_000 < len(cell.out.text_content()) < 101_000
    assert "more characters" in cell.out.text_content()
    cell.write("x = [0] * 10**9")
    cell.says("MemoryError (line 1)")

    cell.write("print('on', flush=True)\nwhile True: pass")
    cell.says("Running")
    page.wait_for_function("document.querySelector('.run-out').textContent === 'on\\n'")
    assert cell.again.text_content() == cell.button.text_content() == "Stop"
    cell.button.click()
    cell.says("Stopped.")
    assert cell.again.text_content() == "Run"

    cell.again.click()
    cell.says("Running")
    cell.write("while True: 0")  # runs anew, and is the one that is stopped
    page.wait_for_function("document.querySelector('.run-out').textContent === ''")
    cell.says("Running")
    assert cell.again.text_content() == cell.button.text_content() == "Stop"
    cell.again.click()
    cell.says("Stopped.")

    cell.code.focus()
    page.keyboard.press("Tab")  # goes on, and does not trap
    assert cell.code.evaluate("code => code !== document.activeElement")
    assert "while True: 0" in cell.code.text_content()
    cell.code.focus()
    page.keyboard.press("Escape")
    assert cell.code.text_content() == before
    assert cell.edit.evaluate("edit => edit === document.activeElement")
    assert not cell.code.evaluate("code => code.isContentEditable")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")  # and the next Python is there already
    cell.says("as printed")
    assert axe(page) == []


# Of a browser that does not know "plaintext-only": it throws where the property is set.
OLDER = """() => {
  const known = HTMLElement.prototype
  const { set, get } = Object.getOwnPropertyDescriptor(known, "contentEditable")
  const changed = (value) => { if (value === "plaintext-only") throw Error(value) }
  Object.defineProperty(known, "contentEditable",
    { get, set(value) { changed(value); set.call(this, value) } })
}"""


def test_a_changed_listing_is_what_later_ones_run_with(open_page):
    page = open_page(PATHS["zh"] + DIGITS)
    page.evaluate(OLDER)
    later = Cell(page, first(DIGITS, "zh"))
    later.button.focus()
    page.keyboard.press("Enter")
    later.says("与书中所印一致")
    needed = later.button.get_attribute("data-needs").split()[0]
    Cell(page, needed).button.click()
    Cell(page, needed).says("完成")
    Cell(page, needed).write("raise ValueError('changed')")
    assert Cell(page, needed).code.evaluate("code => code.isContentEditable")
    Cell(page, needed).says("ValueError: changed（第 1 行）")
    later.again.click()
    later.says(f"第 {int(needed) + 1} 段代码出错，第 1 行：ValueError: changed")
    later.write("def g():\n    return 1\nprint(g() + nothing)")
    later.says("出错")
    assert axe(page) == []


def test_on_a_phone_nothing_is_cut_and_everything_is_large_enough(open_page):
    page = open_page(PATHS["en"] + ADAM, is_mobile=True, has_touch=True)
    page.set_viewport_size({"width": 390, "height": 844})
    cell = Cell(page, first(ADAM))
    cell.button.tap()
    cell.says("as printed")
    for button in (cell.button, cell.again, cell.edit):
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 24
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for scheme, name in (("light", "default"), ("dark", "slate")):
        page.emulate_media(color_scheme=scheme)
        page.locator(f"body[data-md-color-scheme={name}]").wait_for()
        assert axe(page) == []


def test_from_a_folder_a_line_says_what_to_do(open_page, site):
    page = open_page(f"{PATHS['en']}{ADAM}index.html", base=f"{site.as_uri()}/")
    cell = Cell(page, first(ADAM))
    cell.button.click()
    cell.says("python -m http.server")


def test_without_webassembly_a_line_says_so(watch):
    page = watch(PATHS["en"] + ADAM).page
    page.evaluate("delete globalThis.WebAssembly")
    cell = Cell(page, first(ADAM))
    cell.button.click()
    cell.says("no WebAssembly")


def test_without_scripts_there_is_no_button(open_page):
    page = open_page(PATHS["en"] + ADAM, java_script_enabled=False)
    assert page.locator("[data-tool=run]").count() > 0
    assert page.locator("[data-tool=run]:visible").count() == 0
    assert page.locator(".listing-line a[download]:visible").count() > 0


def test_python_that_does_not_come_is_said(watch):
    page = watch(PATHS["en"] + ADAM).page
    page.route("**/run/*.wasm", lambda route: route.abort())
    cell = Cell(page, first(ADAM))
    cell.button.click()
    cell.says("could not be loaded")
