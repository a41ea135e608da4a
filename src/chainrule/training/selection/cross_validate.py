"""Each fold in turn for validation, all others for training."""

# --8<-- [start:cross-validation]
from dataclasses import dataclass

import numpy as np
from tqdm import tqdm


@dataclass(frozen=True, eq=False)
class CrossValidation:
    """The score (k,) of each fold, and what one says of all of them."""

    scores: np.ndarray

    @property
    def mean(self):
        return float(self.scores.mean())

    @property
    def std(self):
        """Standard deviation of a fold's score, by k - 1."""
        return float(self.scores.std(ddof=1))

    @property
    def standard_error(self):
        """That of the mean, if the folds' scores were independent."""
        return self.std / len(self.scores) ** 0.5


# --8<-- [end:cross-validation]


# --8<-- [start:cross-validate]
def cross_validate(fit_and_score, folds, *, progress=True):
    """fit_and_score(train, held_out) for each fold: a CrossValidation.

    folds is an iterable of pairs of row numbers, such as
    KFold(5).split(X). fit_and_score makes a new model, fits it, and
    whatever else is fitted (means, scales, chosen features), on the rows
    of train alone, and returns its score on the others, a number. The
    mean counts each fold alike, as scikit-learn's cross_val_score does.
    Raises ValueError with the fold for rows on both sides, no rows and
    a score that is not finite, and for fewer than two folds.
    """
    folds, scores = [*folds], []
    if len(folds) < 2:
        raise ValueError(
            f"cross_validate: got {len(folds)} folds, needs 2; an iterator "
            "serves once, call split(X) again"
        )
    quiet = None if progress else True  # None: but for people
    for k, (train, held_out) in enumerate(tqdm(folds, "fold", disable=quiet)):
        require_apart(k, train, held_out)
        score = float(fit_and_score(train, held_out))
        if not np.isfinite(score):
            raise ValueError(f"cross_validate: fold {k} has the score {score}")
        scores.append(score)
    return CrossValidation(np.array(scores))


def require_apart(k, train, held_out):
    """ValueError where a fold trains on what it is judged by."""
    if len(train) == 0 or len(held_out) == 0:
        raise ValueError(
            f"cross_validate: fold {k} has {len(train)} rows to train on and "
            f"{len(held_out)} held out"
        )
    if (both := np.intersect1d(train, held_out)).size:
        raise ValueError(
            f"cross_validate: fold {k} trains on {both.size} of the rows "
            f"that it holds out, such as {both[0]}"
        )


# --8<-- [end:cross-validate]
