from pathlib import Path

import pytest

from sitekit.build import site
from sitekit.build.figures import drawing
from sitekit.build.finish import search


def search_of_material(folder: Path) -> None:
    """What MkDocs leaves of the search."""
    for name, text in {
        "assets/css/site.css": "",
        search.INDEX: '{"config": {}, "docs": []}',
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


@pytest.fixture
def mkdocs(project, monkeypatch):
    """Stands in for MkDocs: notes how it was called, and leaves what each leaves."""
    calls = []

    class MkDocs:
        says = ()  # of faults, in its last lines
        returncode = 0

        def __init__(self, command, cwd, env, **options):
            self.args = command
            self.stderr = iter(["INFO    -  Building\n", *self.says])
            calls.append((command, env))
            self.folder = Path(command[-1])
            assert not self.folder.exists()

        def wait(self):
            search_of_material(self.folder)
            (self.folder / "index.html").write_text("new", "utf-8")
            return self.returncode

    project.pictures()
    monkeypatch.setattr(site.subprocess, "Popen", MkDocs)
    monkeypatch.setattr(drawing, "draw_all", lambda root: 0)
    return calls


@pytest.mark.parametrize("url", ["https://example.org/x", "https://example.org/x/"])
def test_addresses_of_both_languages(url):
    env = site.environment(url)
    assert env["SITE_URL"] == "https://example.org/x/"
    assert env["SITE_URL_EN"] == "https://example.org/x/en/"


def test_finish_copies_figures_and_sources(project, pictures):
    project.pictures()
    project.add("snippets/basics/line/wave.py", 'EXPLORER = "waves"\n')
    project.write("build/figures/basics/line/wave.js", "tools.explorerData()")
    project.write("build/figures/basics/line/wave.key", "not for the site")
    search_of_material(project.root / "site")
    search_of_material(project.root / "site/en")
    site.finish(project.root, project.root / "site")
    built = project.root / "site"
    copied = sorted(p.name for p in (built / "figures/basics/line").iterdir())
    assert copied == [*pictures[:1], "wave.js", *pictures[1:]]
    assert (built / "source/src/chainrule/nn/line.py.html").is_file()
    assert (built / "assets/css/site.css").is_file()
    assert not (built / "en/assets/css").exists()
    assert (built / "en/search/sections.js").is_file()


def test_build_is_strict_and_replaces_the_old_site(
    project, mkdocs, monkeypatch, capsys
):
    monkeypatch.setenv("SITE_URL", "https://example.org")
    project.write("site/old.html", "old")
    project.write("build/site/half.html", "left by an interrupted build")
    assert site.build(project.root) == project.root / "site"
    built = project.root / "site"
    assert not (built / "old.html").exists()
    assert (built / "index.html").is_file()
    assert (built / "en/index.html").is_file()
    assert (built / "source/index.html").is_file()  # it is finished
    assert (project.root / "lines-site.zip").is_file()
    for left in ("site", "site-en", "site-old"):
        assert not (project.root / "build" / left).exists()
    assert [command[-3] for command, _ in mkdocs] == ["mkdocs.yml", "mkdocs.en.yml"]
    for command, env in mkdocs:
        assert "--strict" in command
        assert env["SITE_URL"] == "https://example.org/"
        assert env["SITE_URL_EN"] == "https://example.org/en/"
    assert "SITE_URL" not in capsys.readouterr().err


def test_build_without_an_address_says_so(project, mkdocs, monkeypatch, capsys):
    monkeypatch.delenv("SITE_URL", raising=False)
    site.build(project.root)
    assert mkdocs[0][1]["SITE_URL"] == "http://127.0.0.1:8000/"
    assert "SITE_URL is not set" in capsys.readouterr().err


@pytest.mark.parametrize("failing", ["mkdocs.yml", "mkdocs.en.yml"])
def test_a_build_that_fails_keeps_the_old_site(project, mkdocs, monkeypatch, failing):
    code = property(lambda self: int(failing in self.args))
    monkeypatch.setattr(site.subprocess.Popen, "returncode", code)
    project.write("site/old.html", "old")
    with pytest.raises(RuntimeError, match=f"^{failing}: INFO"):
        site.build(project.root)
    assert [p.name for p in (project.root / "site").iterdir()] == ["old.html"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "ERROR   -  Error reading page 'a.md': docs/en/a.md:7: KaTeX rejects x",
            "docs/en/a.md:7: KaTeX rejects x",
        ),
        (
            "WARNING -  a.md links to b.md",
            "mkdocs.yml: a.md links to b.md\nmkdocs.en.yml: a.md links to b.md",
        ),
        ("TypeError: no", "mkdocs.yml: TypeError: no\nmkdocs.en.yml: TypeError: no"),
    ],
)
def test_a_build_that_fails_ends_with_what_matters(
    project, mkdocs, monkeypatch, line, said
):
    monkeypatch.setattr(site.subprocess.Popen, "says", [f"{line}\n"])
    monkeypatch.setattr(site.subprocess.Popen, "returncode", 1)
    with pytest.raises(RuntimeError) as caught:
        site.build(project.root)
    assert str(caught.value) == said
