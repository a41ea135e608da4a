"""What a search has found."""

# --8<-- [start:results]
import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Trial:
    """Hyperparameters, what they scored, and with what resources."""

    params: dict
    score: float
    resources: int | None = None


@dataclass(frozen=True)
class Search:
    """Trials in the order in which they were made; print(search) sorts them.

    The lowest score is the best, or with maximize the highest. Trials
    with more resources come before those with fewer, and last those
    whose score is NaN or infinite; of equal ones the first is first.
    """

    trials: list[Trial]
    maximize: bool = False

    @property
    def ranked(self):
        """The trials, best first."""
        return sorted(self.trials, key=lambda trial: rank(trial, self.maximize))

    @property
    def best(self):
        """The best trial; ValueError if no score is finite."""
        best = self.ranked[0]
        if not math.isfinite(best.score):
            raise ValueError(f"none of {len(self.trials)} scores is finite")
        return best

    def table(self):
        """A dict a trial, best first: score, resources if any, params."""
        return [row(trial) for trial in self.ranked]

    def __str__(self):
        rows = self.table()
        lines = [
            [*rows[0]],
            *([short(x) for x in row.values()] for row in rows),
        ]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        return "\n".join(
            "  ".join(x.rjust(n) for x, n in zip(line, widths, strict=True))
            for line in lines
        )


# --8<-- [end:results]


# --8<-- [start:rank]
def rank(trial, maximize):
    """A key that sorts trials, best first."""
    failed = not math.isfinite(trial.score)
    score = 0 if failed else -trial.score if maximize else trial.score
    return failed, -(trial.resources or 0), score


def row(trial):
    """A trial as a row of a table."""
    given = {} if trial.resources is None else {"resources": trial.resources}
    return {"score": trial.score, **given, **trial.params}


def short(value):
    """A cell: numbers with four digits."""
    return f"{value:.4g}" if isinstance(value, float) else str(value)


# --8<-- [end:rank]
