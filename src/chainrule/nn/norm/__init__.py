"""Normalization layers as modules."""
