"""Reference implementation of the notes: every model and optimizer, verified.

``scratch`` holds the formulas in NumPy with gradients by hand; ``nn`` and
``optim`` hold the PyTorch classes under torch's own names and argument orders.
"""

__version__ = "0.1.0"
