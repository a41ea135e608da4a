import json

import numpy as np
import pytest

from sitekit.build.figures import explorers

WAVE = "snippets/basics/line/wave.py"
DATA = "build/figures/basics/line/wave.js"
NAME = "basics/line/wave"


@pytest.fixture
def alive(project):
    """A project whose one figure comes alive."""
    project.add(WAVE, 'EXPLORER = "waves"\n\n\ndef explore():\n    return {"x": 0.1}\n')
    return project


def make(project):
    explorers.make(project.root, project.root / WAVE)
    return (project.root / DATA).read_text("utf-8")


def stale(project):
    return explorers.stale(project.root, project.root / WAVE)


def test_programs_are_those_that_say_so(project, alive):
    project.write(
        "snippets/basics/line/still.py", "# kind: figure\ndef draw(lang): ...\n"
    )
    assert explorers.programs(project.root) == [project.root / WAVE]


def test_hands_over_what_explore_returns(alive):
    assert stale(alive)
    key, call = make(alive).splitlines()
    assert key.startswith("// ")
    assert call == f'tools.explorerData("{NAME}", {{"x":0.1}})'
    assert not stale(alive)


def test_numbers_are_exact_and_arrays_lists():
    third = np.float64(1) / 3
    value = {"a": np.array([[third, -0.0], [1e-300, 2.0]]), "b": third, "c": "α\u2028"}
    text = explorers.script("x", value)
    found = json.loads(
        text.removeprefix('tools.explorerData("x", ').removesuffix(")\n")
    )
    assert found == {"a": [[1 / 3, -0.0], [1e-300, 2.0]], "b": 1 / 3, "c": "α\u2028"}
    assert "-0.0" in text
    assert "α" in text


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_json_has_not_is_an_error(value):
    with pytest.raises(ValueError, match="not JSON compliant"):
        explorers.script("x", {"x": value})


def test_says_what_is_wrong_with_a_program(alive, monkeypatch):
    monkeypatch.setattr(explorers, "MAX_GZIP", 20)
    path = alive.root / WAVE
    fault = explorers.fault_of(alive.root, path)
    assert fault.endswith("bytes gzipped, over 20: explore() says less")
    alive.replace(WAVE, "def explore", "def other")
    fault = explorers.fault_of(alive.root, path)
    assert fault == f"{WAVE}: ValueError: says EXPLORER, but defines no explore()"
    assert not (alive.root / DATA).exists()


@pytest.mark.parametrize("path", [WAVE, "src/chainrule/nn/line.py"])
def test_made_again_when_the_program_or_an_import_changes(alive, path):
    alive.add(WAVE, "from chainrule.nn.line import line\n")
    alive.write(DATA, explorers.key(alive.root, alive.root / WAVE) + "\n")
    assert not stale(alive)
    alive.add("src/chainrule/other.py", "# changed\n")
    assert not stale(alive)
    alive.add(path, "# changed\n")
    assert stale(alive)


def test_all_are_made_and_every_one_that_fails_is_named(alive, monkeypatch):
    for name in "ab":
        text = 'EXPLORER = "x"\ndef draw(lang): ...\ndef explore():\n    1 / 0\n'
        alive.write(f"snippets/{name}/b/c.py", "# kind: figure\n" + text)
    with pytest.raises(RuntimeError) as caught:
        explorers.write_all(alive.root)
    assert str(caught.value).splitlines() == [
        "explorers that have nothing to begin with:",
        "snippets/a/b/c.py: ZeroDivisionError: division by zero",
        "snippets/b/b/c.py: ZeroDivisionError: division by zero",
    ]
    assert not stale(alive)
    for name in "ab":
        (alive.root / f"snippets/{name}/b/c.py").unlink()
    monkeypatch.delattr(explorers.drawing, "artists")
    explorers.write_all(alive.root)  # nothing to make starts no process
