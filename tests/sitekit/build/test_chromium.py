"""A machine without a Chromium is told what to do."""

import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

from sitekit.build.chromium import chromium


def test_without_chromium(monkeypatch, tmp_path):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    with (
        ThreadPoolExecutor(1) as thread,  # Playwright wants one for itself
        pytest.raises(RuntimeError, match="there is no Chromium: run `make browser`"),
    ):
        thread.submit(chromium().__enter__).result()
