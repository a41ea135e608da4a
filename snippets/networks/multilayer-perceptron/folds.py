# kind: exact
"""Layers that fold the plane: islands that one network draws."""

import numpy as np

from chainrule.scratch.models import MLP

# --8<-- [start:folds]
BOTH = np.array([[1.0], [-1.0]])  # rows for max(0, v) and max(0, -v)


def folding_network(folds):
    """z > 0 on 4**(folds - 1) diamonds of the square [-1, 1]²."""
    pairs, add = [], np.eye(2)  # how the inputs make the coordinates
    for n in range(folds):
        shift = np.full(2, 0.5**n if n else 0.0)
        W, b = np.kron(np.eye(2), BOTH) @ add, -np.kron(shift, BOTH[:, 0])
        pairs.append((W, b))
        add = np.kron(np.eye(2), [[1.0, 1.0]])  # |v| from both halves
    pairs.append((-add.sum(axis=0)[None], np.array([1.3 * 0.5**folds])))
    return MLP.of(pairs)


line = np.linspace(-1, 1, 256)
grid = np.stack(np.meshgrid(line, line), axis=2).reshape(-1, 2)
for folds in (1, 2, 3, 4):
    model = folding_network(folds)
    inside = (model.forward(grid) > 0).reshape(256, 256)
    # The islands stand in a square: count its columns and its rows.
    in_columns, in_rows = inside.any(axis=0), inside.any(axis=1)
    columns, rows = (
        int(np.sum(hit[1:] > hit[:-1])) for hit in (in_columns, in_rows)
    )
    count = sum(p.size for p in model.params)
    islands = rows * columns
    print(f"layers: {folds}, parameters: {count}, islands: {islands}")
# --8<-- [end:folds]
