from types import SimpleNamespace

import pytest
from mkdocs.exceptions import Abort

from sitekit.build import hooks, site
from sitekit.build.jupyter import runner
from sitekit.page.paths import PageError


@pytest.fixture
def config(project):
    """config(lang): as much of MkDocs' as the hooks look at."""
    return lambda lang: SimpleNamespace(
        config_file_path=str(project.root / "mkdocs.yml"),
        docs_dir=str(project.root / "docs" / lang),
    )


@pytest.fixture
def drawn(monkeypatch):
    """What was done before a build."""
    done = []
    monkeypatch.setattr(runner, "forget", lambda root: done.append("forgotten"))
    monkeypatch.delenv(site.SERVES, raising=False)
    return done


def test_a_build_drops_no_run(config, drawn):
    hooks.on_pre_build(config("zh"))
    assert drawn == []


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


def test_a_server_draws_nothing_before_it_is_asked(config, drawn, monkeypatch):
    monkeypatch.setenv(site.SERVES, "1")
    hooks.on_pre_build(config("zh"))
    assert drawn == ["forgotten"]
    hooks.on_pre_build(config("en"))  # the Chinese build shows both
    assert drawn == ["forgotten"]


def test_a_fault_of_a_page_ends_the_build_in_one_line():
    with pytest.raises(Abort, match=r"^docs/en/a\.md:7: no$"):
        hooks.on_build_error(PageError("docs/en/a.md", 7, "no"))
    hooks.on_build_error(TypeError("ours: with its traceback"))


def test_only_a_server_finishes_what_mkdocs_built(config, drawn, monkeypatch):
    monkeypatch.setattr(hooks, "load_config", lambda *args: pytest.fail("built"))
    hooks.on_post_build(config("zh"))


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
