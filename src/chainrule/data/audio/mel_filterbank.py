"""Triangles on the mel scale."""

# --8<-- [start:filterbank]
import numpy as np

from chainrule.data.audio.mel_scale import hz_to_mel, mel_to_hz


def mel_filterbank(
    n_freqs, f_min, f_max, n_mels, sample_rate, norm=None, mel_scale="htk"
):
    """Weights (n_freqs, n_mels) that gather frequencies into bands.

    The n_freqs lie evenly from 0 to sample_rate / 2. Corners of the
    triangles lie evenly in mels from f_min to f_max (Hz); each has height
    1, or with norm="slaney" area 1 (over Hz). Names and order are those
    of torchaudio.functional.melscale_fbanks. Raises ValueError for a
    range that is none, another norm or scale, and for a triangle in
    which no frequency lies.
    """
    if not 0 <= f_min < f_max <= sample_rate / 2:
        raise ValueError(
            f"no bands from {f_min} to {f_max} Hz at {sample_rate} Hz"
        )
    if norm not in (None, "slaney"):
        raise ValueError(f"norm must be None or 'slaney', got {norm!r}")
    f = np.linspace(0, sample_rate / 2, n_freqs)[:, None]
    low, high = hz_to_mel([f_min, f_max], mel_scale)
    corners = mel_to_hz(np.linspace(low, high, n_mels + 2), mel_scale)
    left, top, right = corners[:-2], corners[1:-1], corners[2:]
    rising, falling = (f - left) / (top - left), (right - f) / (right - top)
    weights = np.maximum(np.minimum(rising, falling), 0)
    empty = np.flatnonzero(~weights.any(axis=0))
    if len(empty):
        raise ValueError(
            f"no frequency lies in band {empty[0]}: fewer n_mels or a "
            "longer n_fft"
        )
    return weights if norm is None else weights * 2 / (right - left)


# --8<-- [end:filterbank]
