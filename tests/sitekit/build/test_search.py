"""The search worker that readers get, and what happens when Material changes it."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from py_mini_racer import MiniRacer

from sitekit.build import search

MATERIAL = Path(find_spec("material").origin).parent
(WORKER,) = MATERIAL.glob("**/javascripts/workers/search.*.min.js")


@pytest.fixture
def worker(tmp_path):
    path = tmp_path / "en" / "assets" / "javascripts" / "workers" / WORKER.name
    path.parent.mkdir(parents=True)
    path.write_text(WORKER.read_text("utf-8"), "utf-8")
    return path


def words(script, query, index):
    """How the worker cuts a query into words of the index."""
    start = script.rindex("function", 0, script.index("new Uint16Array"))
    end = script.index("function", start + 1)
    cut = script[start:end]
    name = cut[len("function ") : cut.index("(")]
    call = f"{name}({query!r}, {dict.fromkeys(index, 1)})"
    return set(MiniRacer().eval(f"{cut}; [...{call}].join()").split(","))


@pytest.mark.parametrize(
    ("query", "index", "expected"),
    [
        ("学习率", ["学习", "学习率"], {"学习率"}),
        ("学习率", ["学习", "率"], {"学习", "率"}),
        ("最小二乘", ["最小", "二乘", "最小二乘"], {"最小二乘"}),
        ("梯度", ["梯", "梯度"], {"梯度"}),
    ],
)
def test_no_character_is_lost(worker, tmp_path, query, index, expected):
    assert words(worker.read_text("utf-8"), query, index) != expected
    search.mend(tmp_path)
    assert words(worker.read_text("utf-8"), query, index) == expected
    search.mend(tmp_path)  # again, as after a rebuild of one language


def test_another_worker_is_refused(worker, tmp_path):
    worker.write_text("something else", "utf-8")
    with pytest.raises(RuntimeError, match="is it mended"):
        search.mend(tmp_path)


def test_no_worker_is_refused(tmp_path):
    with pytest.raises(RuntimeError, match="no search worker"):
        search.mend(tmp_path)
