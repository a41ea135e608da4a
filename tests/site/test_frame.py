"""What moves with a reader: header, contents, drawer, tabs, folds, keys, search."""

import re

import pytest

pytestmark = [pytest.mark.built, pytest.mark.browser]

ADAM, AFTER = "optimization/adam/", "optimization/after-adam/"
ADAPTIVE = "optimization/adaptive-learning-rates/"
PHONE = {"width": 390, "height": 800}
CURRENT = ".md-sidebar--secondary [aria-current=true]"
LISTING = "article .tabbed-set .language-python"


def scroll(page, where: str) -> None:
    """To a heading, with the wheel's event rather than by a link."""
    page.evaluate("id => document.getElementById(id).scrollIntoView()", where)


def current(page, hash_: str) -> None:
    page.locator(f"{CURRENT}[href$='#{hash_}']").wait_for()
    assert page.locator(CURRENT).count() == 1


def test_contents_follow_the_reader(open_page):
    page = open_page(f"en/{ADAM}")
    links = page.locator(".md-sidebar--secondary .md-nav__link[href*='#']")
    ids = links.evaluate_all("links => links.map(link => link.hash.slice(1))")
    assert page.locator(CURRENT).count() == 0  # before the first heading
    for at in (2, 5, 3):
        scroll(page, ids[at])
        current(page, ids[at])
        assert page.locator(".md-sidebar--secondary .md-nav__link--passed").count() == (
            at + 1
        )
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    current(page, ids[-1])  # whose text is too short to come to the top
    page.set_viewport_size({"width": 1280, "height": 30_000})
    page.locator(CURRENT).wait_for(state="detached")  # all of it is below the title


def test_long_contents_are_scrolled_to_the_heading(open_page):
    page = open_page(f"en/{ADAM}")
    page.set_viewport_size({"width": 1280, "height": 260})
    last = page.locator(".md-sidebar--secondary .md-nav__link[href*='#']").last
    bar = page.locator(".md-sidebar--secondary .md-sidebar__scrollwrap")
    assert bar.evaluate("bar => bar.scrollHeight > bar.clientHeight")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.locator(f"{CURRENT}").wait_for()
    page.wait_for_function(
        "([link, bar]) => link.getBoundingClientRect().bottom"
        " <= bar.getBoundingClientRect().bottom",
        arg=[last.element_handle(), bar.element_handle()],
    )


def test_bars_are_no_higher_than_the_window(open_page):
    page = open_page(f"en/{ADAM}")
    page.set_viewport_size({"width": 1280, "height": 400})
    for bar in page.locator(".md-sidebar").all():
        box = bar.bounding_box()
        assert 300 < box["y"] + box["height"] <= 400
    here = page.locator(".md-sidebar--primary a.md-nav__link--active").first
    page.reload()
    page.wait_for_function(
        "link => link.getBoundingClientRect().bottom < innerHeight",
        arg=here.element_handle(),
    )


def test_header_names_the_page_once_its_title_is_out_of_sight(open_page):
    page = open_page(f"en/{ADAM}")
    topic = page.locator(".md-header__topic").last
    opacity = "topic => getComputedStyle(topic).opacity"
    assert topic.inner_text() == "Adam"
    assert topic.evaluate(opacity) == "0"
    page.evaluate("scrollTo(0, document.querySelector('h1').offsetTop)")
    page.locator(".md-header__title--active").wait_for()
    page.wait_for_function(
        f"topic => ({opacity})(topic) === '1'", arg=topic.element_handle()
    )
    page.evaluate("scrollTo(0, 0)")
    page.locator(".md-header__title:not(.md-header__title--active)").wait_for()


def test_a_button_leads_back_to_the_top(open_page):
    page = open_page(f"en/{ADAM}")
    button = page.locator(".md-top")
    scroll(page, "sources")
    page.locator(".md-header__title--active").wait_for()
    assert button.get_attribute("hidden") is not None
    assert button.evaluate("button => button.tabIndex") == -1
    page.evaluate("scrollBy(0, -200)")
    page.locator(".md-top:not([hidden])[tabindex='0']").click()
    page.wait_for_function("scrollY === 0")
    page.locator(".md-top[hidden]").wait_for(state="attached")


def test_tabs_are_the_same_everywhere_and_on_the_next_page(open_page):
    page = open_page(f"en/{AFTER}")  # nothing there grows by itself
    sets = page.locator(".tabbed-set:has(label:text-is('PyTorch'))")
    assert sets.count() > 1
    label = sets.nth(1).locator("label", has_text="PyTorch")
    page.add_style_tag(content="html { overflow-anchor: none }")  # as in Safari
    label.scroll_into_view_if_needed()
    moved = label.evaluate("""label => {
      const before = label.getBoundingClientRect().top
      label.click()
      return label.getBoundingClientRect().top - before
    }""")
    assert abs(moved) < 2  # it does not run away
    for box in sets.all():
        assert (
            box.locator("input:checked").evaluate(
                "input => input.labels[0].textContent"
            )
            == "PyTorch"
        )
        border = "label => getComputedStyle(label).borderBottomColor"
        labels = box.locator("label")
        colours = {each.inner_text(): each.evaluate(border) for each in labels.all()}
        assert colours.pop("PyTorch") not in colours.values()
    page.goto(page.url.replace(AFTER, ADAM))
    shown = page.locator(".tabbed-set label:text-is('PyTorch')").first
    assert shown.evaluate("label => label.control.checked")


