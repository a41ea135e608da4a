"""A study is run with other seeds, and as on other processors, from outside."""

import ast
import os
import subprocess
import sys

import pytest

from sitekit.build.programs import outputs, worlds

STUDY = """# kind: study
import random
import numpy as np
import torch
from sklearn.model_selection import train_test_split

SEED, N = 0, 3
random.seed(SEED)
np.random.seed(SEED)
torch.manual_seed(SEED)
drawn = [
    np.random.default_rng(SEED).random(),
    np.random.default_rng([SEED, 1]).random(),
    np.random.random(),
    random.random(),
    torch.rand(1).item(),
    torch.rand(1, generator=torch.Generator().manual_seed(SEED)).item(),
    train_test_split(range(99), random_state=SEED)[0][0],
    N,
]
print(*drawn)
"""


@pytest.fixture
def study(project):
    return project.write("snippets/a/b/study.py", STUDY)


@pytest.mark.slow
def test_every_seed_moves(project, study):
    here, again, moved, smaller = (
        outputs.run(project.root, study, **options).split()
        for options in ({}, {}, {"seed": 7}, {"smaller": {"N": "2", "SEED": "7"}})
    )
    assert here == again
    assert not {*here[:-1]} & {*moved[:-1]}
    assert moved[-1] == here[-1] == "3"
    # The same as stating the other seed, but for a list of seeds, which grows.
    assert moved[0:1] + moved[2:-1] == smaller[0:1] + smaller[2:-1]
    assert smaller[-1] == "2"


def test_constants_are_replaced_where_they_are_made():
    tree = worlds.replaced("A, B = 1, 2\nC = A + B\n", "x.py", {"A": "10"})
    names = {}
    exec(compile(ast.fix_missing_locations(tree), "x.py", "exec"), names)
    assert (names["A"], names["B"], names["C"]) == (10, 2, 12)
    with pytest.raises(ValueError, match=r"x.py has no constant D to replace"):
        worlds.replaced("A = 1\n", "x.py", {"D": "1"})


def test_a_program_as_it_is_runs_without_us(study):
    assert worlds.command(study) == [sys.executable, str(study)]


def test_machines():
    assert worlds.machine("") == {}
    assert worlds.environment("old")["ATEN_CPU_CAPABILITY"] == "default"
    with pytest.raises(ValueError, match="no machine 'new'; there are avx2, old,"):
        worlds.machine("new")


@pytest.mark.slow
def test_an_old_machine_computes_otherwise():
    """Not only in name: torch and NumPy leave the newer instructions alone."""
    code = (
        "import numpy as np, torch\n"
        "from numpy._core._multiarray_umath import __cpu_features__ as found\n"
        "print(torch.backends.cpu.get_cpu_capability(), found['X86_V3'])\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        env=worlds.environment("old"),
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert said == "DEFAULT False\n"


def test_one_thread_unless_asked(monkeypatch):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    assert worlds.environment()["OMP_NUM_THREADS"] == "1"
    assert worlds.environment("threads")["OMP_NUM_THREADS"] == "2"
    assert worlds.environment()["PATH"] == os.environ["PATH"]
