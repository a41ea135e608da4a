# kind: exact
"""Three labels written as IDX by hand, read, and cut short."""

from chainrule.data import read_idx

# --8<-- [start:bytes]
from pathlib import Path
from tempfile import TemporaryDirectory

labels = bytes.fromhex("00 00 08 01  00 00 00 03  05 00 04")
with TemporaryDirectory() as folder:
    path = Path(folder) / "labels-idx1-ubyte"
    path.write_bytes(labels)
    print(read_idx(path))
    path.write_bytes(labels[:-1])
    try:
        read_idx(path)
    except ValueError as error:
        print(error)
# --8<-- [end:bytes]
