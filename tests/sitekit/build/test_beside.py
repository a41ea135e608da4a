from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import Abort

from sitekit.build import beside

PLUGINS = SimpleNamespace(on_startup=lambda **_: None)


@pytest.fixture
def english(monkeypatch):
    """The process beside, which is a thread here, and what was built."""
    built = []

    def load(path, strict, site_dir):
        return SimpleNamespace(
            path=path,
            strict=strict,
            site_dir=site_dir,
            site_url="its own",
            plugins=PLUGINS,
        )

    monkeypatch.setattr(beside, "workers", ThreadPoolExecutor)
    monkeypatch.setattr(beside, "load_config", load)
    monkeypatch.setattr(beside, "build", lambda config: built.append(vars(config)))
    return beside.Beside(), built


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000/en/", None])
def test_it_builds_what_it_is_told(english, tmp_path, url):
    english, built = english
    english.begin(tmp_path / "mkdocs.en.yml", tmp_path / "en", url, True)
    english.end()
    assert built == [
        {
            "path": str(tmp_path / "mkdocs.en.yml"),
            "strict": True,
            "site_dir": str(tmp_path / "en"),
            "site_url": url or "its own",
            "plugins": PLUGINS,
        }
    ]


def test_a_fault_ends_the_build_that_waits_and_no_other(english, tmp_path, monkeypatch):
    english, built = english

    def fail(config):
        raise Abort("docs/en/a.md:7: no")

    with monkeypatch.context() as patch:
        patch.setattr(beside, "build", fail)
        english.begin(tmp_path, tmp_path, None, True)
        with pytest.raises(Abort, match=r"^docs/en/a\.md:7: no$"):
            english.end()
    english.begin(tmp_path, tmp_path, None, True)
    english.end()
    assert len(built) == 1


def test_of_a_build_that_nobody_waits_for_nothing_is_said(english, monkeypatch):
    english, built = english
    english.wait()  # nothing is being built
    with monkeypatch.context() as patch:
        patch.setattr(beside, "build", lambda config: 1 / 0)
        english.begin(Path("old"), Path("en"), None, True)
        english.wait()
    english.begin(Path("new"), Path("en"), None, True)
    english.end()
    assert [each["path"] for each in built] == ["new"]


def test_a_process_that_is_gone_is_said_and_replaced(english):
    english, built = english
    english.job = Future()
    english.job.set_exception(BrokenProcessPool())
    with pytest.raises(Abort, match="the next edit begins anew"):
        english.end()

    class Gone:
        def submit(self, *_):
            raise BrokenProcessPool

    english.pool = Gone()
    english.begin(Path("new"), Path("en"), None, True)
    english.end()
    assert len(built) == 1


def test_a_fault_of_ours_keeps_its_traceback(english, tmp_path, monkeypatch):
    english, _ = english
    monkeypatch.setattr(beside, "build", lambda config: 1 / 0)
    english.begin(tmp_path, tmp_path, None, True)
    with pytest.raises(ZeroDivisionError):
        english.end()
