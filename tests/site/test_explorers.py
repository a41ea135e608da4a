"""Explorers: what every one of them promises, in Chromium, on the built site."""

import re
from pathlib import Path

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from helpers.explorer import Explorer
from helpers.weekly import WEEKLY

from sitekit.build.figures import explorers, style
from sitekit.page.paths import LANGS
from sitekit.page.pictures import explorer as kind_of

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "docs/theme/assets"
PROGRAMS = explorers.programs(ROOT)
NAMES = [p.relative_to(ROOT / "snippets").with_suffix("").as_posix() for p in PROGRAMS]
DESCENT = "basics/linear-regression/chosen-rate"
browser = [pytest.mark.built, pytest.mark.browser]


@pytest.mark.parametrize("path", PROGRAMS, ids=NAMES)
def test_an_explorer_has_a_script_of_its_kind(path):
    kind = kind_of(path.read_text("utf-8"))
    script = (ASSETS / f"js/explorers/{kind}.js").read_text("utf-8")
    assert f"tools.explorers.{kind} = " in script


def test_an_explorer_has_the_colours_of_the_pictures():
    sheet = (ASSETS / "css/explore.css").read_text("utf-8")
    for theme in style.THEMES.values():
        cycle = "; ".join(f"--c{n}: {c}" for n, c in enumerate(theme["cycle"]))
        assert cycle in sheet


def classes(text):
    """Those that the rules of a sheet name."""
    selectors = re.sub(r"/\*.*?\*/|\{[^{}]*\}", "{", text, flags=re.S)
    return {*re.findall(r"\.([a-z][\w-]*)", selectors, flags=re.I)}


def test_the_sheet_of_explorers_shares_no_class_with_another():
    sheets = {p.stem: p.read_text("utf-8") for p in (ASSETS / "css").glob("*.css")}
    named = classes(sheets.pop("explore")) - {"md-typeset", "table-box"}
    del sheets["source"]  # of pages that show a file
    for name, text in sheets.items():
        assert not named & classes(text), name
    scripts = [ASSETS / "js/explore.js", *(ASSETS / "js").glob("explore*/*.js")]
    words = {*re.findall(r"[\w-]+", "".join(p.read_text("utf-8") for p in scripts))}
    assert named <= words  # none is left over


OVER = """figure => {
  const box = figure.querySelector(".explorer").getBoundingClientRect()
  const all = figure.querySelectorAll(".explorer *:not(svg *, option)")
  return [...all].filter(e => e.checkVisibility()).filter(e => {
    const { left, right } = e.getBoundingClientRect()
    return !e.closest("table") && (left < box.left - 1 || right > box.right + 1)
  }).map(e => e.outerHTML.slice(0, 80))
}"""
SMALL = """figure => {
  const all = figure.querySelectorAll(".explorer :is(button, select, label)")
  return [...all].filter(e => e.checkVisibility())
    .filter(e => e.getBoundingClientRect().height < 24)
    .map(e => e.outerHTML.slice(0, 80))
}"""
# A letter of the stage that its picture's place cuts off.
CUT = """figure => {
  const stage = figure.querySelector(".stage")?.getBoundingClientRect()
  return [...figure.querySelectorAll(".stage text")].filter(e => {
    const { left, right, top, bottom } = e.getBoundingClientRect()
    return !e.closest("[clip-path]")
      && (left < stage.left - 1 || right > stage.right + 1
        || top < stage.top - 1 || bottom > stage.bottom + 1)
  }).map(e => e.textContent)
}"""


