"""The command: what it lists, says and returns."""

import os
import subprocess
import sys

import pytest

from chainrule.check.__main__ import main
from chainrule.check.exercises import find, names
from chainrule.check.process import RIGHT, WRONG


def test_everything_is_listed(capsys):
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("(")[0] for line in lines] == names()
    assert "softmax(z)" in [line.split("  ")[0] for line in lines]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_is_told(capsys, lang):
    assert main(["softmax", "--lang", lang]) == 0
    told = capsys.readouterr().out
    assert told == f"softmax(z)\n{getattr(find('softmax'), lang)}\n"


@pytest.mark.parametrize(
    ("local", "word"), [("zh_CN.UTF-8", "结果"), ("de_DE", "result"), ("", "result")]
)
def test_the_language_of_the_terminal(capsys, monkeypatch, local, word):
    monkeypatch.setenv("LC_ALL", local)
    monkeypatch.delenv("LANG", raising=False)
    main(["softmax"])
    assert word in capsys.readouterr().out


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("from chainrule.scratch.nn import softmax", RIGHT),
        ("def softmax(z): return z", WRONG),
    ],
)
def test_status(tmp_path, capsys, code, status):
    path = tmp_path / "mine.py"
    path.write_text(code, "utf-8")
    assert main(["softmax", str(path), "--here"]) == status
    assert ("✓" in capsys.readouterr().out) == (status == RIGHT)


def test_in_a_process_of_its_own(tmp_path, capfd):
    path = tmp_path / "mine.py"
    path.write_text("def softmax(z):\n    while 1: pass", "utf-8")
    assert main(["softmax", str(path), "--limit", "1", "--lang", "en"]) == 1
    assert "No answer after 1 seconds: an endless loop" in capfd.readouterr().out


def test_a_terminal_without_chinese():
    command = [sys.executable, "-m", "chainrule.check", "softmax", "--lang", "zh"]
    ascii_alone = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    told = subprocess.run(command, env=ascii_alone, capture_output=True, check=True)
    assert told.stdout.startswith(b"softmax(z)\n")
    assert b"???" in told.stdout


def wrong(capsys, *command):
    with pytest.raises(SystemExit) as left:
        main(list(command))
    assert left.value.code == 2
    return capsys.readouterr().err


def test_wrong_commands(tmp_path, capsys):
    assert "no exercise 'sofmax': softmax" in wrong(capsys, "sofmax")
    said = wrong(capsys, "softmax", str(tmp_path / "none.py"))
    assert "none.py cannot be read" in said
    assert "cannot be read" in wrong(capsys, "softmax", str(tmp_path))
    path = tmp_path / "latin.py"
    path.write_bytes(b"# caf\xe9\n")
    assert "latin.py cannot be read" in wrong(capsys, "softmax", str(path))


def test_an_encoding_that_is_declared(tmp_path, capsys):
    path = tmp_path / "latin.py"
    path.write_bytes(
        b"# coding: latin-1\n# caf\xe9\nfrom chainrule.scratch.nn import softmax\n"
    )
    assert main(["softmax", str(path), "--here"]) == RIGHT
