"""Algebra that models are made with."""

from chainrule.scratch.linalg.cholesky import cholesky
from chainrule.scratch.linalg.solve import (
    back_substitution,
    normal_solve,
    qr_solve,
)

__all__ = ["back_substitution", "cholesky", "normal_solve", "qr_solve"]
