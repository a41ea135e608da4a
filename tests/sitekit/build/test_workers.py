import os
import subprocess
import sys

import pytest

from sitekit.build.workers import workers

BEGINS = """
import os, time
from sitekit.build.workers import workers
if __name__ == "__main__":
    print(workers(1).submit(os.getpid).result(), flush=True)
    time.sleep(600)
"""


def test_each_works_in_a_process_of_its_own():
    with workers(1) as pool:
        assert pool.submit(os.getpid).result() != os.getpid()


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_none_is_left_behind(tmp_path):
    program = tmp_path / "begins.py"
    program.write_text(BEGINS, "utf-8")
    command = [sys.executable, program]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout.readline().strip().isdigit()
        process.kill()
        # It ends when nobody has it open any more: the worker has it, too.
        process.communicate(timeout=60)
