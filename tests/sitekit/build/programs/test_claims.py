import pytest

from sitekit.build.programs import claims
from sitekit.page import record

STUDY = "snippets/basics/line/study.py"
CODE = "# kind: study\nprint('lr,loss')\nprint('0.1,0.5')\nprint('1,2')\n"
CLAIM = '''def small_is_better(rows):
    """The small rate ends at half the loss."""
    small, large = rows.one("loss", lr=0.1), rows.one("loss", lr=1)
    assert small < large / 2
'''
GOOD = "lr,loss\n0.1,0.5\n1,2\n"


@pytest.mark.slow
def test_asks_in_every_world_and_runs_each_once(project, capsys, monkeypatch):
    project.write(STUDY.replace(".py", ".claims.py"), CLAIM)
    study = project.write(STUDY, CODE)
    monkeypatch.setattr(claims, "MACHINES", ["old"])
    monkeypatch.setattr(claims, "SEEDS", [5])
    kept = record.stamped("lr,loss\n0.1,1.5\n1,2\n", study, 1)
    study.with_suffix(".out").write_text(kept, "utf-8")
    assert claims.show(project.root, [study]) == 1
    said = capsys.readouterr().out
    assert said.startswith("FAILS  study.small_is_better: The small rate")
    assert "in record: assert small < large / 2" in said
    assert "in here" not in said
    kept = sorted((project.root / "build/worlds").rglob("*.out"))
    assert [path.name for path in kept] == ["here.out", "old.out", "seeds-5.out"]
    monkeypatch.setattr(claims.outputs, "run", None)  # not needed again
    study.with_suffix(".out").write_text(record.stamped(GOOD, study, 1), "utf-8")
    assert claims.show(project.root, [study]) == 0
