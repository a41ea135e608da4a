# kind: figure
"""One distribution, and what temperature, top-k and top-p make of it."""

import matplotlib.pyplot as plt
import torch

from chainrule.generation import keep_top_k, keep_top_p, with_temperature

TEXT = {
    "zh": {
        "T": ("T = 0.5：更尖", "T = 2：更平"),
        "k": "top-k，k = 3",
        "p": "top-p，p = 0.8",
        "y": "概率",
        "x": "词元，按概率从大到小",
    },
    "en": {
        "T": ("T = 0.5: sharper", "T = 2: flatter"),
        "k": "top-k, k = 3",
        "p": "top-p, p = 0.8",
        "y": "probability",
        "x": "tokens, the most probable first",
    },
}
SHARES = torch.tensor([0.4, 0.2, 0.15, 0.1, 0.08, 0.04, 0.02, 0.01])


def draw(lang):
    text, logits = TEXT[lang], SHARES.log()
    changed = {
        text["T"][0]: with_temperature(logits, 0.5),
        text["T"][1]: with_temperature(logits, 2.0),
        text["k"]: keep_top_k(logits, 3),
        text["p"]: keep_top_p(logits, 0.8),
    }
    fig, axes = plt.subplots(
        2, 2, figsize=(5.2, 4.0), sharex=True, sharey=True, layout="constrained"
    )
    for n, (ax, (name, z)) in enumerate(
        zip(axes.flat, changed.items(), strict=True)
    ):
        places = range(1, 9)
        ax.bar(places, z.softmax(-1), color=f"C{n // 2}", alpha=0.65)
        ax.step(
            [x - 0.5 for x in range(1, 10)],
            [*SHARES.tolist(), SHARES[-1].item()],
            where="post",
            color="0.5",
            lw=1.4,
        )
        ax.set_title(name, fontsize=11)
        ax.set_xticks([])
        if n % 2 == 0:
            ax.set_ylabel(text["y"])
    fig.supxlabel(text["x"], fontsize=11)
    return fig
