# kind: exact
"""A table in a file as a data set; what does not fit is named."""

# --8<-- [start:table]
from pathlib import Path
from tempfile import mkdtemp

from chainrule.data import CSVDataset

path = Path(mkdtemp()) / "views.csv"
path.write_text("monday,tuesday,wednesday\n5.5,5.6,5.5\n6,5.8,6.4\n", "utf-8")
data = CSVDataset(path, target="wednesday")
print("samples", len(data), "features", data.features)
x, t = data[1]
print("sample 1:", x, t, x.dtype)

path.write_text("monday,wednesday\n5.5,5.5\n6,n/a\n", "utf-8")
try:
    CSVDataset(path, target="wednesday")
except ValueError as error:
    print(str(error).removeprefix(str(path.parent))[1:])
# --8<-- [end:table]
