import pytest

from sitekit.page import claims

STUDY = "snippets/basics/line/study.py"
CODE = "# kind: study\nprint('lr,loss')\nprint('0.1,0.5')\nprint('1,2')\n"
CLAIMS = '''"""Of rates."""

from math import sqrt


def small_is_better(rows):
    """The small rate ends
    at half the loss."""
    small, large = rows.one("loss", lr=0.1), rows.one("loss", lr=1)
    assert small < large / 2


def _helper(rows):
    raise AssertionError
'''
GOOD = "lr,loss\n0.1,0.5\n1,2\n"


@pytest.fixture
def study(project):
    project.write(STUDY.replace(".py", ".claims.py"), CLAIMS)
    return project.write(STUDY, CODE)


def test_claims_of_a_study(study):
    [claim] = claims.load(study)
    assert claim.label == "study.small_is_better"
    assert claim.sentence == "The small rate ends at half the loss."
    assert claim.line == 6
    assert claims.faults(study, GOOD) == []


def test_a_claim_that_does_not_hold_shows_its_numbers(study):
    [why] = claims.faults(study, "lr,loss\n0.1,1.5\n1,2\n")
    assert why == (
        "study.small_is_better: The small rate ends at half the loss.\n"
        "  assert small < large / 2\n    small = 1.5\n    large = 2.0"
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("lr,loss\n1,2\n", "study.small_is_better: no row has {'lr': 0.1}"),
        ("loss 3\n", "study: a study prints CSV: a line of names, then rows"),
    ],
)
def test_a_claim_needs_its_rows(study, text, why):
    assert claims.faults(study, text) == [why]


def test_a_number_that_is_none_satisfies_nothing(study):
    assert claims.faults(study, "lr,loss\n0.1,nan\n1,2\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "is a study and has no study.claims.py"),
        ("", "claims nothing"),
        ("def f(rows):\n    assert 1\n", "f says nothing"),
    ],
)
def test_refuses_a_study_that_claims_nothing(project, text, message):
    study = project.write(STUDY, CODE)
    if text is not None:
        project.write(STUDY.replace(".py", ".claims.py"), text)
    with pytest.raises(ValueError, match=message):
        claims.load(study)
