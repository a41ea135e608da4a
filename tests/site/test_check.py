"""Check your own, on the built page, in Chromium: one visit for each language."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from helpers.weekly import weekly

from sitekit.page.project import project
from sitekit.render.check import TEXT

pytestmark = [pytest.mark.built, pytest.mark.browser]

PAGE = "classification/softmax-regression/"
RIGHT = """import numpy as np


def softmax(z):
    power = np.exp(z - z.max(axis=-1, keepdims=True))
    return power / power.sum(axis=-1, keepdims=True)
"""
WRONG = RIGHT.replace("axis=-1", "axis=0")
ENDLESS = "def softmax(z):\n    while True:\n        pass\n"
SAID = {
    "en": {
        "check": "Check",
        "stop": "Stop",
        "head": "softmax: equation (9.2)",
        "right": "✓ Right.",
        "mistake": "The classes are along the last axis.",
        "stopped": "Stopped",
    },
    "zh": {
        "check": "检查",
        "stop": "停止",
        "head": "softmax：式 (9.2)",
        "right": "✓ 正确。",
        "mistake": "类别在最后一维。",
        "stopped": "已停止",
    },
}
BOOT = 120_000  # milliseconds; Python is loaded once


def opened(page, lang):
    """The box of softmax, with its editor."""
    box = page.locator(".check").filter(has=page.locator("[data-name=softmax]"))
    button = box.get_by_role("button", name=TEXT[lang]["which"].format("softmax"))
    button.scroll_into_view_if_needed()
    button.click()
    box.locator("textarea").wait_for()
    return box


def asked(box, code, lang):
    """What the box answers to some code."""
    box.locator("textarea").fill(code)
    box.get_by_role("button", name=SAID[lang]["check"], exact=True).click()
    box.locator(".check-answer").wait_for(timeout=BOOT)
    return box.locator(".check-answer").inner_text()


def loud(page) -> list[str]:
    found = Axe().run(page, context=".check", options={"resultTypes": ["violations"]})
    return [rule["id"] for rule in found.response["violations"]]


@pytest.mark.parametrize("lang", ["en", pytest.param("zh", marks=weekly)])
def test_it_answers(open_page, lang):
    said = SAID[lang]
    page = open_page(("en/" if lang == "en" else "") + PAGE)
    box = opened(page, lang)
    text = box.locator("textarea")
    assert text.evaluate("e => e === document.activeElement")
    assert text.input_value().endswith("def softmax(z):\n    ")
    answer = asked(box, WRONG, lang)
    assert said["mistake"] in answer
    assert "✗" in answer
    link = box.locator(".check-answer a")
    assert link.inner_text() == said["head"]
    assert link.evaluate("e => e.hash") == "#eq:softmax"
    assert page.locator('[id="eq:softmax"]').count() == 1
    answer = asked(box, RIGHT, lang)
    assert said["right"] in answer
    assert "check-right" in box.locator(".check-answer").get_attribute("class")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert loud(page) == []
    text.fill(ENDLESS)
    text.press("Control+Enter")
    box.get_by_role("button", name=said["stop"], exact=True).click()
    status = box.locator(".check-status")
    assert status.inner_text().startswith(said["stopped"])
    # What was written is there again.
    page.reload()
    assert opened(page, lang).locator("textarea").input_value() == ENDLESS


def test_keyboard(open_page):
    page = open_page(f"en/{PAGE}")
    box = opened(page, "en")
    text = box.locator("textarea")
    text.press("Control+End")
    for key in ("x", " ", "=", "1", "Enter", "i", "f", " ", "x", ":", "Enter", "y"):
        text.press(key)
    text.press("Escape")
    assert text.input_value().endswith(
        "def softmax(z):\n    x =1\n    if x:\n        y"
    )
    text.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Check"
    page.set_viewport_size({"width": 360, "height": 800})
    assert box.evaluate("e => e.scrollWidth <= e.clientWidth")
    size = box.get_by_role("button", name="Check", exact=True).bounding_box()
    assert size["height"] >= 24


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_from_a_folder_it_says_what_to_do(contexts, site, lang):
    page = contexts().new_page()
    where = site / ("en" if lang == "en" else ".") / PAGE / "index.html"
    page.goto(where.resolve().as_uri())
    box = page.locator(".check").first
    box.locator("button[data-tool]").click()
    status = box.get_by_role("status")
    status.wait_for()
    word = {"en": "use the command above", "zh": "执行上面的命令"}[lang]
    assert word in status.inner_text()
    assert box.locator("textarea").count() == 0
    page.close()


def test_without_scripts_the_command_is_there(contexts, server, site):
    page = contexts(java_script_enabled=False).new_page()
    page.goto(f"{server}en/{PAGE}")
    box = page.locator(".check").first
    module = project(site.parent).checks
    assert f"python -m {module} softmax mine.py" in box.inner_text()
    assert not box.locator("button[data-tool]").is_visible()
    page.close()


def test_python_that_does_not_come_is_said_and_asked_for_again(watch):
    page = watch(f"en/{PAGE}").page
    page.route("**/js/python.js", lambda route: route.abort())
    box = page.locator(".check").filter(has=page.locator("[data-name=softmax]"))
    button = box.locator("[data-tool=check]")
    for _ in range(2):
        button.click()
        box.locator(".check-status", has_text="could not be loaded").wait_for()
    assert box.locator(".check-status").count() == 1
    page.unroute("**/js/python.js")
    button.click()
    box.locator("textarea").wait_for()
    assert "could not be loaded" not in box.inner_text()
