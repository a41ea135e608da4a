"""Data sets and what cuts them into batches."""

from chainrule.data.batches import Batches
from chainrule.data.pokemon import pokemon_gaussian, pokemon_stats
from chainrule.data.views import daily_views, look_back
