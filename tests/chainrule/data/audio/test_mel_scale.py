import numpy as np
import pytest

from chainrule.data.audio import hz_to_mel, mel_to_hz

UNIT = "speech-frames"
F = np.array([0, 1, 200, 700, 999, 1000, 1001, 4000, 8000.0])


def test_htk(agree):
    """With a natural logarithm: about 1127 ln(1 + f / 700)."""
    oracle = 2595 / np.log(10) * np.log1p(F / 700)
    agree(UNIT, hz_to_mel(F), oracle, 1e-12, against="natural logarithm")
    assert hz_to_mel(700) == pytest.approx(2595 * np.log10(2))


def test_slaney(agree):
    """200/3 Hz a mel up to 1000 Hz; 27 mels from there to 6400 Hz, equal ratios."""
    assert hz_to_mel([0, 1000, 6400], "slaney").tolist() == pytest.approx([0, 15, 42])
    mels = np.array([3, 14.5, 15, 16, 24, 42])
    steps = 1000 * 6.4 ** (np.arange(28) / 27)
    oracle = np.interp(mels, np.r_[0, 15 + np.arange(28)], np.r_[0, steps])
    agree(UNIT, mel_to_hz(mels, "slaney"), oracle, 1e-12, against="the steps")


@pytest.mark.parametrize("scale", ["htk", "slaney"])
def test_there_and_back(agree, scale):
    back = mel_to_hz(hz_to_mel(F, scale), scale)
    agree(UNIT, back, F, 1e-12, atol=1e-12, against="itself")
    assert (np.diff(hz_to_mel(F, scale)) > 0).all()


@pytest.mark.parametrize("function", [hz_to_mel, mel_to_hz])
def test_refuses_another_scale(function):
    with pytest.raises(ValueError, match="'htk' or 'slaney', got 'bark'"):
        function(1.0, "bark")