class TestEveryOne:
    pytestmark = browser

    @pytest.mark.parametrize("name", NAMES)
    def test_looks_well_wherever_it_is(self, explorer, name):
        turn = NAMES.index(name)  # languages and schemes take turns
        lang, asked = LANGS[turn % 2], ("dark", "light")[turn // 2 % 2]
        at = explorer(name, lang)
        assert not at.figure.locator("img >> visible=true").count()
        for scheme, width in (("dark", 390), ("light", 1280)):
            at.page.emulate_media(color_scheme=scheme)
            at.page.set_viewport_size({"width": width, "height": 900})
            wanted = {"dark": "slate", "light": "default"}[scheme]
            at.page.locator(f"body[data-md-color-scheme={wanted}]").wait_for()
            for look in (OVER, SMALL, CUT):
                assert not at.figure.evaluate(look), (scheme, width)
            if scheme != asked and not WEEKLY:
                continue
            context = {"include": [[f"#fig-{at.name}"]], "exclude": [[".katex"]]}
            found = Axe().run(at.page, context=context).response["violations"]
            assert not [(rule["id"], rule["nodes"][0]["html"]) for rule in found]
        at.page.emulate_media(media="print")
        assert not at.box.is_visible()
        assert at.figure.locator("img >> visible=true").count() == 1

    @pytest.mark.parametrize("name", NAMES)
    def test_every_control_has_a_name_and_moves_by_keyboard(self, explorer, name):
        at = explorer(name)
        names = at.box.locator("[name]").evaluate_all("all => all.map(e => e.name)")
        assert names
        assert len(set(names)) == len(names)
        for slider in at.box.locator("input[type=range]:visible").all():
            before = slider.get_attribute("aria-valuetext")
            slider.focus()
            at.page.keyboard.press("ArrowLeft")
            at.page.keyboard.press("ArrowLeft")
            if slider.get_attribute("aria-valuetext") == before:  # it was at its end
                at.page.keyboard.press("ArrowRight")
            assert slider.get_attribute("aria-valuetext") != before
        assert at.address()


CONTOURS = """() => tools.contours(
  {left: 0, right: 64, top: 0, bottom: 48, back: ([a, b]) => [a / 8, 6 - b / 8]},
  (x, y) => 2 * x + 3 * y, [4, 9])"""
# A number in each of the next ninety frames, of which it may take some to stop.
STANDS = """async e => {
  const seen = []
  while (seen.push(e.textContent) < 90) await new Promise(requestAnimationFrame)
  return seen
}"""


class TestTheFrame:
    pytestmark = browser

    def test_the_stage_has_the_room_of_the_picture(self, open_page, contexts, server):
        page = open_page("en/basics/linear-regression/", java_script_enabled=False)
        image = page.locator("#fig-chosen-rate img[src$=only-light]")
        image.scroll_into_view_if_needed()
        room = image.bounding_box()
        page = open_page("en/basics/linear-regression/")
        page.locator("#fig-chosen-rate").scroll_into_view_if_needed()
        page.locator("#fig-chosen-rate.alive").wait_for()
        stage = page.locator("#fig-chosen-rate .stage").bounding_box()
        for side in ("x", "width", "height"):
            assert stage[side] == pytest.approx(room[side], abs=1)

    def test_contours_lie_where_the_height_is_the_level(self, explorer):
        found = explorer(DESCENT).page.evaluate(CONTOURS)
        x, y = np.array(re.findall(r"([\d.]+) ([\d.]+)", found), float).T
        x, y = x / 8, 6 - y / 8
        heights = 2 * x + 3 * y
        nearest = np.where(heights < 6.5, 4, 9)
        np.testing.assert_allclose(heights, nearest, atol=0.04)
        for level in (4, 9):
            ends = x[nearest == level]
            assert len(ends) > 50
            assert (ends.min(), ends.max()) == pytest.approx((0, level / 2), abs=0.02)

    def test_the_address_keeps_what_was_chosen(self, explorer):
        at = explorer(DESCENT, state="lr:0.3,step:4&h=bowl#learning-rate-size")
        before = at.numbers()
        at.set(lr=0.45, b=1)
        assert at.address() == {"lr": "0.45", "step": "4", "b": "1"}
        assert at.page.url.endswith("#learning-rate-size")
        assert "h=bowl" in at.page.url
        assert at.numbers() != before
        at.page.reload()
        again = Explorer(at.page, at.name)
        assert again.numbers() == at.numbers()
        again.press("Reset")
        assert again.address() == {}
        assert again.page.url.endswith("/?h=bowl#learning-rate-size")

    @pytest.mark.parametrize(
        "state",
        ["lr:x,b:,w", "lr", ":", "lr:NaN,step:Infinity", "%00", "lr:1e400,__proto__:1"],
    )
    def test_an_address_that_says_nonsense_is_as_none(self, explorer, state):
        assert explorer(DESCENT, state=state).numbers() == explorer(DESCENT).numbers()

    def test_what_is_out_of_range_is_brought_into_it(self, explorer):
        at = explorer(DESCENT, state="lr:7,step:-3,b:-1e9")
        values = at.box.locator("input").evaluate_all("all => all.map(e => +e.value)")
        assert values == [0, 0.5, -3.2, 2.7]

    def test_says_its_numbers_once_it_rests(self, explorer):
        at = explorer(DESCENT, lang="zh")
        assert re.search(r"η = 0\.40：.*跳.*损失是 [\d.]+。", at.said())
        at.set(lr=0.45)
        assert "发散" in at.said()

    def test_plays_steps_and_stops(self, explorer):
        at = explorer(DESCENT, alone=False)
        at.page.emulate_media(reduced_motion="no-preference")
        shown = at.box.locator(".player b")
        at.press("Play")
        at.page.wait_for_function("e => +e.textContent > 2", arg=shown.element_handle())
        at.press("Pause")
        step = int(shown.inner_text())
        assert 2 < step < 30
        at.press("Step")
        assert shown.inner_text() == str(step + 1)
        assert at.address()["step"] == str(step + 1)
        # Out of sight it stands still, and goes on when it is back.
        at.press("Play")
        at.page.evaluate("scrollTo(0, 0)")
        steps = at.page.evaluate(STANDS, shown.element_handle())
        assert len({*steps[-30:]}) == 1
        step = int(steps[-1])
        at.figure.scroll_into_view_if_needed()
        at.box.locator(".player").scroll_into_view_if_needed()
        at.page.wait_for_function(
            "([e, k]) => +e.textContent > k", arg=[shown.element_handle(), step]
        )
        at.press("Pause")

    def test_who_wants_less_motion_sees_the_end(self, explorer):
        at = explorer(DESCENT, state="step:3")
        at.press("Play")
        assert at.box.locator(".player b").inner_text() == "30"
        assert at.box.get_by_role("button", name="Play").is_visible()

    def test_a_click_is_a_start(self, explorer):
        at = explorer(DESCENT, state="step:0")
        at.page.set_viewport_size({"width": 390, "height": 900})  # not its own size
        at.box.locator(".stage").scroll_into_view_if_needed()
        box = at.box.locator(".stage").bounding_box()
        at.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        at.rest()
        found = at.numbers()
        width, height = box["width"], box["height"]
        scale = 538 / width
        left, right, top, bottom = 58, 538 - 28, 34, 422 - 50
        b = -3.2 + (width / 2 * scale - left) / (right - left) * 7.4
        w = 5.2 - (height / 2 * scale - top) / (bottom - top) * 6.4
        assert found["bk"] == pytest.approx(b, abs=0.06)
        assert found["wk"] == pytest.approx(w, abs=0.06)

    def test_lives_in_a_folder(self, open_page, site):
        path = "en/basics/linear-regression/index.html?chosen-rate=lr:0.2"
        at = Explorer(open_page(path, f"{site.as_uri()}/"), "chosen-rate")
        assert at.box.locator("[name=lr]").input_value() == "0.2"
        before = at.numbers()
        at.set(lr=0.3)
        assert at.numbers() != before
        assert at.address() in ({"lr": "0.2"}, {"lr": "0.3"})  # not all may change it

    def test_the_other_language_opens_as_it_was_left(self, explorer):
        at = explorer(DESCENT)
        at.set(lr=0.3).address()
        at.page.locator(".md-select button").hover()
        at.page.locator(".md-select__link[hreflang=zh-Hans]").click()
        at.page.wait_for_url(
            re.compile(r"/basics/linear-regression/\?chosen-rate=lr:0.3")
        )

    def test_the_picture_stays_where_a_script_is_missing(self, contexts, server):
        page, errors = contexts().new_page(), []
        page.on("pageerror", lambda error: errors.append(error))
        page.route("**/explorers/descent.js", lambda route: route.abort())
        page.goto(f"{server}en/basics/linear-regression/")
        figure = page.locator("#fig-chosen-rate")
        with page.expect_event("requestfailed"):
            figure.scroll_into_view_if_needed()
        page.evaluate("() => new Promise(requestAnimationFrame)")
        assert figure.locator("img >> visible=true").count() == 1
        assert not figure.locator(".explorer").count()
        assert not errors
        page.close()
