"""A small project under git: which of its tests can tell a change."""

import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from sitekit.check.touched import FAR, Choice, since
from sitekit.page.paths import Page

LINE, TEST = "src/chainrule/nn/line.py", "tests/chainrule/nn/test_line.py"
OTHER, CONTRACT = "src/chainrule/other.py", "tests/contracts/test_lines.py"
PAGES = {"docs/zh/basics/line.md", "docs/en/basics/line.md"}


@pytest.fixture
def git(project):
    def run(*words):
        identity = ["-c", "user.name=a", "-c", "user.email=a@b.c"]
        subprocess.run(["git", *identity, *words], cwd=project.root, check=True)

    run("init", "--quiet", "--initial-branch", "main")
    run("add", ".")
    run("commit", "--quiet", "--message", "a")
    return run


def names(project):
    tests = (project.root / "tests").rglob("test_*.py")
    return [path.relative_to(project.root).as_posix() for path in tests]


def files(project, *changed):
    return Choice(project.root, set(changed)).files(names(project))


def test_what_differs_from_the_last_commit(project, git):
    assert since(project.root)[1] == set()
    project.add(LINE, "# more\n")
    project.write("src/chainrule/new.py", "")
    assert since(project.root)[1] == {LINE, "src/chainrule/new.py"}
    git("add", ".")
    git("commit", "--quiet", "--message", "b")
    assert since(project.root)[1] == set()
    assert since(project.root, "HEAD~1")[1] == {LINE, "src/chainrule/new.py"}


def test_a_branch_is_compared_with_where_it_left(project, git):
    git("checkout", "--quiet", "-b", "mine", "--track", "main")
    project.add(LINE, "# more\n")
    git("commit", "--quiet", "--all", "--message", "b")
    assert since(project.root)[1] == {LINE}


def test_no_commit(project, git):
    assert since(project.root, "nowhere") is None
    assert since(project.root.parent) is None


@pytest.mark.parametrize("changed", [LINE, TEST])
def test_the_test_of_a_file_is_asked(project, changed):
    assert TEST in files(project, changed)
    assert TEST not in files(project, OTHER)


def test_a_page_is_asked_about_what_it_shows_and_what_that_needs(project):
    assert not PAGES & files(project, LINE)
    for lang in ("zh", "en"):
        project.add(f"docs/{lang}/basics/line.md", f'\n--8<-- "{LINE}:line"\n')
    project.add(LINE, "from chainrule.other import UNUSED\n")
    for changed in (LINE, OTHER, "snippets/basics/line/steps.out", *PAGES):
        wanted = {changed} if changed in PAGES else PAGES
        assert PAGES & files(project, changed) == wanted, changed


def test_a_test_far_from_the_change_is_asked_if_few_are(project):
    for n in range(FAR + 2):
        user = f"from chainrule.nn.line import line\nfrom chainrule import m{n + 1}\n"
        project.write(f"src/chainrule/m{n}.py", user)
        project.write(f"tests/chainrule/test_m{n}.py", f"from chainrule import m{n}\n")
    choice = Choice(project.root, {LINE})
    asked = choice.files(names(project))
    near = [f"tests/chainrule/test_m{n}.py" for n in range(FAR + 2)]
    assert asked == {TEST, *near[2:]}  # m7 needs one file, m0 needs all
    assert set(choice.left) == set(near[:2])


def test_helpers_are_stood_on_too(project):
    project.write("tests/helpers/__init__.py", "")
    project.write("tests/helpers/tools.py", "")
    project.write(CONTRACT, "from helpers import tools\n")
    project.write("tests/contracts/conftest.py", "")
    for changed in ("tests/helpers/tools.py", "tests/contracts/conftest.py", CONTRACT):
        assert files(project, changed) == {CONTRACT}


class Item:
    def __init__(self, test, subject=None):
        self.nodeid = f"{test}[{subject}]" if subject else test
        if subject:
            self.callspec = SimpleNamespace(params={"subject": subject, "size": 3})


def test_of_a_contract_the_subjects_that_changed_are_asked(project):
    line = Item(f"{CONTRACT}::test_a", project.root / LINE)
    other = Item(f"{CONTRACT}::test_a", OTHER)
    page = Item(f"{CONTRACT}::test_b", Page(project.root, "en", "basics/line.md"))
    all_of_it, unit = Item(f"{CONTRACT}::test_c"), Item(f"{TEST}::test_line", OTHER)
    items = [line, other, page, all_of_it, unit]

    def asked(changed):
        return Choice(project.root, {changed}).items(items)

    assert asked(LINE) == [line, all_of_it, unit]
    assert asked(OTHER) == [other, all_of_it, unit]
    assert asked("docs/en/basics/line.md") == [page, all_of_it, unit]
    assert asked(CONTRACT) == items


def test_of_many_subjects_that_stand_on_a_change_some_are_asked(project):
    items = []
    for n in range(4 * FAR):
        path = project.write(f"src/chainrule/m{n}.py", "import chainrule.nn.line\n")
        items.append(Item(f"{CONTRACT}::test_a", path))
    asked = Choice(project.root, {LINE}).items(items)
    assert asked == items[::4]
    changed = {LINE, "src/chainrule/m1.py"}
    assert Choice(project.root, changed).items(items) == [
        items[0],
        items[1],
        *items[5::4],
    ]


def test_a_class_is_where_it_is_defined():
    choice = Choice(Path(__file__).parents[3], {"src/sitekit/page/paths.py"})
    [thing] = choice.subjects(Item("x", Page))
    assert choice.is_near(thing)
    assert choice.subjects(Item("x", list)) == []
