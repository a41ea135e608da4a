import numpy as np
import pytest

from chainrule.data.audio import hz_to_mel, mel_filterbank, mel_to_hz

UNIT = "speech-frames"


@pytest.mark.parametrize("scale", ["htk", "slaney"])
@pytest.mark.parametrize("norm", [None, "slaney"])
@pytest.mark.parametrize(("low", "high"), [(0, 8000), (125.0, 7500.0)])
def test_triangles(agree, low, high, norm, scale):
    ours = mel_filterbank(257, low, high, 20, 16000, norm, scale)
    f = np.arange(257) * 16000 / 512
    ends = hz_to_mel(low, scale), hz_to_mel(high, scale)
    corners = [
        mel_to_hz(ends[0] + k * (ends[1] - ends[0]) / 21, scale) for k in range(22)
    ]
    for k in range(20):
        three = corners[k : k + 3]
        height = 1 if norm is None else 2 / (three[2] - three[0])
        oracle = np.interp(f, three, [0, height, 0], left=0, right=0)
        agree(UNIT, ours[:, k], oracle, 1e-9, atol=1e-12, against="np.interp")
    inside = (f >= corners[1]) & (f <= corners[-2])
    if norm is None:  # two neighbours share each frequency
        agree(UNIT, ours.sum(axis=1)[inside], np.ones(inside.sum()), 1e-12, against="1")


def test_an_odd_number_of_frequencies():
    """They end at half the rate, whatever their number."""
    f = np.linspace(0, 4000, 100)
    ours = mel_filterbank(100, 0, 4000, 5, 8000)
    top = mel_to_hz(hz_to_mel(4000) * 3 / 6)
    assert abs(f[ours[:, 2].argmax()] - top) <= 4000 / 99


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((257, 100, 100, 8, 16000), "no bands from 100 to 100 Hz"),
        ((257, -1, 100, 8, 16000), "no bands from -1"),
        ((257, 0, 8001, 8, 16000), "to 8001 Hz at 16000 Hz"),
        ((257, 0, 8000, 8, 16000, "area"), "norm must be None or 'slaney', got 'area'"),
        ((257, 0, 8000, 8, 16000, None, "bark"), "'htk' or 'slaney'"),
        ((129, 0, 8000, 128, 16000), "no frequency lies in band 0: fewer n_mels"),
    ],
)
def test_refuses(args, message):
    with pytest.raises(ValueError, match=message):
        mel_filterbank(*args)
