"""Activation functions of arrays."""
