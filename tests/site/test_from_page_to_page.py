"""A reader who goes on: the next page takes the place of this one, and nothing else."""

import pytest
from helpers.cell import Cell, first
from helpers.explorer import Explorer

pytestmark = [pytest.mark.built, pytest.mark.browser]
MOMENTUM, ADAPTIVE = "optimization/momentum", "optimization/adaptive-learning-rates"
ADAM, AFTER = "optimization/adam", "optimization/after-adam"


@pytest.fixture
def read(open_page):
    """read(path): a page that is open to a reader who has run Python before."""

    def visit(path):
        page = open_page(path)
        page.evaluate("sessionStorage.setItem('python', '1')")
        page.reload()
        page.evaluate("globalThis.stays = true")
        return page

    return visit


def go(page, topic):
    """Read on: the page after this one, without loading it."""
    page.locator(".md-footer__link--next").click()
    arrive(page, topic)


def arrive(page, topic):
    page.wait_for_url(f"**/{topic}/**")
    page.locator(f"link[rel=canonical][href*='/{topic}/']").wait_for(state="attached")
    assert page.evaluate("globalThis.stays")


def is_python(worker):
    return "/run/" in worker.url


def run(page, topic):
    cell = Cell(page, first(topic))
    cell.button.click()
    cell.says("as printed")


def test_python_stays(open_page):
    page = open_page(f"en/{MOMENTUM}/")
    workers = []
    page.on("worker", lambda worker: workers.append(worker))
    run(page, MOMENTUM)
    with page.expect_event("worker", is_python):  # the next page gets ready by itself
        page.locator(".md-footer__link--next").click()
    page.wait_for_url(f"**/{ADAPTIVE}/")
    page.evaluate("globalThis.stays = true")
    run(page, ADAPTIVE)
    go(page, ADAM)
    run(page, ADAM)
    assert len([*filter(is_python, workers)]) == 2


def test_a_run_ends_with_its_page(read):
    page = read(f"{MOMENTUM}/")
    cell = Cell(page, first(MOMENTUM, "zh"))
    cell.button.click()
    cell.says("与书中所印一致")
    [busy] = filter(is_python, page.workers)
    cell.write("while True: pass")
    cell.says("正在运行")
    with busy.expect_event("close"):
        go(page, ADAPTIVE)


def test_the_other_language_is_that_of_the_page(read, server):
    page = read(f"en/{MOMENTUM}/")
    other = page.locator(".md-select__link[lang^=zh]")
    go(page, ADAPTIVE)
    assert other.evaluate("link => link.href") == f"{server}{ADAPTIVE}/"
    page.locator(".md-nav--secondary a[href$='#adagrad']:visible").click()
    page.wait_for_url("**/#adagrad")
    assert other.evaluate("link => link.href") == f"{server}{ADAPTIVE}/#adagrad"
    page.go_back()
    page.go_back()
    arrive(page, MOMENTUM)
    assert other.evaluate("link => link.href") == f"{server}{MOMENTUM}/"


def test_symbols_are_those_of_the_page(read):
    page = read(f"en/{MOMENTUM}/")
    box = page.locator(".symbol-box")

    def rate(formula):
        """What the page says of the learning rate in a formula."""
        eta = page.locator(f"[id='eq:{formula}'] .katex-html .mord", has_text="η").first
        eta.scroll_into_view_if_needed()
        eta.hover()
        box.wait_for()
        return box.inner_text()

    assert "usual value" in rate("momentum-movement")
    go(page, ADAPTIVE)
    assert not box.is_visible()
    assert "the same for all parameters" in rate("per-parameter-rate")


def test_explorers_are_found_as_they_were_left(read):
    page = read(f"en/{ADAM}/")
    at = Explorer(page, "race").set(surface="saddle")
    numbers, address = at.numbers(), at.address()
    assert address["surface"] == "saddle"
    go(page, AFTER)
    assert "surface" not in page.url
    page.go_back()
    arrive(page, ADAM)
    at = Explorer(page, "race")
    assert (at.address(), at.numbers()) == (address, numbers)


def test_a_reader_comes_back_to_where_they_were(read):
    page = read(f"en/{AFTER}/")  # nothing there grows by itself
    page.evaluate("scrollTo(0, 3000)")
    page.keyboard.press(".")
    arrive(page, "adamw")
    assert page.evaluate("[scrollY, document.activeElement.tagName]") == [0, "H1"]
    topic = page.locator("h1").evaluate("h1 => h1.firstChild.data")
    assert page.title().startswith(topic)
    assert page.locator("link[rel=canonical]").count() == 1
    assert page.locator(".md-header__topic").last.inner_text() == topic
    page.locator(".md-sidebar--secondary .md-nav__link[href*='#']").last.click()
    page.wait_for_function("scrollY > 1000")
    page.go_back()
    page.wait_for_function("scrollY === 0")
    page.go_back()
    arrive(page, AFTER)
    page.wait_for_function("scrollY === 3000")


def test_a_link_to_a_place_leads_there(read):
    page = read(f"en/{ADAM}/")
    link = page.locator("article a[href^='../after-adam/#']").first
    place = link.get_attribute("href").split("#")[1]
    link.click()
    arrive(page, AFTER)
    top = page.locator(f"[id='{place}']").bounding_box()["y"]
    assert 0 <= top < 200


@pytest.mark.parametrize(
    ("path", "link"),
    [
        (f"en/{ADAM}/", ".md-select__link[lang^=zh]"),
        (f"{ADAM}/", ".md-select__link[lang=en]"),
        (f"{ADAM}/", ".this-page a >> nth=0"),
    ],
)
def test_what_is_no_page_of_this_language_is_loaded(read, path, link):
    page = read(path)
    address = page.locator(link).evaluate("link => link.href")
    page.locator(link).evaluate("link => link.click()")
    page.wait_for_url(address)
    page.wait_for_function("globalThis.stays === undefined")


def test_a_page_that_does_not_come_is_left_to_the_browser(watch, server):
    page = watch(f"en/{ADAM}/").page  # that it did not come is an error in the console
    page.evaluate("sessionStorage.setItem('python', '1')")
    page.reload()
    page.evaluate("globalThis.stays = true")

    def answer(route):
        fetched = route.request.resource_type == "fetch"
        return route.abort() if fetched else route.continue_()

    page.route(f"{server}en/{AFTER}/", answer)
    page.locator(".md-footer__link--next").click()
    page.wait_for_url(f"**/{AFTER}/")
    page.wait_for_function("globalThis.stays === undefined")


def test_the_header_and_chosen_tabs_go_along(read, server):
    page = read(f"en/{ADAM}/")
    page.locator(".tabbed-set label", has_text="PyTorch").first.evaluate(
        "l => l.click()"
    )
    go(page, AFTER)
    tab = page.locator(".tabbed-set label", has_text="PyTorch").first
    assert tab.evaluate("label => label.control.checked")
    logo = page.locator(".md-header a.md-logo")
    logo.click()
    page.wait_for_url(f"{server}en/")
    page.locator("link[rel=canonical][href$='/en/']").wait_for(state="attached")
    assert page.evaluate("globalThis.stays")
    assert logo.evaluate("link => link.href") == f"{server}en/"
    assert logo.locator("img").evaluate("image => image.naturalWidth")
