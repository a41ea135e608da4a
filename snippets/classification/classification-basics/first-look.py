# kind: exact
"""Synthetic Pokémon: two types, seven numbers each."""

from chainrule.data import pokemon_stats

# --8<-- [start:look]
X, y = pokemon_stats()
print("total   hp  att  def  spa  spd  spe  type")
for n in (0, 1, 79, 80):
    print(" ".join(f"{value:4.0f}" for value in X[n]), "", y[n])
for name in ("water", "normal"):
    mine = X[y == name]
    mean = " ".join(f"{value:4.0f}" for value in mine.mean(axis=0))
    print(f"{mean}  mean of {len(mine)} {name}")
# --8<-- [end:look]
