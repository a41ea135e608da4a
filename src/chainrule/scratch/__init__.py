"""The notes in NumPy: formulas as functions, gradients by hand, nothing hidden."""
