"""Numbers from a table in a file."""

# --8<-- [start:csv-dataset]
import csv
import math
from pathlib import Path

import numpy as np

from chainrule.data.dataset import Dataset


class CSVDataset(Dataset):
    """Rows of a CSV file: x (d,), or pairs (x, t) with a target column.

    The first line names the columns. features are the names of those
    that make x, in this order; all but the target if None. Every field
    of these columns must be a finite number that dtype, or
    target_dtype, can hold: whole ones for integers. X (N, d) and t (N,),
    or None, are the whole table. Raises ValueError with file, line and
    column for what does not fit.
    """

    def __init__(
        self,
        path,
        target=None,
        features=None,
        *,
        dtype=np.float32,
        target_dtype=np.float32,
        delimiter=",",
    ):
        header, rows = read_rows(path, delimiter)
        if features is None:
            features = [name for name in header if name != target]
        names = [*features] if target is None else [*features, target]
        if missing := [name for name in names if name not in header]:
            raise ValueError(f"{path} has no {missing}, only {header}")
        if not features or not rows:
            raise ValueError(f"{path}: no features, or no rows below its names")
        self.path, self.features, self.target = Path(path), [*features], target

        def column(name, dtype):
            k = header.index(name)
            return [
                number(row[k], dtype, f"{path}, line {line}, column {name!r}")
                for line, row in rows
            ]

        columns = [column(name, dtype) for name in features]
        self.X = np.array(columns, dtype).T.copy()
        self.t = None
        if target is not None:
            self.t = np.array(column(target, target_dtype), target_dtype)

    def __len__(self):
        return len(self.X)

    def __getitem__(self, index):
        if self.t is None:
            return self.X[index]
        return self.X[index], self.t[index]


# --8<-- [end:csv-dataset]


# --8<-- [start:csv-rows]
def read_rows(path, delimiter=","):
    """Names of the columns, and pairs of line and fields; blank lines left out.

    Raises ValueError for a file without names, or with one twice, and
    for a row that has more or fewer fields, with its line.
    """
    with Path(path).open(newline="", encoding="utf-8-sig") as file:
        reader = csv.reader(file, delimiter=delimiter)
        header = [name.strip() for name in next(reader, [])]
        if not all(header) or not header or len({*header}) < len(header):
            raise ValueError(
                f"{path}, line 1 must name each column once, got {header}"
            )
        rows = [(reader.line_num, row) for row in reader if row]
    for line, row in rows:
        if len(row) != len(header):
            raise ValueError(
                f"{path}, line {line}: {len(row)} fields for "
                f"{len(header)} columns"
            )
    return header, rows


def number(text, dtype, where):
    """text as a number of a dtype; ValueError with its place if it is none."""
    try:
        value = math.nan if "_" in text else float(text)
        with np.errstate(over="ignore", invalid="ignore"):
            found = np.dtype(dtype).type(value)
    except (ValueError, OverflowError):
        value = math.nan
    whole = np.issubdtype(dtype, np.integer)
    if not math.isfinite(value) or (whole and found != value):
        raise ValueError(f"{where}: {text!r} is no {np.dtype(dtype)}")
    if not whole and not np.isfinite(found):
        raise ValueError(f"{where}: {text!r} is beyond {np.dtype(dtype)}")
    return found


# --8<-- [end:csv-rows]
