"""Activation functions as modules."""
