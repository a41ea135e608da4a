"""The blocks of the Transformer."""
