import re

import pytest

from sitekit.build.figures import drawing

WAVE = "snippets/basics/line/wave.py"
PICTURES = "build/figures/basics/line"


def draw(project):
    drawing.draw(project.root, project.root / WAVE)


def stale(project):
    return drawing.stale(project.root, project.root / WAVE)


def svgs(project):
    return {p.name: p.read_bytes() for p in (project.root / PICTURES).glob("*.svg")}


def body(project, code):
    """A figure whose ``draw`` plots and then does this."""
    project.replace(WAVE, "    return figure\n", f"    {code}\n    return figure\n")


@pytest.fixture
def finished(project):
    """A project that looks drawn, without the second that drawing takes."""
    project.pictures()
    key = drawing.key(project.root, project.root / WAVE)
    project.write(f"{PICTURES}/wave.key", key)
    assert not stale(project)
    return project


def test_programs_that_draw(project):
    project.write(
        "snippets/a/b/nested.py", "# kind: exact\nif True:\n    def draw(lang): ...\n"
    )
    assert drawing.programs(project.root) == [project.root / WAVE]


def test_draws_a_picture_a_language_the_same_each_time(project, pictures):
    assert stale(project)
    draw(project)
    first = svgs(project)
    assert sorted(first) == pictures
    assert len(set(first.values())) == 2  # the languages do differ
    assert not stale(project)
    for file in (project.root / PICTURES).iterdir():
        file.unlink()
    draw(project)
    assert svgs(project) == first
    shown = first["wave.en.svg"].decode()
    assert 'width="403.2pt" height="252pt"' in shown
    assert "<metadata" not in shown
    assert "<text" not in shown  # letters are paths: no font is needed to read them
    assert "#24292f" not in shown.partition("</style>")[2]  # the text's: a variable
    for path in re.findall(r' d="([^"]+)"', shown):
        assert not re.search(r"\.\d{3}", path)


def test_a_picture_with_pixels_is_drawn_for_each_scheme(project):
    body(project, "axes.imshow([[0, 1], [2, 3]])")
    draw(project)
    shown = svgs(project)["wave.en.svg"].decode()
    schemes = re.findall('<image class="(light|dark)"', shown)
    assert schemes == ["light", "dark"]


def test_a_picture_of_another_size_than_its_program_says_is_an_error(project):
    body(project, "figure.set_size_inches(5, 4.5)")
    with pytest.raises(ValueError, match=r"drawn 5 x 4\.5 inches, but the page keeps"):
        draw(project)
    assert svgs(project) == {}


def test_a_missing_glyph_is_an_error(project):
    body(project, 'axes.set_title("\\U0001f600")')
    with pytest.raises(UserWarning, match=r"Glyph 128512 .* missing from font"):
        draw(project)
    assert stale(project)


def test_a_heavy_picture_is_an_error(project, monkeypatch):
    monkeypatch.setattr(drawing, "MAX_GZIP", 1000)
    with pytest.raises(ValueError, match=r"\d{4} bytes gzipped, over 1000: draw fewer"):
        draw(project)
    assert svgs(project) == {}


def test_interrupted_after_the_first_picture_is_stale(project):
    body(project, 'assert lang == "zh"')
    with pytest.raises(AssertionError):
        draw(project)
    assert len(svgs(project)) == 1
    assert stale(project)


@pytest.mark.parametrize(
    "path",
    [
        WAVE,
        "snippets/basics/line/steps.out",
        "src/chainrule/nn/line.py",
        "src/chainrule/deep.py",
    ],
)
def test_draws_again_when_what_it_depends_on_changes(finished, path):
    """Also through an import of an import."""
    finished.write("src/chainrule/deep.py", "DEEP = 1\n")
    finished.add("src/chainrule/nn/line.py", "from chainrule.deep import DEEP\n")
    finished.add(WAVE, "from chainrule.nn.line import line\n")
    key = drawing.key(finished.root, finished.root / WAVE)
    finished.write(f"{PICTURES}/wave.key", key)
    assert not stale(finished)
    finished.add(path, "# changed\n")
    assert stale(finished)


@pytest.mark.parametrize(
    "path",
    [
        "src/chainrule/other.py",
        "src/chainrule/nn/__init__.py",
        "snippets/basics/line/steps.py",
        "docs/en/index.md",
    ],
)
def test_does_not_draw_again_for_anything_else(finished, path):
    finished.add(path, "# changed\n")
    assert not stale(finished)


def test_does_not_draw_again_for_line_ends(finished):
    file = finished.root / WAVE
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert not stale(finished)


@pytest.mark.parametrize("gone", ["wave.key", "wave.zh.svg"])
def test_draws_again_what_is_gone(finished, gone):
    (finished.root / PICTURES / gone).unlink()
    assert stale(finished)


def test_nothing_to_draw_starts_no_process(finished, monkeypatch):
    monkeypatch.delattr(drawing, "ProcessPoolExecutor")
    assert drawing.draw_all(finished.root, quiet=True) == 0


def test_draws_all_and_names_every_program_that_fails(finished):
    for name, fault in ("one", "1 / 0"), ("two", "raise SystemExit(3)"):
        finished.write(
            f"snippets/a/b/{name}.py", f"# kind: figure\ndef draw(lang):\n    {fault}\n"
        )
    finished.add(WAVE, "# changed\n")
    with pytest.raises(RuntimeError) as caught:
        drawing.draw_all(finished.root, quiet=True)
    first, *faults = str(caught.value).splitlines()
    assert first == "figures that could not be drawn:"
    assert sorted(faults) == [
        "snippets/a/b/one.py: ZeroDivisionError: division by zero",
        "snippets/a/b/two.py: SystemExit: 3",
    ]
    assert not stale(finished)  # the good one was drawn all the same
