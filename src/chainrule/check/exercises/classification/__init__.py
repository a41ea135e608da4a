"""Exercises of the part ``classification``."""
