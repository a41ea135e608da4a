"""Exercises of the part ``sequences``."""
