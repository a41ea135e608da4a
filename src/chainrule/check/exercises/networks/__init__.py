"""Exercises of the part ``networks``."""
