import numpy as np
import pytest

from sitekit.page import record
from sitekit.page.record import Record

TEXT = "lr,schedule,loss\n0.1,0.5 to 0.9,1.5\n1,0.9,2\n1,0.5,\n# a remark\n"


def test_rows_and_columns():
    rows = Record.parse(TEXT)
    assert rows.names == ("lr", "schedule", "loss")
    assert rows["lr"].tolist() == [0.1, 1, 1]
    assert rows["schedule"].tolist() == ["0.5 to 0.9", "0.9", "0.5"]
    np.testing.assert_array_equal(rows["loss"], [1.5, 2, np.nan])
    assert rows.where(lr=1)["schedule"].tolist() == [0.9, 0.5]
    assert rows.one("loss", lr=1.0, schedule=0.9) == 2
    assert rows.one("loss", schedule="0.5 to 0.9") == 1.5


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda r: r.where(lr=3), r"no row has \{'lr': 3\}"),
        (lambda r: r.where(rate=3), "no column 'rate'; there are lr, schedule, loss"),
        (lambda r: r["rate"], "no column 'rate'"),
        (lambda r: r.one("loss", lr=1), "2 rows have"),
        (lambda r: r.one("schedule", lr=0.1), "is no number"),
        (lambda r: r.one("loss", schedule=0.5), "is no number"),
    ],
)
def test_asks_for_what_is_not_there(ask, message):
    with pytest.raises(ValueError, match=message):
        ask(Record.parse(TEXT))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a study prints CSV"),
        ("lr,loss\n", "a study prints CSV"),
        ("lr,low,low\n1,2,3\n", "a name of its own"),
        ("lr,\n1,2\n", "a name of its own"),
        ("lr\n1,2\n", "more cells than columns: 1,2"),
    ],
)
def test_refuses_what_is_no_table(text, message):
    with pytest.raises(ValueError, match=message):
        Record.parse(text)


def test_a_record_knows_its_program(project):
    program = project.write("snippets/a/b/c.py", "# kind: study\nprint(1)\n")
    kept = record.stamped(TEXT, program, 3.2)
    assert " in 3 s on " in kept
    assert record.bare(kept) == TEXT
    assert Record.parse(kept) == Record.parse(TEXT)
    assert record.is_of(kept, program)
    project.write("snippets/a/b/c.py", "# kind: study, tested with N=1\nprint(1)\n")
    assert record.is_of(kept, program)  # how it is tested changes no rows
    project.write("snippets/a/b/c.py", "# kind: study\nprint(2)\n")
    assert not record.is_of(kept, program)
    assert not record.is_of(TEXT, program)
