import pytest

from sitekit.build.programs import outputs

STEPS = "snippets/basics/line/steps.py"
OUT = "snippets/basics/line/steps.out"


def refuses(project, code, message):
    program = project.write(STEPS, code)
    with pytest.raises(RuntimeError, match=message):
        outputs.run(project.root, program)


def test_programs_print_and_figures_do_not(project):
    assert outputs.programs(project.root) == [project.root / STEPS]


def test_runs_as_a_reader_would(project):
    program = project.write(
        STEPS,
        "import sys\nfrom pathlib import Path\n"
        'assert __name__ == "__main__"\n'
        'print("误差", Path("docs/zh/basics/line.md").is_file())\n'
        'print("a warning", file=sys.stderr)\n',
    )
    assert outputs.run(project.root, program) == "误差 True\n"


def test_refuses_a_program_that_fails(project):
    refuses(
        project,
        "print(1)\n1 / 0\n",
        rf"(?s)^{STEPS} failed:.*, line 2.*\n{STEPS}:2: ZeroDivisionError: division by",
    )


def test_refuses_a_program_that_is_killed(project):
    killed = "import os\nos.kill(os.getpid(), 9)\n"
    refuses(project, killed, f"^{STEPS} failed: status -9, and it said nothing$")


def test_refuses_a_program_that_prints_nothing(project):
    refuses(project, "print()\n", f"^{STEPS} prints nothing and draws nothing$")


def test_refuses_a_program_that_never_ends(project, monkeypatch):
    monkeypatch.setattr(outputs, "TIMEOUT", 0.3)
    refuses(project, "while True: pass\n", f"^{STEPS} ran longer than 0.3 s$")


def test_rewrites_only_what_drifted(project):
    project.write("snippets/a/b/new.py", "# kind: exact\nprint(2)\n")
    project.write(OUT, "False\n")
    assert outputs.write_all(project.root) == [
        project.root / "snippets/a/b/new.out",
        project.root / OUT,
    ]
    assert (project.root / OUT).read_text("utf-8") == "True\n"
    assert outputs.write_all(project.root) == []


def test_outputs_come_in_the_order_of_the_programs(project):
    paths = [
        project.write(
            "snippets/a/b/slow.py",
            "# kind: exact\nimport time\ntime.sleep(0.3)\nprint(1)\n",
        ),
        project.write("snippets/a/b/fast.py", "# kind: exact\nprint(2)\n"),
    ]
    assert list(outputs.run_all(project.root, paths)) == [
        (paths[0], "1\n"),
        (paths[1], "2\n"),
    ]
