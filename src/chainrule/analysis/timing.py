"""How long an update takes, and an epoch, for batches of various sizes."""

# --8<-- [start:batch-times]
import statistics
import time


def batch_times(
    update, samples, sizes, repeats=9, warm=2, clock=time.perf_counter
):
    """Median seconds of one update and of one epoch: {size: (s, s)}.

    update(size) makes one update on a batch and returns when it is done
    (on a GPU it must synchronize). All sizes take turns in each of the
    rounds, so that a slow minute of the machine hits them all alike;
    the first `warm` rounds do not count. An epoch is timed as its
    number of updates, samples / size rounded up, times the median.
    Raises ValueError for repeats, samples or a size below 1.
    """
    if min(repeats, samples, *sizes) < 1:
        raise ValueError("repeats, samples and sizes must be at least 1")
    taken: dict[int, list[float]] = {size: [] for size in sizes}
    for turn in range(warm + repeats):
        for size in sizes:
            start = clock()
            update(size)
            if turn >= warm:
                taken[size].append(clock() - start)
    each = {size: statistics.median(times) for size, times in taken.items()}
    return {size: (s, -(-samples // size) * s) for size, s in each.items()}


# --8<-- [end:batch-times]
