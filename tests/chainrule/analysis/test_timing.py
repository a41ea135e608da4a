import pytest

from chainrule.analysis import batch_times


class Machine:
    """A clock, and updates that take as long as they are told."""

    def __init__(self, seconds):
        self.now, self.calls = 0.0, []
        self.seconds = {size: iter(times) for size, times in seconds.items()}

    def update(self, size):
        self.calls.append(size)
        self.now += next(self.seconds[size])

    def clock(self):
        return self.now


def test_median_after_the_warm_up(agree):
    machine = Machine({1: [99, 2, 8, 3], 10: [99, 7, 5, 6]})
    times = batch_times(machine.update, 100, [1, 10], 3, 1, machine.clock)
    assert list(times) == [1, 10]
    ours, by_hand = [*times.values()], [(3, 300), (6, 60)]
    agree("batch-size-timing", ours, by_hand, 0, against="by hand")


def test_sizes_take_turns():
    machine = Machine({size: [1] * 5 for size in (1, 2, 4)})
    batch_times(machine.update, 8, [1, 2, 4], 3, 2, machine.clock)
    assert machine.calls == [1, 2, 4] * 5


def test_a_short_last_batch_counts_as_an_update():
    machine = Machine({3: [2.0], 20: [2.0]})
    times = batch_times(machine.update, 10, [3, 20], 1, 0, machine.clock)
    assert times == {3: (2.0, 8.0), 20: (2.0, 2.0)}


def test_by_default_it_is_the_wall_clock():
    times = batch_times(lambda size: sum(range(1000)), 10, [1, 2], repeats=3)
    assert all(0 < update <= epoch for update, epoch in times.values())


@pytest.mark.parametrize("bad", [{"repeats": 0}, {"samples": 0}, {"sizes": [3, 0]}])
def test_refuses_nonsense(bad):
    given = {"samples": 5, "sizes": [1], "repeats": 1} | bad
    with pytest.raises(ValueError, match="must be at least 1"):
        batch_times(lambda size: None, **given)
