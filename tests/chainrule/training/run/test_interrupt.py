import signal
import threading

import pytest

from chainrule.training.run import Interrupt

UNIT = "training-loop"


@pytest.fixture(autouse=True)
def usual():
    """Python's own handler, which a worker of pytest-xdist lacks."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def press():
    signal.raise_signal(signal.SIGINT)


def test_the_first_waits_for_the_end_of_the_block(agree):
    interrupt, done = Interrupt(), []
    with interrupt:
        done.append(1)
        press()
        done.append(2)
        assert interrupt.asked
    agree(UNIT, done, [1, 2], 0, against="the block without Ctrl-C")
    with pytest.raises(KeyboardInterrupt):
        interrupt.obey()


def test_the_second_stops_at_once():
    interrupt = Interrupt()
    with interrupt:
        press()
        with pytest.raises(KeyboardInterrupt):
            press()


def test_outside_nothing_is_changed():
    interrupt = Interrupt()
    with interrupt:
        pass
    interrupt.obey()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    with pytest.raises(KeyboardInterrupt):
        press()
    with pytest.raises(ZeroDivisionError), interrupt:
        1 / 0  # noqa: B018
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_other_peoples_handlers_stay():
    seen = []
    signal.signal(signal.SIGINT, lambda number, frame: seen.append(number))
    interrupt = Interrupt()
    with interrupt:
        press()
    assert seen == [signal.SIGINT]
    assert not interrupt.asked


def test_in_a_thread_nothing_is_set():
    found = []

    def run():
        with Interrupt():
            found.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert found == [signal.default_int_handler]
