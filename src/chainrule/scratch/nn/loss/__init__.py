"""Loss functions of arrays, each with its gradient."""
