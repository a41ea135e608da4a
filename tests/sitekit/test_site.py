import subprocess

import pytest

from sitekit import drawing, search, site


@pytest.fixture
def mkdocs(monkeypatch):
    """Stands in for MkDocs: notes how it was called, and leaves one page."""
    calls = []

    def run(command, cwd, env, check):
        calls.append((command, env))
        assert check
        new = cwd / "build" / "site"
        assert command[-2:] == ["-d", str(new)]
        assert not new.exists()
        new.mkdir(parents=True)
        (new / "index.html").write_text("new", "utf-8")

    monkeypatch.setattr(site.subprocess, "run", run)
    monkeypatch.setattr(drawing, "draw_all", lambda root: 0)
    return calls


@pytest.mark.parametrize("url", ["https://example.org/x", "https://example.org/x/"])
def test_addresses_of_both_languages(url):
    env = site.environment(url)
    assert env["SITE_URL"] == "https://example.org/x/"
    assert env["SITE_URL_EN"] == "https://example.org/x/en/"


def test_finish_copies_figures_and_sources(project, pictures):
    project.pictures()
    project.write("build/figures/basics/line/wave.key", "not for the site")
    script = "".join(search.MENDED)
    project.write("site/assets/javascripts/workers/search.0.min.js", script)
    site.finish(project.root, project.root / "site")
    built = project.root / "site"
    copied = sorted(p.name for p in (built / "figures/basics/line").iterdir())
    assert copied == pictures
    assert (built / "source/src/chainrule/nn/line.py.html").is_file()
    [worker] = built.glob("assets/javascripts/workers/search.*")
    assert worker.read_text("utf-8") == "".join(search.MENDED.values())


def test_build_is_strict_and_replaces_the_old_site(
    project, mkdocs, monkeypatch, capsys
):
    monkeypatch.setenv("SITE_URL", "https://example.org")
    project.write("site/old.html", "old")
    project.write("build/site/half.html", "left by an interrupted build")
    assert site.build(project.root) == project.root / "site"
    assert [p.name for p in (project.root / "site").iterdir()] == ["index.html"]
    assert (project.root / "chainrule-site.zip").is_file()
    assert not (project.root / "build/site").exists()
    assert not (project.root / "build/site-old").exists()
    [(command, env)] = mkdocs
    assert "--strict" in command
    assert env["SITE_URL_EN"] == "https://example.org/en/"
    assert capsys.readouterr().err == ""


def test_build_without_an_address_says_so(project, mkdocs, monkeypatch, capsys):
    monkeypatch.delenv("SITE_URL", raising=False)
    site.build(project.root)
    assert mkdocs[0][1]["SITE_URL"] == "http://127.0.0.1:8000/"
    assert "SITE_URL is not set" in capsys.readouterr().err


def test_a_build_that_fails_keeps_the_old_site(project, monkeypatch):
    def fail(*args, **options):
        raise subprocess.CalledProcessError(1, "mkdocs")

    monkeypatch.setattr(drawing, "draw_all", lambda root: 0)
    monkeypatch.setattr(site.subprocess, "run", fail)
    project.write("site/old.html", "old")
    with pytest.raises(subprocess.CalledProcessError):
        site.build(project.root)
    assert [p.name for p in (project.root / "site").iterdir()] == ["old.html"]
