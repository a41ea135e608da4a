# kind: figure
"""A second that sounds like speech: wave, windows, log-mel picture."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.data.audio import log_mel_spectrogram, hz_to_mel

TEXT = {
    "zh": {
        "wave": "一秒声音：s – a – i – s",
        "cut": "其中 70 ms：每 10 ms 一个 25 ms 的窗口",
        "mel": "对数梅尔谱：98 帧，每帧 80 个数",
        "time": "时间（秒）",
        "ms": "时间（毫秒）",
        "hz": "频率（Hz）",
    },
    "en": {
        "wave": "a second of sound: s – a – i – s",
        "cut": "70 ms of it: 25 ms windows every 10 ms",
        "mel": "log-mel: 98 frames of 80 numbers",
        "time": "time (s)",
        "ms": "time (ms)",
        "hz": "frequency (Hz)",
    },
}
RATE = 16_000


def spoken():
    """Noise, harmonics under formants that move from a to i, noise."""
    t = np.arange(RATE) / RATE
    pitch = 120 - 25 * t
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    mix = 1 / (1 + np.exp(-(t - 0.52) / 0.04))  # from a to i
    formants = [
        (1 - mix) * a + mix * i
        for a, i in ((750, 300), (1200, 2200), (2600, 3000))
    ]
    voice = 0
    for h in range(1, 40):
        size = sum(1 / (1 + ((h * pitch - f) / 90) ** 2) for f in formants)
        voice = voice + size * np.cos(h * phase)
    hiss = np.diff(np.random.default_rng(0).normal(size=RATE + 2), n=2)
    open_ = np.clip((t - 0.16) / 0.04, 0, 1) * np.clip((0.86 - t) / 0.04, 0, 1)
    return 0.25 * open_ * voice + 0.06 * (1 - open_) * hiss


def draw(lang):
    text, x = TEXT[lang], spoken()
    fig, (top, mid, low) = plt.subplots(
        3, 1, figsize=(5.2, 8.0), height_ratios=(1, 1.2, 1.8)
    )
    top.plot(
        np.arange(0, RATE, 4) / RATE,
        x[::4],
        lw=0.4,
        color="C0",
        rasterized=True,
    )
    top.set(xlim=(0, 1), yticks=[], xlabel=text["time"])
    top.set_title(text["wave"], fontsize=12)
    start = 5600
    part = x[start : start + 1120]
    mid.plot(np.arange(1120) / 16, part / np.abs(part).max(), lw=1, color="C0")
    for k in range(5):
        at, y = 10 * k, 1.35 + 0.34 * k
        mid.plot(
            [at, at + 25],
            [y, y],
            color=f"C{k % 2 + 1}",
            lw=4,
            ls="-",
            solid_capstyle="butt",
        )
        for edge in (at, at + 25):
            mid.plot([edge, edge], [-1, y], color="0.5", lw=0.5, ls=":")
        mid.text(at + 26, y, f"{k + 1}", va="center", fontsize=11)
    mid.set(xlim=(0, 70), ylim=(-1.1, 3.1), yticks=[], xlabel=text["ms"])
    mid.set_title(text["cut"], fontsize=12)
    mel = log_mel_spectrogram(x).T
    low.imshow(
        mel,
        origin="lower",
        aspect="auto",
        cmap="viridis",
        extent=(0, 1, 0.5, 80.5),
        vmin=np.quantile(mel, 0.05),
        interpolation="nearest",
    )
    ticks = np.array([200, 500, 1000, 2000, 4000, 7000])
    low.set_yticks(hz_to_mel(ticks) / hz_to_mel(8000) * 81, ticks)
    low.set(xlabel=text["time"], ylabel=text["hz"])
    low.set_title(text["mel"], fontsize=12)
    low.grid(False)
    return fig
