"""Predictions in a table that anything can read."""

# --8<-- [start:save-predictions]
import csv

import numpy as np
import torch

from chainrule.training.replacing import replacing


def save_predictions(predictions, path, header=("id", "prediction"), ids=None):
    """Write a CSV file: a header, then a row for each sample.

    predictions (N,) or (N, K), tensor or array; header has 1 + K names.
    ids are N things to call the samples by, otherwise 0, 1, …. Floats
    get the digits that bring back the same number in their dtype. The
    file appears in one step. Raises ValueError for other shapes.
    """
    if isinstance(predictions, torch.Tensor):
        predictions = predictions.detach().cpu()
        if predictions.dtype == torch.bfloat16:  # NumPy has none
            predictions = predictions.float()
    table = np.asarray(predictions)
    if table.ndim == 1:
        table = table[:, None]
    if table.ndim != 2 or table.shape[1] != len(header) - 1:
        raise ValueError(
            f"predictions {table.shape} do not fit the header {[*header]}: "
            "they must be (N, K) for 1 + K names"
        )
    ids = range(len(table)) if ids is None else [*ids]
    if len(ids) != len(table):
        raise ValueError(f"{len(ids)} ids for {len(table)} predictions")
    with replacing(path, "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(header)
        for name, row in zip(ids, table, strict=True):
            rows.writerow([name, *map(str, row)])


# --8<-- [end:save-predictions]
