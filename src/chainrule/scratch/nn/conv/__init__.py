"""Layers that look at a picture through a small window."""
