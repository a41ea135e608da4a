"""Trials, each made once, whatever happens in between."""

# --8<-- [start:trials]
import json
import math
from pathlib import Path

import numpy as np
from tqdm import tqdm

from chainrule.training.replacing import replacing
from chainrule.training.search.results import Trial


class Trials:
    """Asks objective for scores; those that a file has are not asked again.

    path     a JSON file, written after each trial
    resume   go on from it, if it is there

    The file holds the trials in their order: those of the same search,
    made anew with the same arguments. Raises FileExistsError if it is
    there and resume is not set, ValueError for another search's.
    """

    def __init__(self, objective, path=None, resume=False):
        self.objective = objective
        self.path = None if path is None else Path(path)
        self.done, self.rows, self.known = [], [], []
        if self.path is not None and self.path.exists():
            if not resume:
                raise FileExistsError(
                    f"{path} is there: resume=True goes on from it; to begin "
                    "anew, remove it"
                )
            self.known = read(self.path)

    def run(self, params, resources=None):
        """The Trial of objective(**params), or objective(resources, **params).

        A FloatingPointError, such as fit's for a loss that is NaN, is the
        score NaN; other errors are raised.
        """
        row = {"params": params, "resources": resources}
        k = len(self.done)
        if self.path is not None:  # before time is spent on it
            row = json.loads(json.dumps(row, default=plain))
        if k < len(self.known):
            score = self.known[k].pop("score")
            if row != self.known[k]:
                raise ValueError(
                    f"{self.path} is of another search: trial {k + 1} is "
                    f"{self.known[k]}, not {row}"
                )
        else:
            score = self.ask(params, resources)
        self.done.append(Trial(params, score, resources))
        self.rows.append({**row, "score": score})
        if self.path is not None and k >= len(self.known):
            with replacing(self.path, "w", encoding="utf-8") as file:
                json.dump({"trials": self.rows}, file, indent=1)
        return self.done[-1]

    def run_all(self, points, resources=None, bar=None):
        """The trials of several points, in their order."""
        found = []
        for params in points:
            found.append(self.run(params, resources))
            if bar is not None:
                bar.update()
        return found

    def ask(self, params, resources):
        """The score, a number; TypeError for anything else."""
        args = [] if resources is None else [resources]
        try:
            return float(self.objective(*args, **params))
        except FloatingPointError:
            return math.nan


# --8<-- [end:trials]


# --8<-- [start:file]
def read(path):
    """The trials of a file; ValueError for a file of something else."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["trials"]
        return [
            {"params": row["params"], "resources": row["resources"]}
            | {"score": float(row["score"])}
            for row in rows
        ]
    except (ValueError, TypeError, KeyError) as error:
        raise ValueError(f"{path} holds no trials: {error!r}") from None


def plain(value):
    """NumPy's number as Python's; TypeError for what JSON has no word for."""
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"{value!r} cannot be written to a JSON file of trials")


def progress_bar(total, progress):
    """For people who watch, if they want one."""
    return tqdm(desc="trial", total=total, disable=None if progress else True)


# --8<-- [end:file]
