"""Random numbers in the processes of a loader."""

# --8<-- [start:seed-worker]
from typing import Any

import numpy as np


def seed_worker(worker_id):
    """Give a worker's copy of the dataset random numbers of its own.

    For torch.utils.data.DataLoader(…, worker_init_fn=seed_worker).
    torch seeds each worker's global generators itself, NumPy's too; but
    a NumPy Generator that a dataset keeps is copied into each worker as
    it is, again every epoch: all would augment alike. The attribute
    rng of the dataset, and of the one that a Subset is of, is replaced
    by one with the worker's seed, another one every epoch.
    """
    from torch.utils.data import get_worker_info

    worker: Any = get_worker_info()
    part, depth = worker.dataset, 0
    while part is not None:
        if isinstance(getattr(part, "rng", None), np.random.Generator):
            part.rng = np.random.default_rng([worker.seed, depth])
        part, depth = getattr(part, "dataset", None), depth + 1


# --8<-- [end:seed-worker]
