"""Ctrl-C at a moment of our choice."""

# --8<-- [start:interrupt]
import signal
import threading


class Interrupt:
    """Within, the first Ctrl-C only sets `asked`; the second stops at once.

    For a block that must not be left half done. Handlers that others
    have set, and threads that get no signals, are left as they are.
    """

    def __init__(self):
        self.asked = False

    def __enter__(self):
        here = threading.current_thread() is threading.main_thread()
        usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        self.ours = here and usual
        if self.ours:
            signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(self, *error):
        if self.ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def _note(self, number, frame):
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True

    def obey(self):
        """Raise KeyboardInterrupt if it was asked for."""
        if self.asked:
            raise KeyboardInterrupt


# --8<-- [end:interrupt]
