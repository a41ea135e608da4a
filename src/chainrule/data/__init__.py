"""Data sets and what cuts them into batches."""

from chainrule.data.batches import Batches
from chainrule.data.evolution import cp_pairs, evolutions
from chainrule.data.idx import read_idx, write_idx
from chainrule.data.loader import Loader
from chainrule.data.mnist import MNIST, FashionMNIST
from chainrule.data.pokemon import pokemon_gaussian, pokemon_stats
from chainrule.data.split import split
from chainrule.data.views import daily_views, look_back
