import subprocess
import sys

import pytest

from sitekit.page import memo as module
from sitekit.page.memo import FILE, latest, memo
from sitekit.page.paths import BUILD


@pytest.fixture(autouse=True)
def fresh():
    module._open.cache_clear()
    yield
    module._open.cache_clear()


def never() -> str:
    raise AssertionError("it was there")


def test_made_once_for_the_same_given(tmp_path):
    assert memo(tmp_path, lambda: "x", "a", 1) == "x"
    assert memo(tmp_path, never, "a", 1) == "x"
    assert memo(tmp_path, lambda: "y", "a", "1") == "y"
    assert memo(tmp_path, lambda: "z", "a1") == "z"


def test_of_a_name_the_latest_is_kept(tmp_path):
    assert latest(tmp_path, lambda: "x\ny", "a", 1) == "x\ny"
    assert latest(tmp_path, never, "a", 1) == "x\ny"
    assert latest(tmp_path, lambda: "", "a", 2) == ""
    assert latest(tmp_path, never, "a", 2) == ""
    assert latest(tmp_path, lambda: "w", "b", 1) == "w"
    assert latest(tmp_path, lambda: "z", "a", 1) == "z"
    rows = module._open(tmp_path).execute("select count(*) from memo").fetchone()
    assert rows == (2,)


def test_another_process_finds_it(tmp_path):
    code = (
        "from pathlib import Path; from sitekit.page.memo import memo;"
        f"print(memo(Path({str(tmp_path)!r}), lambda: '学习率', 'a'))"
    )
    shown = subprocess.check_output([sys.executable, "-c", code], encoding="utf-8")
    assert shown == "学习率\n"
    assert memo(tmp_path, never, "a") == "学习率"


def test_what_could_not_be_made_is_not_kept(tmp_path):
    with pytest.raises(ZeroDivisionError):
        memo(tmp_path, lambda: str(1 / 0), "a")
    assert memo(tmp_path, lambda: "x", "a") == "x"


def test_a_damaged_file_begins_anew(tmp_path):
    memo(tmp_path, lambda: "x", "a")
    module._open.cache_clear()
    for part in (tmp_path / BUILD).glob(f"{FILE}-*"):
        part.unlink()
    (tmp_path / BUILD / FILE).write_bytes(b"no database" * 1000)
    assert memo(tmp_path, lambda: "y", "a") == "y"
    assert memo(tmp_path, never, "a") == "y"


def test_a_file_that_grew_too_large_begins_anew(tmp_path, monkeypatch):
    memo(tmp_path, lambda: "x", "a")
    module._open.cache_clear()
    monkeypatch.setattr(module, "LIMIT", 10)
    assert memo(tmp_path, lambda: "y", "a") == "y"
