"""Attention in NumPy, with its way back by hand."""
