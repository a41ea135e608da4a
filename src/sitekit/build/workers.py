"""Processes that work for this one, and end when it does, however that is."""

import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait


def workers(count: int) -> ProcessPoolExecutor:
    """As many as ``count``, each with a Python of its own."""
    # Not forked: by now KaTeX's engine or torch may have threads of their own.
    spawn = get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=spawn, initializer=_follow)


def _follow() -> None:
    """Python's own would wait forever for a process that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a word
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)
