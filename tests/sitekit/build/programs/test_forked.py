"""A program in a copy of a process is the program that a reader runs."""

from concurrent.futures import ThreadPoolExecutor
from multiprocessing import forkserver

import pytest

from sitekit.build.programs import forked, outputs

pytestmark = pytest.mark.skipif(not forked.AVAILABLE, reason="copies need Linux")

PROGRAM = """# kind: exact
import os, sys
import numpy as np
import torch

print(__name__, __file__, sys.argv, os.path.basename(sys.path[0]))
print(os.environ["MPLBACKEND"], torch.get_num_threads(), sys.stdout.encoding)
print(np.random.default_rng(0).random(), torch.manual_seed(0) and torch.rand(3))
np.set_printoptions(2)
torch.set_default_dtype(torch.float64)
"""


@pytest.fixture
def program(project):
    return project.write("snippets/a/b/program.py", PROGRAM)


@pytest.mark.slow
def test_prints_what_a_new_python_prints(project, program):
    status, out, err = outputs._anew(project.root, program, "", 0, {})
    assert (status, err) == (0, "")
    for _ in range(2):  # and leaves nothing behind for the next one
        assert forked.run(project.root, program, 60) == (0, out, "")


def test_its_end_is_told(project):
    for code, status in (("import sys; sys.exit(3)", 3), ("1 / 0", 1)):
        program = project.write("snippets/a/b/ends.py", code)
        assert forked.run(project.root, program, 60)[0] == status


def test_ends_of_many_at_once_are_told(project, monkeypatch):
    """Also to those whose end another thread has asked for."""
    asking, read = [], forkserver.read_signed

    def alone(fd):
        asking.append(fd)
        assert asking == [fd], "two ask at once"
        end = read(fd)
        asking.remove(fd)
        return end

    monkeypatch.setattr(forkserver, "read_signed", alone)
    program = project.write("snippets/a/b/short.py", "print(1)")
    with ThreadPoolExecutor(4) as pool:
        jobs = [pool.submit(forked.run, project.root, program, 60) for _ in range(40)]
    assert {job.result() for job in jobs} == {(0, "1\n", "")}


def test_what_only_the_tests_have_is_not_there(project):
    program = project.write("snippets/a/b/helped.py", "import helpers")
    status, _, err = forked.run(project.root, program, 60)
    assert status == 1
    assert "No module named 'helpers'" in err


def test_one_that_never_ends_is_ended(project):
    program = project.write("snippets/a/b/endless.py", "while True: pass")
    with pytest.raises(TimeoutError):
        forked.run(project.root, program, 0.3)
