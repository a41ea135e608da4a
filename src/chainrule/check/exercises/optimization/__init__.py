"""Exercises of the part ``optimization``."""
