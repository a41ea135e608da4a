"""Loss curves that one can read.

>>> [round(m, 3) for m in moving_average([4, 2, 3, 1, 2], 2).tolist()]
[4.0, 3.0, 2.5, 2.0, 1.5]
>>> [round(m, 3) for m in ema([4, 2, 3, 1, 2], beta=0.5).tolist()]
[4.0, 2.667, 2.857, 1.867, 1.935]
"""

from chainrule.training.curves.ema import ema
from chainrule.training.curves.moving_average import moving_average

__all__ = ["ema", "moving_average"]
