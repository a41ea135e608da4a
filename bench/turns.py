"""Tasks that take turns: what the machine does meanwhile falls on all of them."""

import platform
import re
import time
from collections.abc import Callable
from pathlib import Path

from tqdm import tqdm


def processor() -> str:
    info = Path("/proc/cpuinfo")
    names = (
        re.findall(r"model name\s*: (.*)", info.read_text()) if info.exists() else []
    )
    return names[0] if names else platform.processor() or platform.machine()


def seconds(
    tasks: dict[str, Callable],
    rounds: int,
    warm: int = 0,
    what: str = "",
    check: Callable[[list], None] = lambda results: None,
) -> dict[str, list[float]]:
    """Of the processor, for each task in each round after the warm ones.

    Args:
        check: is given what the tasks returned, in their order, after each round.
    """
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in tqdm(range(warm + rounds), what, disable=None if what else True):
        results = []
        for name, task in tasks.items():
            start = time.process_time()
            results.append(task())
            times[name].append(time.process_time() - start)
        check(results)
    return {name: each[warm:] for name, each in times.items()}
