from concurrent.futures import ThreadPoolExecutor

import pytest

from sitekit.build import supply
from sitekit.build.figures import drawing

PICTURE = "figures/basics/line/wave.en.svg"
SOURCE = "source/src/chainrule/nn/line.py.html"


@pytest.fixture
def site(project, monkeypatch):
    """A project without pictures; what is drawn, and how often, without a process."""
    project.drawn = []

    def draw(root, path):
        project.drawn.append(path.name)
        project.pictures()
        project.write("build/figures/basics/line/wave.key", drawing.key(root, path))

    monkeypatch.setattr(drawing, "fault_of", draw)
    monkeypatch.setattr(supply, "_artists", lambda: ThreadPoolExecutor(1))
    return project.root / "site"


def test_a_figure_is_drawn_when_it_is_asked_for(project, site):
    for path in (PICTURE, PICTURE, PICTURE.replace(".en.", ".zh.")):
        supply.supply(project.root, site, path)
        assert (site / path).is_file()
    assert project.drawn == ["wave.py"]
    project.add("snippets/basics/line/wave.py", "# changed\n")
    supply.supply(project.root, site, PICTURE)
    assert project.drawn == ["wave.py"] * 2


def test_two_requests_at_once_draw_once(project, site):
    with ThreadPoolExecutor(4) as many:
        list(many.map(lambda _: supply.supply(project.root, site, PICTURE), range(8)))
    assert project.drawn == ["wave.py"]


def test_a_figure_that_fails_says_why_and_keeps_the_old(
    project, site, monkeypatch, capsys
):
    project.pictures()
    monkeypatch.setattr(drawing, "fault_of", lambda root, path: "wave.py: no")
    supply.supply(project.root, site, PICTURE)
    assert capsys.readouterr().err == "wave.py: no\n"
    assert (site / PICTURE).is_file()


def test_a_source_page_is_made_when_it_is_asked_for(project, site):
    supply.supply(project.root, site, SOURCE)
    assert "def" in (site / SOURCE).read_text("utf-8")
    project.add("src/chainrule/nn/line.py", "ANOTHER = 1\n")
    supply.supply(project.root, site, SOURCE)
    assert "ANOTHER" in (site / SOURCE).read_text("utf-8")


@pytest.mark.parametrize("folder", ["run", "en/run"])
def test_python_is_there_when_its_worker_is_asked_for(project, site, folder):
    supply.supply(project.root, site, f"{folder}/worker.js")
    assert (site / folder / "pyodide.js").is_file()
    assert (site / folder / "worker.js").is_file()


@pytest.mark.parametrize(
    "path",
    [
        "run/none.js",
        "figures/basics/line/none.en.svg",
        "figures/../../steps.en.svg",
        "source/src/none.py.html",
        "source/../../x.html",
        "assets/css/site.css",
        "",
    ],
)
def test_nothing_is_made_of_anything_else(project, site, path):
    supply.supply(project.root, site, path)
    assert not site.exists()
    assert project.drawn == []


def test_the_server_makes_before_it_looks(project, site):
    def app(environ, start):
        return [(site / PICTURE).read_bytes()]

    served = supply.supplied(project.root, site, "/notes/", app)
    [body] = served({"PATH_INFO": f"/notes/{PICTURE}"}, None)
    assert body.startswith(b"<svg")
