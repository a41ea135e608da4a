# kind: exact
"""The formula on two numbers."""

# --8<-- [start:steps]
x = 3
print(x**2)
# --8<-- [end:steps]
