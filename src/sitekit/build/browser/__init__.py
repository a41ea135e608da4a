"""What runs in a reader's browser: Python's side of it."""
