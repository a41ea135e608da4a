"""Models whose parameters are plain arrays."""