def test_tabs_that_are_no_list_are_forgotten(open_page):
    page = open_page(f"en/{ADAM}")
    page.evaluate("site.set('tabs', 7)")
    page.reload()
    first = page.locator(".tabbed-set").first
    assert first.locator("input").first.is_checked()
    first.locator("label").last.click()
    assert (
        page.evaluate("site.get('tabs')")[0] == first.locator("label").last.inner_text()
    )


def test_a_copied_listing_is_said(open_page):
    page = open_page(f"en/{ADAM}")
    box = page.locator(LISTING).first
    box.scroll_into_view_if_needed()
    box.hover()
    box.get_by_title("Copy").click()
    said = page.get_by_role("status").filter(has_text="Copied")
    said.wait_for()
    assert page.locator(".md-dialog--active").count() == 1


def test_a_browser_that_keeps_its_clipboard_copies_in_its_old_way(open_page):
    page = open_page(f"en/{ADAM}")
    page.evaluate("""() => {
      navigator.clipboard.writeText = () => Promise.reject(Error("no"))
      addEventListener("copy", () => globalThis.copied = getSelection().toString())
    }""")
    box = page.locator(LISTING).first
    box.scroll_into_view_if_needed()
    box.get_by_title("Copy").click()
    page.wait_for_function("globalThis.copied")
    assert page.evaluate("copied").strip() == box.locator("code").inner_text().strip()


def test_a_link_into_a_fold_opens_it(open_page):
    page = open_page(f"en/{ADAM}")
    fold = page.locator("article details:not([open])").last
    fold.evaluate("fold => fold.lastElementChild.id = 'inside'")
    inside = page.locator("#inside")
    assert not inside.is_visible()
    # As a browser that opens no folds by itself tells it.
    page.evaluate("""() => {
      history.replaceState({}, "", "#inside")
      dispatchEvent(new HashChangeEvent("hashchange"))
    }""")
    inside.wait_for()


def test_a_wide_table_is_reached_by_keyboard_while_it_is_wide(open_page):
    page = open_page(f"en/{ADAM}")
    boxes = page.locator("article .table-box")
    wide = (
        "boxes => boxes.map(box => [box.scrollWidth > box.clientWidth, box.tabIndex])"
    )
    assert not any(tab == 0 for wider, tab in boxes.evaluate_all(wide) if not wider)
    page.set_viewport_size(PHONE)
    page.locator(".table-box[tabindex='0']").first.wait_for()
    assert all((tab == 0) == wider for wider, tab in boxes.evaluate_all(wide))
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("article .table-box[tabindex='0']").first.wait_for(state="detached")


def test_keys_lead_on_and_back(open_page):
    page = open_page(f"en/{ADAM}")
    page.keyboard.press(".")
    page.wait_for_url(f"**/en/{AFTER}")
    page.keyboard.press("p")
    page.wait_for_url(f"**/en/{ADAM}")
    page.keyboard.press("/")
    page.keyboard.type("n.,p")  # words, and no keys
    assert page.locator(".md-search__input").input_value() == "n.,p"
    page.keyboard.press("Escape")
    page.evaluate("""() => {
      const box = document.createElement("textarea")
      document.body.append(box)
      box.focus()
    }""")
    page.keyboard.type(".n")
    page.evaluate("document.activeElement.remove()")
    page.keyboard.press("Control+f")
    page.keyboard.press("Alt+n")
    assert page.url.endswith(f"/en/{ADAM}")
    assert not page.locator("#__search").is_checked()


def test_parts_of_the_course_open_by_keyboard(open_page):
    page = open_page(f"en/{ADAM}")
    label = page.locator("label.md-nav__link", has_text="Basics").first
    label.focus()
    page.keyboard.press("Enter")
    part = page.locator(f"nav[aria-labelledby={label.get_attribute('id')}]")
    part.locator("a").first.wait_for()
    assert part.get_attribute("aria-expanded") == "true"
    outline = "label => getComputedStyle(label).outlineStyle"
    assert label.evaluate(outline) != "none"


