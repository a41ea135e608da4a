"""Data sets and what cuts them into batches."""

from chainrule.data.batches import Batches
