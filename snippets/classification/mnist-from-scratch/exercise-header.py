# kind: exact
"""Two float32 pictures of 1 x 2 pixels, their IDX file byte by byte."""

from chainrule.data import write_idx

# --8<-- [start:solution]
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

array = np.array([[[1.5, -2.0]], [[0.0, 1.0]]], np.float32)
with TemporaryDirectory() as folder:
    path = Path(folder) / "pictures"
    write_idx(path, array)
    data = path.read_bytes()
print(data[:4].hex(" "), "|", data[4:16].hex(" "))
print(data[16:].hex(" ", 4))
# --8<-- [end:solution]
