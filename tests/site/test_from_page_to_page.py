"""A reader who goes on: the next page takes the place of this one, and nothing else."""

import pytest
from helpers.cell import Cell, first
from helpers.explorer import Explorer

pytestmark = [pytest.mark.built, pytest.mark.browser]
MOMENTUM, ADAPTIVE = "optimization/momentum", "optimization/adaptive-learning-rates"
ADAM, AFTER = "optimization/adam", "optimization/after-adam"
NEXT = ".md-footer__link--next"


def go(page, link, topic):
    """Follow a link to another page, which is shown without being loaded."""
    page.locator(link).click()
    arrive(page, topic)


def arrive(page, topic):
    page.wait_for_url(f"**/{topic}/**")
    page.locator(f"link[rel=canonical][href*='/{topic}/']").wait_for(state="attached")
    assert page.evaluate("globalThis.stays")


@pytest.fixture
def read(open_page):
    """read(path): an open page that knows whether it was loaded anew."""

    def visit(path):
        page = open_page(path)
        page.evaluate("globalThis.stays = true")
        return page

    return visit


def test_python_stays(read):
    page = read(f"en/{MOMENTUM}/")
    workers = []
    page.on("worker", lambda worker: workers.append(worker.url))
    cell = Cell(page, first(MOMENTUM))
    cell.button.click()
    cell.says("as printed")
    for topic in (ADAPTIVE, ADAM):
        go(page, NEXT, topic)
        cell = Cell(page, first(topic))
        cell.button.click()
        cell.says("as printed")
    assert len(workers) == 1


def test_a_run_ends_with_its_page(read):
    page = read(f"{MOMENTUM}/")
    cell = Cell(page, first(MOMENTUM, "zh"))
    cell.button.click()
    cell.says("与书中所印一致")
    [busy] = [worker for worker in page.workers if "/run/" in worker.url]
    cell.write("while True: pass")
    cell.says("正在运行")
    with busy.expect_event("close"):
        go(page, NEXT, ADAPTIVE)


def test_the_other_language_is_that_of_the_page(read, server):
    page = read(f"en/{MOMENTUM}/")
    other = page.locator(".md-select__link[lang^=zh]")
    go(page, NEXT, ADAPTIVE)
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
        page.locator("[data-alive=symbols]").scroll_into_view_if_needed()
        box.wait_for(state="attached")
        eta = page.locator(f"[id='eq:{formula}'] .katex-html .mord", has_text="η").first
        eta.scroll_into_view_if_needed()
        eta.hover()
        box.wait_for()
        return box.inner_text()

    assert "usual value" in rate("momentum-movement")
    page.evaluate("document.querySelector('.md-footer__link--next').click()")
    arrive(page, ADAPTIVE)
    assert not box.is_visible()
    assert "the same for all parameters" in rate("per-parameter-rate")


def test_explorers_are_found_as_they_were_left(read):
    page = read(f"en/{ADAM}/")
    at = Explorer(page, "race").set(surface="saddle")
    numbers, address = at.numbers(), at.address()
    assert address["surface"] == "saddle"
    go(page, NEXT, AFTER)
    assert "surface" not in page.url
    page.go_back()
    arrive(page, ADAM)
    at = Explorer(page, "race")
    assert (at.address(), at.numbers()) == (address, numbers)