@pytest.mark.parametrize(
    "stop",
    [".md-header a.md-logo", ".md-select > button", "article summary", ".md-top"],
)
def test_the_keyboard_is_seen(open_page, stop):
    page = open_page(f"en/{ADAM}")
    page.keyboard.press("Tab")  # or focus would be the mouse's
    found = page.locator(stop).first
    found.evaluate("stop => { stop.hidden = false; stop.focus() }")
    changed = found.evaluate("""stop => {
      const look = ({outlineStyle, color}) => outlineStyle + color
      const focused = look(getComputedStyle(stop))
      stop.blur()
      return focused !== look(getComputedStyle(stop))
    }""")
    assert changed


def test_the_drawer_shows_the_heading_and_closes_at_a_link(open_page):
    page = open_page(f"en/{AFTER}#why-warm-up")
    page.set_viewport_size(PHONE)
    page.reload()
    page.locator("label.md-header__button[for=__drawer]").click()
    page.locator(".md-nav--primary .md-nav__link[for=__toc] .md-icon").click()
    contents = page.locator(".md-nav--primary .md-nav--secondary")
    contents.locator("[aria-current=true]").wait_for()
    contents.locator("a[href$='#why-warm-up']").click()  # where the reader is
    page.locator("#__drawer:not(:checked)").wait_for(state="attached")


def test_a_name_that_is_cut_is_said_whole(open_page):
    page = open_page(f"en/{AFTER}")
    page.set_viewport_size(PHONE)
    name = page.locator(".md-footer__link--next .md-ellipsis")
    name.evaluate("name => name.style.width = '2em'")
    name.hover()
    assert page.locator(".md-footer__link--next").get_attribute("title") == (
        name.inner_text().strip()
    )


# -- the search box ---------------------------------------------------------------


def test_half_a_word_is_completed(open_page):
    page = open_page("en/")
    page.keyboard.press("/")
    page.keyboard.type("adam nest")
    page.locator(".md-search__suggest:text-is('adam nesterov')").wait_for()
    page.keyboard.press("ArrowRight")
    assert page.locator(".md-search__input").input_value() == "adam nesterov"
    page.keyboard.type("x")
    page.locator(".md-search__suggest:empty").wait_for(state="attached")


def test_what_is_found_is_counted_and_folded(open_page):
    page = open_page("en/")
    page.keyboard.press("/")
    state = page.locator(".md-search-result__meta")
    page.locator("[role=status]:text-is('Type to start searching')").wait_for()
    page.keyboard.type("momentum")
    item = page.locator(".md-search-result__item").first
    item.wait_for()
    pages = page.locator(".md-search-result__item").count()
    assert state.inner_text() == f"Found on {pages} pages"
    more = item.locator("details a")
    assert item.locator("summary").inner_text() == f"{more.count()} more on this page"
    assert not more.first.is_visible()
    page.keyboard.press("ArrowDown")
    while page.evaluate("document.activeElement.tagName") != "SUMMARY":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    more.first.wait_for()
    page.keyboard.press("ArrowDown")
    assert more.first.evaluate("link => link === document.activeElement")
    page.keyboard.press("n")  # types on
    assert page.locator(".md-search__input").input_value() == "momentumn"
    page.locator(".md-search__input").fill("xylophone")
    page.locator("[role=status]:text-is('No matching documents')").wait_for()
    page.locator(".md-search__form [type=reset]").click()
    page.locator("[role=status]:text-is('Type to start searching')").wait_for()


def test_enter_follows_what_fits_best(open_page):
    page = open_page("en/")
    page.keyboard.press("/")
    page.keyboard.type("why warm up")
    page.locator(".md-search-result__item h2 mark").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/en/{AFTER}\?h=[^#]*#why-warm-up$"))


def test_missing_words_are_named(open_page):
    page = open_page("en/")
    page.keyboard.press("/")
    page.keyboard.type("momentum xylophone")
    missing = page.locator(".md-search-result__terms").first
    missing.wait_for()
    assert missing.inner_text() == "Missing: xylophone"


def test_words_are_marked_where_a_result_leads(open_page):
    page = open_page(f"{ADAM}?h=偏差+偏差修正+adam+t+(不存在")
    marks = page.locator("article mark")
    marks.first.wait_for()
    said = {text.lower() for text in marks.all_text_contents()}
    assert {"偏差修正", "adam"} <= said <= {"偏差", "偏差修正", "adam", "t"}
    assert not page.locator(".katex mark").count()
    after = marks.evaluate_all(
        "marks => marks.map(mark => mark.nextSibling?.data ?? '')"
    )
    assert not [text for text in after if re.match("[A-Za-z]", text)]  # of AdamW


@pytest.mark.parametrize("lost", ["**/sections.js", "**/search-worker.js"])
def test_a_search_that_does_not_arrive_is_said_and_asked_again(watch, lost):
    watched = watch("en/")
    page = watched.page
    page.route(lost, lambda route: route.abort())
    page.keyboard.press("/")
    page.keyboard.type("adam")
    page.locator("[role=status]:has-text('did not arrive')").wait_for()
    page.unroute(lost)
    page.keyboard.type(" bias")
    page.locator(".md-search-result__item").first.wait_for()
