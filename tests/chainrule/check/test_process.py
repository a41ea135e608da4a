"""A process of its own: time, signals, input."""

import os

import pytest

from chainrule.check.process import run

ENDLESS = "def softmax(z):\n    while True: pass\n"


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "mine.py"
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "after 1 seconds: an endless"), ("zh", "1 秒后")]
)
def test_an_endless_loop_is_stopped(file, capfd, lang, words):
    assert run("softmax", file(ENDLESS), lang, "", 1) == 1
    assert words in capfd.readouterr().out


@pytest.mark.parametrize(("lang", "words"), [("en", "signal 9"), ("zh", "信号 9")])
def test_a_process_that_dies(file, capfd, lang, words):
    code = "import os\nos.kill(os.getpid(), 9)"
    assert run("softmax", file(code), lang, "", 20) == 1
    assert words in capfd.readouterr().out


@pytest.mark.parametrize("exits", ["os._exit(0)", "os._exit(1)", "os._exit(2)"])
def test_who_leaves_without_an_answer_is_not_right(file, capfd, exits):
    assert run("softmax", file(f"import os\n{exits}"), "en", "", 20) == 1
    assert f"exit code {exits[-2]}" in capfd.readouterr().out


def test_nobody_answers_a_question(file, capfd):
    read, write = os.pipe()
    os.write(write, b"an answer\n")
    os.close(write)
    kept = os.dup(0)
    os.dup2(read, 0)
    try:
        check_that_nobody_answers(file, capfd)
    finally:
        os.dup2(kept, 0)
        os.close(kept)
        os.close(read)


def check_that_nobody_answers(file, capfd):
    assert run("softmax", file("input()"), "en", "", 20) == 1
    assert "EOFError" in capfd.readouterr().out


def test_the_answer_comes_through(file, capfd):
    code = "from chainrule.scratch.nn import softmax"
    assert run("softmax", file(code), "zh", "https://x.org/", 20) == 0
    said = capfd.readouterr().out
    assert "https://x.org/classification/softmax-regression/#eq:softmax" in said
    assert "✓ 正确" in said
