"""Exercises of the part ``generalization``."""
