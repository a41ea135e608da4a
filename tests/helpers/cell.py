"""A listing that runs in the browser, and what a reader does with it."""

from pathlib import Path

from sitekit.page.blocks import blocks
from sitekit.page.browser import missing
from sitekit.page.paths import Page

ROOT = Path(__file__).parents[2]


class Cell:
    """A listing of an open page, and what is around it."""

    def __init__(self, page, number):
        self.page = page
        self.line = page.locator(f'.listing-line[data-block="{number}"]')
        self.button = self.line.locator("[data-tool=run]")
        self.code = self.line.locator("+ .highlight code")
        self.box = self.line.locator("+ .highlight + .run")
        self.again = self.box.locator("button").nth(0)
        self.edit = self.box.locator("button").nth(1)
        self.status = self.box.locator(".run-status")
        self.out = self.box.locator(".run-out")

    def says(self, words, seconds=60):
        self.page.wait_for_function(
            "([element, words]) => element.textContent.includes(words)",
            arg=[self.status.element_handle(), words],
            timeout=seconds * 1000,
        )

    def write(self, code):
        """Another code, and run it."""
        if self.edit.text_content() in ("Edit", "修改"):
            self.edit.click()
        self.code.evaluate("(code, text) => { code.textContent = text }", code)
        self.code.press("Control+Enter")


def first(topic, lang="en"):
    """Number of the first listing that runs, prints, and needs another."""
    page = Page(ROOT, lang, f"{topic.rstrip('/')}.md")
    every = blocks(ROOT / page.source, ROOT)
    lacks = missing(every, ROOT)
    return next(
        b.number for b in every if not lacks[b.number] and b.expected and b.needs
    )
