import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sitekit.__main__ as front
from sitekit.build import site
from sitekit.build.figures import drawing
from sitekit.build.programs import outputs
from sitekit.page import files

ROOT = Path(__file__).parents[2]
OS = Path("/etc/os-release")


@pytest.fixture
def call(project, monkeypatch):
    """call(step, …): its exit status, in the small project."""
    monkeypatch.chdir(project.root)

    def run(*words: str) -> int:
        monkeypatch.setattr(sys, "argv", ["sitekit", *words])
        return front.main()

    return run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new"], "name one page: make new PAGE=part/page"),
        (["new", "x"], "'x' is no page: write part/page, as in docs/pages.csv"),
        (["new", "basics/line"], "docs/en/basics/line.md is there already"),
        (["outputs", "a/b/c"], "no program prints at snippets/a/b/c.py"),
    ],
)
def test_a_step_that_fails_says_so_in_one_line(call, capsys, words, said):
    assert call(*words) == 1
    assert capsys.readouterr().err == f"\n{said}\n"


def test_a_figure_that_cannot_be_drawn_is_the_last_line(call, capsys, project):
    project.replace("snippets/basics/line/wave.py", "plt.subplots()", "nothing")
    assert call("figures") == 1
    *_, last = capsys.readouterr().err.strip().split("\n")
    assert last.startswith("snippets/basics/line/wave.py: NameError: name 'nothing'")


def test_a_program_that_fails_is_the_last_line(call, capsys, project):
    project.write("snippets/basics/line/steps.py", "# kind: exact\nprint(1)\n1 / 0\n")
    assert call("outputs") == 1
    *_, last = capsys.readouterr().err.strip().split("\n")
    assert (
        last == "snippets/basics/line/steps.py:3: ZeroDivisionError: division by zero"
    )


def test_what_was_not_foreseen_keeps_its_traceback(call, monkeypatch):
    def draw_all(root):
        raise TypeError("ours")

    monkeypatch.setattr(drawing, "draw_all", draw_all)
    with pytest.raises(TypeError):
        call("figures")


def test_interrupted(call, monkeypatch, capsys):
    def build(root):
        raise KeyboardInterrupt

    monkeypatch.setattr(site, "build", build)
    assert call("site") == 130
    assert "stopped" in capsys.readouterr().err


def test_outputs_says_what_changed(call, monkeypatch, capsys, project):
    changed = [project.root / "snippets/a.out"]
    monkeypatch.setattr(outputs, "write_all", lambda root, names: changed)
    assert call("outputs") == 0
    assert capsys.readouterr().out == "changed: snippets/a.out\n"


def test_only_in_the_project(call, monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path.parent)
    with pytest.raises(SystemExit):
        call("site")
    assert "the one with mkdocs.base.yml" in capsys.readouterr().err


@pytest.mark.slow
def test_a_new_page_fails_where_something_is_to_be_written(tmp_path):
    """In a copy of the project: what the small tests say of it."""
    for name in ("docs", "snippets", "src", "tests"):
        skip = shutil.ignore_patterns("__pycache__", "*.otf")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=skip)
    for path in ROOT.glob("*.*"):
        if path.suffix in (".yml", ".toml", ".py"):
            shutil.copy(path, tmp_path)
    topic = "sequences/of-tomorrow"
    part, name = topic.split("/")
    number = max(int(row["number"] or 0) for row in files.rows(ROOT, "pages")) + 1
    for table, row in {
        "pages": f"{number},{topic},Of tomorrow,明天的一页",
        "units": f"tomorrow,{topic},Tomorrow,明天,",
    }.items():
        with (tmp_path / "docs" / f"{table}.csv").open("a", encoding="utf-8") as file:
            file.write(f"{row}\n")
    command = [sys.executable, "-m", "sitekit", "new", topic]
    options = {"cwd": tmp_path, "capture_output": True, "encoding": "utf-8"}
    options["env"] = os.environ | {"PYTHONPATH": str(tmp_path / "src")}
    done = subprocess.run(command, **options)
    assert done.returncode == 0, done.stderr
    assert f"wrote docs/en/{topic}.md" in done.stdout
    assert "make check" in done.stdout
    paths = ["tests/site/test_mirror.py", "tests/site/test_units.py"]
    snake = name.replace("-", "_")
    paths += [f"tests/snippets/test_{snake}.py", f"docs/en/{part}/{name}.md"]
    test = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p"]
    test += ["no:xdist", "-k", f"{name} or {snake} or same_pages", *paths]
    asked = subprocess.run(test, **options)
    failed = [line for line in asked.stdout.split("\n") if line.startswith("FAILED")]
    assert all(name in line or snake in line for line in failed), failed
    assert "1: no description in the front matter" in asked.stdout
    assert f"{topic} proves nothing yet" in asked.stdout
    assert len(failed) == 3, failed


@pytest.mark.skipif(
    not (OS.is_file() and "\nID=debian\n" in OS.read_text("utf-8")),
    reason="elsewhere Playwright brings its own",
)
@pytest.mark.parametrize(("other", "code"), [("/usr/bin/chromium", 0), (None, 100)])
def test_the_other_chromium_will_do(monkeypatch, capsys, other, code):
    monkeypatch.setattr(shutil, "which", {"chromium": other}.get)
    monkeypatch.setattr(subprocess, "call", lambda _: 100)  # apt-get has no network
    monkeypatch.setattr(front, "output", lambda *_: "a font")
    assert front.browser() == code
    assert ("more slowly" in capsys.readouterr().out) == (code == 0)
