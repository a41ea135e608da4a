import numpy as np
import pytest
import torch
from helpers.images import picture

from chainrule.data.transforms import Normalize

MEAN, STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize(
    ("mean", "std"),
    [(MEAN, STD), (0.5, 0.25), (0.1, STD), (torch.tensor(MEAN), list(STD))],
)
def test_closed_form(agree, mean, std, dtype):
    image = picture(dtype=dtype)
    m, s = (np.reshape(np.asarray(a, float), (-1, 1, 1)) for a in (mean, std))
    agree(
        "data-augmentation",
        Normalize(mean, std)(image),
        (image.double().numpy() - m) / s,
        1e-15 if dtype == torch.float64 and not torch.is_tensor(mean) else 5e-7,
        against="(x - mean) / std in NumPy",
        atol=2e-15 if dtype == torch.float64 and not torch.is_tensor(mean) else 1e-6,
    )


def test_own_statistics_give_zero_and_one():
    image = picture(dtype=torch.float64)
    flat = image.flatten(1)
    mean, std = flat.mean(1).tolist(), flat.std(1, correction=0).tolist()
    found = Normalize(mean, std)(image).flatten(1)
    assert found.mean(1).abs().max() < 1e-14
    assert (found.std(1, correction=0) - 1).abs().max() < 1e-14
