import runpy
import sys

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from sitekit.check.watch import ENTRIES, WATCH

NAN, INF = float("nan"), float("inf")


@pytest.fixture
def agree(agree, request):
    """It is only tried here: nothing of that goes into the ledger."""
    entries = request.config.stash[ENTRIES]
    count = len(entries)
    yield agree
    del entries[count:]


@pytest.fixture
def entries(agree, request):
    """What is recorded from here on."""
    before = len(request.config.stash[ENTRIES])
    return lambda: request.config.stash[ENTRIES][before:]


# -- agree ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ours", "oracle", "message"),
    [
        (1.0 + 1e-5, 1.0, "unit: off by 1.00e-05 of it from torch.x, rtol 1e-06"),
        ([1.0, NAN], [1.0, 1.0], "unit: off by nan of it from torch.x, rtol 1e-06"),
        ([1.0, 1.0], [1.0, NAN], "unit: off by nan of it from torch.x, rtol 1e-06"),
        ([1.0, INF], [1.0, 1.0], "unit: off by inf of it from torch.x, rtol 1e-06"),
        ([1.0, 1e-9], [1.0, 2e-9], "unit: off by 5.00e-01 of it from torch.x, rtol"),
        ([1.0, 1e-9], [1.0, 0.0], "unit: off by 1.00e-09 from torch.x, atol 9e-16"),
        ([0.0, 1e-30], [0.0, 0.0], "unit: off by 1.00e-30 from torch.x, atol 0e"),
        ([1.0], [[1.0]], r"shape \(1,\), but the oracle's is \(1, 1\)"),
        ([], [], "nothing to compare: both are empty"),
    ],
)
def test_agree_refuses(agree, ours, oracle, message):
    with pytest.raises(AssertionError, match=f"^{message}"):
        agree("unit", ours, oracle, 1e-6, against="torch.x")


def test_a_bound_of_numpy_travels_between_processes(agree, entries):
    agree("line", 1.0, 1.0, np.float64(1e-9), atol=np.float64(1e-9), against="one")
    assert [type(n) for n in (entries()[0].rtol, entries()[0].atol)] == [float] * 2


def test_agree_takes_and_records_what_is_within_the_tolerance(agree, entries, request):
    agree("line", [1.0 + 1e-7, 3e-17], [1.0, 0.0], 1e-6, against="the number one")
    agree("line", 3e-9, 1e-9, 0, atol=4e-9, against="the number one")
    one, two = entries()
    assert one.test == two.test
    assert one.test.endswith(
        "::test_agree_takes_and_records_what_is_within_the_tolerance"
    )
    assert (one.unit, one.against, one.device) == ("line", "the number one", "cpu")
    assert (one.relative, one.rtol) == (pytest.approx(1e-7), 1e-6)
    assert (one.absolute, one.atol) == (3e-17, 2**-50)
    assert (two.relative, two.atol) == (0, 4e-9)
    assert two.absolute == pytest.approx(2e-9)


# -- what ran ---------------------------------------------------------------------

CODE = """
class Base:
    def forward(self, x):
        return [y for y in map(lambda z: 2 * z, x)]

class Line(Base):
    @property
    def twice(self):
        def inner():
            return self.forward([1])
        return inner()

def unused():
    pass
"""


@pytest.fixture
def names(request, tmp_path):
    """The names of a made-up file of the package, in another place."""
    watch = request.node.stash[WATCH]
    watch.root, watch.prefix = tmp_path.as_posix(), f"{tmp_path.as_posix()}/src/"
    file = tmp_path / "src" / "chainrule" / "line.py"
    file.parent.mkdir(parents=True)
    file.write_text(CODE, "utf-8")
    return runpy.run_path(file)


def test_what_ran_is_recorded_where_it_stands(names, agree, entries):
    agree("line", 1.0, 1.0, 0, against="before")
    agree("line", names["Line"]().twice[0], 2, 0, against="by hand")
    agree("line", 1.0, 1.0, 0, against="later")
    ran = ("src/chainrule/line.py:Base.forward", "src/chainrule/line.py:Line.twice")
    assert [e.objects for e in entries()] == [(), ran, ran]


def test_other_tests_are_not_watched():
    assert sys.getprofile() is None


def test_what_autograd_and_hypothesis_call_is_seen(names, agree, entries):
    forward = names["Base"]().forward

    class Double(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return 2 * x

        @staticmethod
        def backward(ctx, g):
            return g * forward([1])[0]

    @given(st.floats(1, 2))
    def check(x):
        w = torch.tensor(x, requires_grad=True)
        Double.apply(w).backward()
        agree("line", w.grad, 2.0, 0, against="by hand")

    check()
    found = {e.objects for e in entries()}
    assert found == {("src/chainrule/line.py:Base.forward",)}
