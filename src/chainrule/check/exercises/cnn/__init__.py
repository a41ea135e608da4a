"""Exercises of the part ``cnn``."""
