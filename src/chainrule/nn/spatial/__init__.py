"""Layers that read a picture at places which are computed."""
