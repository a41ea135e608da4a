# kind: exact
"""The first steps of RAdam: how many gradients v is worth, and the factor."""

# --8<-- [start:rectify]
beta2 = 0.999
top = 2 / (1 - beta2) - 1
print(f"limit of rho: {top:.0f}")
for t in (1, 2, 3, 4, 5, 6, 7, 100, 1000, 2000, 5000):
    rho = top - 2 * t * beta2**t / (1 - beta2**t)
    above = (rho - 4) * (rho - 2) * top
    r = (above / ((top - 4) * (top - 2) * rho)) ** 0.5 if rho > 4 else 0
    print(f"t = {t:4}  rho = {rho:8.3f}  r = {f'{r:.4f}' if r else '-'}")
# --8<-- [end:rectify]
