"""Data sets and what cuts them into batches.

>>> import numpy as np
>>> batches = Batches(samples=5, size=2, seed=0)
>>> [len(rows) for rows in batches]  # one epoch; the next is in another order
[2, 2, 1]
>>> pairs = DataLoader([(0.5, 1), (0.25, 0), (0.0, 1)], batch_size=2)
>>> [(x.tolist(), t.tolist()) for x, t in pairs]
[([0.5, 0.25], [1, 0]), ([0.0], [1])]
>>> X, t = look_back(np.array([1, 2, 3, 4, 5]), days=2)
>>> X.tolist(), t.tolist()
([[2, 1], [3, 2], [4, 3]], [3, 4, 5])
"""

from chainrule.data.batches import Batches
from chainrule.data.collate import collate
from chainrule.data.csv_dataset import CSVDataset
from chainrule.data.dataloader import DataLoader
from chainrule.data.dataset import Dataset, Subset
from chainrule.data.download import Remote, fetch
from chainrule.data.evolution import cp_pairs, evolutions
from chainrule.data.idx import read_idx, write_idx
from chainrule.data.loader import Loader
from chainrule.data.mnist import MNIST, FashionMNIST
from chainrule.data.pokemon import pokemon_gaussian, pokemon_stats
from chainrule.data.random_split import random_split
from chainrule.data.samplers import (
    BatchSampler,
    RandomSampler,
    SequentialSampler,
)
from chainrule.data.seed_worker import seed_worker
from chainrule.data.spirals import two_spirals
from chainrule.data.split import split
from chainrule.data.views import daily_views, look_back

__all__ = [
    "MNIST",
    "BatchSampler",
    "Batches",
    "CSVDataset",
    "DataLoader",
    "Dataset",
    "FashionMNIST",
    "Loader",
    "RandomSampler",
    "Remote",
    "SequentialSampler",
    "Subset",
    "collate",
    "cp_pairs",
    "daily_views",
    "evolutions",
    "fetch",
    "look_back",
    "pokemon_gaussian",
    "pokemon_stats",
    "random_split",
    "read_idx",
    "seed_worker",
    "split",
    "two_spirals",
    "write_idx",
]
