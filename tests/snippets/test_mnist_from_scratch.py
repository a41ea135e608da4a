"""The program of the chapter, as a reader runs it."""

import csv
import json
import runpy
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "snippets/classification/mnist-from-scratch/run.py"


@pytest.fixture(scope="module")
def program():
    return runpy.run_path(str(PROGRAM))


@pytest.fixture
def run(program, tmp_path):
    def run(*words, out="out"):
        words = [*map(str, words), "--out", str(tmp_path / out)]
        return program["main"](words), tmp_path / out

    return run


def arrays(out):
    with np.load(out / "checkpoint.npz") as file:
        return [file[name].tobytes() for name in file.files if name != "rest"]


def seconds(out):
    return json.loads((out / "result.json").read_text("utf-8"))["history"]["seconds"]


def result(out):
    read = json.loads((out / "result.json").read_text("utf-8"))
    del read["seconds"], read["history"]["seconds"]
    return read


def test_curves_tables_and_words(program, run, capsys):
    code, out = run("--epochs", 3, "--momentum", 0.9)
    assert code == 0
    words = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in words] == [
        "loss",
        "training",
        "validation",
        "test",
    ]
    names = {"checkpoint.npz", "curves.png", "curves.svg", "history.csv", "result.json"}
    assert {path.name for path in out.iterdir()} == names
    with (out / "history.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    read = json.loads((out / "result.json").read_text("utf-8"))
    assert [row["epoch"] for row in rows] == ["1", "2", "3"]
    for name, values in read["history"].items():
        assert [float(row[name]) for row in rows] == values
    assert read["momentum"] == 0.9
    assert f"{read['test_accuracy']:.1%}" == words[-1].split()[-1]
    train, _, test = program["parts"]("digits", "")
    trainer = program["make"](train, test, 0.1, 0.9, 100, 0)
    trainer.train(3)
    assert trainer.history["val_accuracy"][-1] == read["test_accuracy"] > 0.85
    assert trainer.history["val_loss"][-1] == read["test_loss"]
    assert (out / "curves.png").read_bytes()[:4] == b"\x89PNG"


def test_resume_goes_on_bit_for_bit(run):
    options = "--momentum", 0.9, "--seed", 3, "--batch-size", 64
    _, through = run(*options, "--epochs", 6, out="through")
    _, out = run(*options, "--epochs", 2)
    before = seconds(out)
    code, out = run(*options, "--epochs", 6, "--resume")
    assert code == 0
    assert seconds(out)[:2] == before  # not trained again
    assert arrays(out) == arrays(through)
    assert result(out) == result(through)


def test_resume_with_other_settings_is_refused(run, capsys):
    run("--epochs", 1)
    code, out = run("--epochs", 2, "--lr", 0.3, "--resume")
    assert code == 1
    assert "'lr': 0.1" in capsys.readouterr().err
    assert result(out)["lr"] == 0.1


def test_without_resume_it_starts_again(run):
    _, one = run("--epochs", 2, out="one")
    run("--epochs", 3, out="two")
    _, two = run("--epochs", 2, out="two")
    assert arrays(one) == arrays(two)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for a child there")
def test_ctrl_c_keeps_the_last_epoch(run, tmp_path):
    out = tmp_path / "out"
    command = [sys.executable, str(PROGRAM), "--epochs", "100000", "--out", str(out)]
    # Background jobs of a shell are deaf to Ctrl-C, and so would their children be.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    child = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    try:
        while not (out / "checkpoint.npz").is_file():
            assert child.poll() is None
            time.sleep(0.01)
        child.send_signal(signal.SIGINT)
        said = child.communicate(timeout=20)[1].decode()
    finally:
        child.kill()
    assert child.returncode == 130
    done = int(said.split("stopped; ")[1].split()[0])
    assert done >= 1
    assert not (out / "result.json").exists()
    run("--epochs", done + 1, "--resume")
    run("--epochs", done + 1, out="through")
    assert arrays(out) == arrays(tmp_path / "through")


def test_offline_there_is_one_message(run, capsys, monkeypatch, tmp_path):
    from chainrule.data import MNIST

    monkeypatch.setattr(MNIST, "mirrors", ("http://127.0.0.1:9/",))
    code, out = run("--data", "mnist", "--root", tmp_path / "data")
    assert code == 1
    said = capsys.readouterr().err
    assert said.startswith("run.py: no mirror gave train-images")
    assert said.endswith("--data digits needs no files.\n")
    assert not out.exists()


def test_test_samples_are_in_neither_other_part(program):
    from sklearn.datasets import load_digits

    train, held, test = program["parts"]("digits", "")
    assert [len(part[1]) for part in (train, held, test)] == [1079, 359, 359]
    X, t = load_digits(return_X_y=True)
    rows = np.concatenate([part[0] for part in (train, held, test)]) * 16
    classes = np.concatenate([part[1] for part in (train, held, test)])
    ours = sorted(map(tuple, np.c_[rows, classes].tolist()))
    assert ours == sorted(map(tuple, np.c_[X, t].tolist()))


@pytest.mark.parametrize("name", ["mnist", "fashion"])
def test_pictures_from_files_take_the_same_way(program, run, monkeypatch, name):
    rng, asked = np.random.default_rng(0), []
    shape = 28, 28
    pairs = [
        (rng.integers(256, size=(n, *shape), dtype="u1"), np.arange(n, dtype="u1") % 10)
        for n in (60, 20)
    ]

    def files(root, download):
        asked.append((root, download))
        return SimpleNamespace(train=pairs[0], test=pairs[1])

    known = {"mnist": "MNIST", "fashion": "FashionMNIST"}[name]
    monkeypatch.setitem(program["parts"].__globals__, known, files)
    train, held, test = program["parts"](name, "there")
    assert asked == [("there", True)]
    assert [X.shape for X, _ in (train, held, test)] == [
        (40, 784),
        (20, 784),
        (20, 784),
    ]
    assert test[0].dtype == np.float32
    assert test[1].dtype == int
    assert np.array_equal(test[0] * 255, pairs[1][0].reshape(20, 784))
    assert np.array_equal(test[1], pairs[1][1])
    code, out = run("--data", name, "--epochs", 2, "--batch-size", 7)
    assert code == 0
    assert asked[1] == (f"build/data/{name}", True)
    assert result(out)["data"] == name


def test_no_framework_is_imported():
    code = (
        "import runpy, sys\n"
        f"runpy.run_path({str(PROGRAM)!r})['parts']('digits', '')\n"
        "print(sorted({'torch', 'tensorflow', 'jax'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stderr


def test_choosing_by_the_test_set_flatters():
    """Of two halves of a test set, the one that chose a model praises it more."""
    text = PROGRAM.with_name("test-set.out").read_text("utf-8")
    names, row = (line.split(",") for line in text.splitlines()[:2])
    found = dict(zip(names, map(float, row), strict=True))
    assert found["all"] < found["elsewhere"] < found["chosen"] - 0.015
