"""Chromium without a window: it prints the books, and shows the site to tests.

Debian's, or Playwright's own; ``make browser`` installs either.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Error, sync_playwright

PROGRAMS = "chromium-headless-shell", "chromium"  # the second is half as fast
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)


def program() -> str | None:
    """Where the system's is."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser, started.

    Raises:
        RuntimeError: there is none.
    """
    with sync_playwright() as playwright:
        chromium = playwright.chromium
        try:
            browser = chromium.launch(executable_path=program(), args=[*FLAGS])
        except Error as error:
            if "Executable doesn't exist" not in str(error):
                raise
            raise RuntimeError("there is no Chromium: run `make browser`") from None
        try:
            yield browser
        finally:
            browser.close()
