"""What a reader does with a page: copies what works alone, asks what a symbol means."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from sitekit.page.alone.copies import copies
from sitekit.page.paths import Page

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.built, pytest.mark.browser]
ADAM = "optimization/adam"
BUTTONS = {
    "zh": ("连同依赖一起复制", "本页代码合为一个程序", "已复制，共 {} 行"),
    "en": ("Copy with what it needs", "This page as one program", "Copied, {} lines"),
}
PREFIX = {"zh": "", "en": "en/"}
BOX = ".symbol-box"


def ours(lang: str):
    return copies(Page(ROOT, lang, f"{ADAM}.md"))


@pytest.mark.parametrize("lang", PREFIX)
def test_a_listing_is_copied_with_what_it_needs(open_page, lang, tmp_path):
    page, kept = open_page(f"{PREFIX[lang]}{ADAM}/"), ours(lang)
    named, whole, said = BUTTONS[lang]
    buttons = page.get_by_role("button", name=named, exact=True)
    for tab in page.locator(".tabbed-labels label").all():
        tab.click()
    numbers = [int(b.get_attribute("data-at").split("#")[1]) for b in buttons.all()]
    assert {*numbers} <= kept.listings.keys()
    button = buttons.last
    assert button.bounding_box()["height"] >= 24
    button.click()
    text = kept.text(kept.listings[numbers[-1]])
    status = page.locator(".listing-line").get_by_role("status")
    status.filter(has_text=said.format(text.count("\n"))).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == text
    with page.expect_download() as download:
        page.get_by_role("button", name=whole).click()
    assert download.value.suggested_filename == "adam.py"
    assert Path(download.value.path()).read_text("utf-8") == kept.text(kept.page)
    assert Axe().run(page, context=".md-content").response["violations"] == []


def test_a_folder_and_a_browser_that_keeps_its_clipboard(site, contexts):
    page = contexts().new_page()
    page.goto((site / "en" / ADAM / "index.html").as_uri())
    refuse = "navigator.clipboard.writeText = () => Promise.reject(Error('no'))"
    page.evaluate(f"() => {{ {refuse} }}")
    page.get_by_role("button", name=BUTTONS["en"][0], exact=True).last.click()
    box = page.locator(".listing-line textarea")
    box.wait_for()
    assert box.input_value().startswith("# From Chainrule, optimization/adam.")
    assert page.evaluate("document.activeElement.matches('textarea')")
    page.close()


def test_without_scripts_there_is_nothing_to_press(open_page):
    page = open_page(f"{ADAM}/", java_script_enabled=False)
    assert page.locator("button[data-tool=copy]").count() > 3
    assert not page.locator("button[data-tool=copy]:visible").count()


@pytest.mark.parametrize(
    ("lang", "meaning"), [("zh", "学习率"), ("en", "learning rate")]
)
def test_a_symbol_says_what_it_means(open_page, lang, meaning):
    page = open_page(f"{PREFIX[lang]}{ADAM}/")
    step = page.locator("[id='eq:adam-step']")
    box = page.locator(BOX)
    step.scroll_into_view_if_needed()
    step.locator(".katex-html .mord", has_text="η").first.hover()
    box.wait_for()
    assert meaning in box.inner_text()
    assert "lr" in box.inner_text()
    page.keyboard.press("Escape")
    box.wait_for(state="hidden")
    place = step.locator(".katex-html .mord", has_text="ϵ").last.bounding_box()
    page.mouse.click(  # as a tap does; the box of the root lies over it
        place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
    )
    box.wait_for()
    assert "eps" in box.inner_text()
    page.mouse.move(5, 300)
    box.wait_for(state="hidden")
    # The mean's row is of m with its index; a hat makes another symbol of it.
    page.locator("[id='eq:adam-m'] .katex-html .mord", has_text="m").nth(1).hover()
    box.wait_for()
    assert "betas" not in box.inner_text()
    page.mouse.move(5, 300)
    box.wait_for(state="hidden")
    page.locator("[id='eq:adam-m']").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    box.wait_for()
    assert box.locator("p").count() == 3
    assert Axe().run(page, context=BOX).response["violations"] == []


@pytest.mark.parametrize("way", ["mouse", "finger", "keyboard"])
def test_the_first_that_is_asked_is_answered(open_page, way):
    page = open_page(f"en/{ADAM}/", has_touch=True)
    step = page.locator("[id='eq:adam-step']")
    eta = step.locator(".katex-html .mord", has_text="η").first
    eta.scroll_into_view_if_needed()
    assert not page.evaluate("'symbols' in tools")  # nothing of it is loaded before
    if way == "mouse":
        eta.hover()
    elif way == "finger":
        eta.tap()
    else:
        step.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
    page.locator(BOX).wait_for()
    assert "learning rate" in page.locator(BOX).inner_text()


def test_what_did_not_come_is_asked_for_again(watch):
    page = watch(f"en/{ADAM}/").page
    page.route("**/symbols.js", lambda route: route.abort())
    eta = page.locator("[id='eq:adam-step'] .katex-html .mord", has_text="η").first
    with page.expect_event("requestfailed"):
        eta.hover()
    page.locator("[data-asked=symbols]").first.wait_for()
    page.unroute("**/symbols.js")
    page.mouse.move(5, 300)
    eta.hover()
    page.locator(BOX).wait_for()
