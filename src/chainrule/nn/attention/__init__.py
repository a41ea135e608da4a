"""Attention: from one score to many heads."""
