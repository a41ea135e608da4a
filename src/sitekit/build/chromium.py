"""Chromium without a window: it prints the books, and shows the site to tests.

Debian's, or Playwright's own; ``make browser`` installs either.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Error, sync_playwright

PROGRAM = "chromium-headless-shell"  # half the work of `chromium --headless`
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser, started.

    Raises:
        RuntimeError: there is none.
    """
    with sync_playwright() as playwright:
        path = shutil.which(PROGRAM)
        try:
            browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS])
        except Error as error:
            if "Executable doesn't exist" not in str(error):
                raise
            raise RuntimeError("there is no Chromium: run `make browser`") from None
        try:
            yield browser
        finally:
            browser.close()
