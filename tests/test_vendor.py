"""Vendored files are the bytes that their READMEs name; the lock has clean lines."""

import hashlib
import re
import shutil
import subprocess
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = [
    *(path for path in (ROOT / "src/sitekit/vendor").iterdir() if path.is_dir()),
    ROOT / "docs/theme/assets/katex",
]
OURS = {"README.md", "subset.py"}
SUM = re.compile(r"^([0-9a-f]{64})  (\S+)$", re.MULTILINE)

PIN = re.compile(
    r"[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?==[\w.]+(?: ; (?!.* -)[\w\s.'\"()<>=!]+)?"
)
COMMENT = re.compile(r"\s*#.*|")


def vendored(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in OURS and path.suffix != ".pyc"
    }


def faults(folder: Path) -> list[str]:
    readme = (folder / "README.md").read_text("utf-8")
    want = {name: digest for digest, name in SUM.findall(readme)}
    found = vendored(folder)
    return sorted(
        [f"not listed: {name}" for name in found - set(want)]
        + [f"not there: {name}" for name in set(want) - found]
        + [
            f"changed: {name}"
            for name in found & set(want)
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != want[name]
        ]
    )


def unclean(text: str) -> list[str]:
    """Lines of a lock that are neither a comment nor ``name==version [; marker]``."""
    lines = text.splitlines()
    return [x for x in lines if not (COMMENT.fullmatch(x) or PIN.fullmatch(x))]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_vendored_files_are_the_listed_bytes(folder):
    assert vendored(folder)
    assert faults(folder) == []


def test_a_changed_an_added_and_a_lost_file_are_caught(tmp_path):
    for name in "abc":
        (tmp_path / name).write_bytes(name.encode() + b"\n")
    sums = [
        f"{hashlib.sha256(f'{x}{chr(10)}'.encode()).hexdigest()}  {x}" for x in "abc"
    ]
    (tmp_path / "README.md").write_text("\n".join(sums), "utf-8")
    assert faults(tmp_path) == []
    (tmp_path / "a").write_bytes(b"a\r\n")
    (tmp_path / "b").unlink()
    (tmp_path / "d").write_bytes(b"")
    assert faults(tmp_path) == ["changed: a", "not listed: d", "not there: b"]


def test_git_keeps_their_bytes():
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("needs a git checkout")
    files = [
        (folder / name).relative_to(ROOT).as_posix()
        for folder in FOLDERS
        for name in vendored(folder)
    ]
    command = [git, "check-attr", "text", "--", *files]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    lines = run.stdout.splitlines()
    assert len(lines) == len(files)
    assert [line for line in lines if not line.endswith(": text: unset")] == []


def test_the_lock_has_only_clean_lines_and_the_agreed_torch():
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    assert unclean(lock) == []
    torch = [line for line in lock.splitlines() if line.startswith("torch==")]
    assert torch == ["torch==2.13.0"]


@pytest.mark.parametrize(
    "line",
    [
        "torch==2.13.0+cpu",
        "torch==2.13.0+cpu ; sys_platform == 'linux'",
        "torch @ file:///wheels/torch-2.13.0-py3-none-any.whl",
        "torch @ https://example.org/torch-2.13.0-py3-none-any.whl",
        "file:///wheels/torch-2.13.0-py3-none-any.whl",
        "--find-links /wheels",
        "-f /wheels",
        "--index-url https://example.org/simple",
        "--extra-index-url https://example.org/simple",
        "-e .",
        "torch",
        "torch>=2.13.0",
        "torch==2.13.0 --hash=sha256:00",
        "torch==2.13.0 ; sys_platform == 'linux' --find-links wheels",
    ],
)
def test_an_unclean_line_is_caught(line):
    assert unclean(f"# a comment\nnumpy==2.4.6\n\n{line}\n") == [line]


def test_a_marker_and_a_comment_are_clean():
    line = "cuda==1 ; python_full_version < '3.15' and sys_platform == 'linux'"
    assert unclean(f"# made by\n{line}\nzope.event==1.0rc1\n") == []


def test_only_our_own_code_is_distributed_under_the_licence_that_is_named():
    """Font and KaTeX have licences of their own, and stay in the checkout."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project, setuptools = pyproject["project"], pyproject["tool"]["setuptools"]
    assert (project["license"], project["license-files"]) == ("MIT", ["LICENSE"])
    wanted = setuptools["packages"]["find"]["include"]
    packages = [path.parent.name for path in (ROOT / "src").glob("*/__init__.py")]
    shipped = [p for p in packages if any(fnmatch(p, x) for x in wanted)]
    assert shipped == ["chainrule"] == [*setuptools["package-data"]]
    (marker,) = setuptools["package-data"]["chainrule"]
    assert (ROOT / "src/chainrule" / marker).is_file()


def test_the_oldest_versions_are_the_promised_ones():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = (ROOT / "tests/oldest.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if not COMMENT.fullmatch(line)]
    oldest = [re.sub(r"==(\d+\.\d+)\..+", r">=\1", pin) for pin in pins]
    assert sorted(oldest) == sorted(project["dependencies"])
