# kind: exact
"""How far back an exponential moving average looks."""

# --8<-- [start:memory]
from math import log

print("beta   half-life   lag   window alike")
for beta in (0.5, 0.9, 0.98, 0.99):
    half, lag = log(2) / -log(beta), beta / (1 - beta)
    alike = (1 + beta) / (1 - beta)
    print(f"{beta:4} {half:10.1f} {lag:6.1f} {alike:10.0f}")
# --8<-- [end:memory]
