"""Pages as notebooks, and notebooks as pages."""
