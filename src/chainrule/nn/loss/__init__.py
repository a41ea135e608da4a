"""Loss functions as modules."""
