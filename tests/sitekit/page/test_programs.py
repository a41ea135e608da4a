import pytest

from sitekit.page import programs
from sitekit.page.programs import Kind, ProgramError, kind

DRAW = "def draw(lang): ...\n"
TRAINING = (
    "import torch\n\nw = torch.randn(3, requires_grad=True)\n"
    "for _ in range(9):\n    (w**2).sum().backward()\nprint(w)\n"
)
BY_HAND = (
    "import numpy as np\n\nw = np.random.default_rng(0).normal(size=3)\n"
    "for _ in range(9):\n    w -= 0.1 * w\nprint(w)\n"
)


@pytest.mark.parametrize(
    ("first", "body", "found"),
    [
        ("# kind: exact", "print(1)\n", Kind("exact")),
        ("# kind: numeric", TRAINING, Kind("numeric")),
        ("# kind: numeric, rtol 1e-3", "print(1)\n", Kind("numeric", 1e-3)),
        ("# kind: study", TRAINING, Kind("study")),
        (
            "# kind: study, tested with SEEDS=4 RATES=(0.1,)",
            TRAINING,
            Kind("study", smaller={"SEEDS": "4", "RATES": "(0.1,)"}),
        ),
        ("# kind: figure", DRAW, Kind("figure")),
    ],
)
def test_a_program_says_its_kind(project, first, body, found):
    assert kind(project.write("snippets/a/b/c.py", f"{first}\n{body}")) == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("print(1)\n", "the first line says no kind"),
        ("\n# kind: exact\nprint(1)\n", "the first line says no kind"),
        ("# kind: curious\nprint(1)\n", "the first line says no kind"),
        ("# kind: exact, rtol 1e-3\nprint(1)\n", "does not go together"),
        ("# kind: numeric, tested with N=1\nprint(1)\n", "does not go together"),
        (f"# kind: exact\n{DRAW}", r"a figure defines draw\(lang\)"),
        ("# kind: figure\nprint(1)\n", r"a figure defines draw\(lang\)"),
        # A byte-compared study, planted: by torch's gradients, and by hand.
        (f"# kind: exact\n{TRAINING}", "trains on what it drew"),
        (f"# kind: exact\n{BY_HAND}", "trains on what it drew"),
    ],
)
def test_refuses_a_program_of_no_kind(project, text, message):
    path = project.write("snippets/a/b/c.py", text)
    with pytest.raises(ProgramError, match=message):
        kind(path)


@pytest.mark.parametrize(
    "text",
    [
        "w = 5.0\nfor _ in range(9):\n    w -= 0.1 * w\nprint(w)\n",  # draws nothing
        "import numpy as np\nprint(np.random.default_rng(0).normal())\n",  # no descent
    ],
)
def test_half_a_training_is_none(text):
    assert not programs.is_training(text)


def test_claims_are_no_programs(project):
    project.write("snippets/basics/line/steps.claims.py", "")
    names = [path.name for path in programs.programs(project.root)]
    assert names == ["steps.py", "wave.py"]
