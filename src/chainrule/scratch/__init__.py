"""The notes in NumPy: formulas as functions, with gradients by hand."""
