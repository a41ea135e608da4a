from threading import Event
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

from sitekit.build import beside, hooks, site
from sitekit.build.finish import search
from sitekit.build.jupyter import runner
from sitekit.page import ledger
from sitekit.page.paths import PageError


class Built:
    """Stands in for the process beside: notes what it is told."""

    def __init__(self, done):
        self.done = done

    def begin(self, config, folder, url, strict):
        self.done.append(f"begun {config.name} in {folder.name} for {url}")

    def wait(self):
        self.done.append("waited")

    def end(self):
        self.done.append("ended")


@pytest.fixture
def config(project):
    """config(lang): as much of MkDocs' as the hooks look at."""
    return lambda lang: SimpleNamespace(
        config_file_path=str(project.root / "mkdocs.yml"),
        docs_dir=str(project.root / "docs" / lang),
        site_dir=str(project.root / "site"),
        site_url="http://127.0.0.1:8000/",
        strict=True,
    )


@pytest.fixture
def done(monkeypatch):
    """What was done before and after a build."""
    done = []
    monkeypatch.setattr(hooks, "ENGLISH", [])
    monkeypatch.setattr(beside, "Beside", lambda: Built(done))
    monkeypatch.setattr(runner, "forget", lambda root: done.append("forgotten"))
    monkeypatch.setattr(search, "write", lambda site: done.append("searchable"))
    monkeypatch.delenv(site.SERVES, raising=False)
    return done


@pytest.fixture(params=[("build", ""), ("serve", ""), ("build", "1")])
def alone(request, monkeypatch):
    """A build; MkDocs' own server; what builds English beside ours."""
    command, serves = request.param
    if serves:
        monkeypatch.setenv(site.SERVES, serves)
    hooks.on_startup(command, dirty=False)
    return serves


def build(config):
    hooks.on_pre_build(config)
    hooks.on_files([], config)
    hooks.on_post_build(config)


def test_a_server_reads_ahead_what_tests_measured(done, config, monkeypatch):
    class Measured:
        asked = Event()
        by_file = property(lambda self: self.asked.set())

    monkeypatch.setattr(ledger, "load", lambda root: Measured())
    monkeypatch.setenv(site.SERVES, "1")
    hooks.on_startup("serve", dirty=False)
    build(config("zh"))
    assert Measured.asked.wait(30)


def test_a_build_shows_one_language_and_drops_no_run(done, alone, config):
    build(config("en"))
    assert done == ["searchable"] * bool(alone)


def test_a_server_has_english_built_at_the_same_time(done, config, monkeypatch):
    monkeypatch.setenv(site.SERVES, "1")
    hooks.on_startup("serve", dirty=False)
    build(config("zh"))
    address = "http://127.0.0.1:8000/en/"
    begun = f"begun mkdocs.en.yml in en for {address}"
    assert done == ["waited", "forgotten", begun, "searchable", "ended"]


@pytest.mark.parametrize(("serves", "executes"), [("", True), ("1", False)])
def test_a_server_shows_notebooks_without_running_them(serves, executes, monkeypatch):
    if serves:
        monkeypatch.setenv(site.SERVES, serves)
    else:
        monkeypatch.delenv(site.SERVES, raising=False)
    plugin = SimpleNamespace(config={"execute": True, "cache_dir": "runs"})
    hooks.on_config(SimpleNamespace(plugins={"mkdocs-jupyter": plugin}))
    assert plugin.config["execute"] is executes
    assert (plugin.config["cache_dir"] == "runs") is executes  # each keeps its own


@pytest.mark.parametrize(("lang", "order"), [("zh", "abc"), ("en", "cba")])
def test_english_is_read_from_its_end_and_written_in_order(config, lang, order):
    files = Files([File(f"{name}.md", "docs", "site", True) for name in "abc"])
    hooks.on_nav(None, config(lang), files)
    assert "".join(file.name for file in files) == order
    hooks.on_env(SimpleNamespace(), config(lang), files)
    assert "".join(file.name for file in files) == "abc"


def test_a_fault_of_a_page_ends_the_build_in_one_line():
    with pytest.raises(Abort, match=r"^docs/en/a\.md:7: no$"):
        hooks.on_build_error(PageError("docs/en/a.md", 7, "no"))
    hooks.on_build_error(TypeError("ours: with its traceback"))


def test_a_server_watches_all_that_pages_are_made_of(config, project):
    watched = []
    apps = []
    server = SimpleNamespace(
        watch=watched.append,
        root=str(project.root / "site"),
        mount_path="/",
        get_app=lambda: lambda environ, start: [b"shown"],
        set_app=apps.append,
    )
    assert hooks.on_serve(server, config("zh"), None) is server
    assert apps[0]({"PATH_INFO": "/index.html"}, None) == [b"shown"]
    for name in ("docs", "snippets", "src", "mkdocs.en.yml"):
        assert str(project.root / name) in watched
