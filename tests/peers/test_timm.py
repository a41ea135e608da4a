"""timm: known deviations. It wants torchvision, so often it cannot be imported."""

import numpy as np
import pytest
import torch
from helpers.courses import follow

try:
    import timm.optim as theirs
except Exception as error:  # whatever a torchvision that does not fit raises
    said = f"timm cannot be imported: {type(error).__name__}"
    pytest.skip(said, allow_module_level=True)


def test_rmsprop_starts_at_one():
    """v₀ = 1, as in TensorFlow, so first steps are short; torch's are long."""
    given = {"lr": 1.0, "alpha": 0.9, "eps": 0.0}
    path = follow(lambda w: theirs.RMSpropTF(w, **given), [0.5, 0.5])
    v = 0.9 + 0.1 * 0.25, 0.9 * (0.9 + 0.1 * 0.25) + 0.1 * 0.25
    assert -np.diff(path, prepend=0) == pytest.approx(0.5 / np.sqrt(v))
    first = follow(lambda w: torch.optim.RMSprop(w, **given), [0.5])
    assert first == pytest.approx([-(10**0.5)])


def test_lookahead_does_nothing_at_its_first_sync():
    """It saves the slow weights only then; they should be those of the start."""

    def made(w):
        return theirs.Lookahead(torch.optim.SGD(w, lr=1.0), alpha=0.5, k=2)

    path = follow(made, [1.0] * 4)
    assert path == pytest.approx([-1, -2, -3, -3])  # right: -1, -1, -2, -2
