# kind: exact
"""Five losses, smoothed by hand."""

# --8<-- [start:smooth]
from chainrule.training import ema, moving_average

losses = [4, 2, 3, 1, 2]
plain = ema(losses, beta=0.5, bias_correction=False)
for name, values in (
    ("losses", losses),
    ("last two", moving_average(losses, 2)),
    ("EMA, raw", plain),
    ("EMA", ema(losses, beta=0.5)),
):
    print(f"{name:9}", *(f"{x:6.3f}" for x in values))
# --8<-- [end:smooth]
