"""A sequence-to-sequence model that writes one token after the other."""

# --8<-- [start:cached-decoder]
import torch

from chainrule.nn import KeyValueCache


class CachedDecoder:
    """From the newest token of each row to the logits of the next.

    decoder(tokens): (N,) to (N, vocab_size); what was computed for earlier
    tokens is kept. select(rows) goes on with these rows. No gradients.
    Raises ValueError beyond max_length.
    """

    def __init__(self, model, src, max_length):
        self.model, self.length = model, 0
        self.padding = src == model.padding_idx
        with torch.no_grad():
            self.memory = model.encode(src)
        self.caches = [
            (KeyValueCache(max_length), KeyValueCache(src.shape[1]))
            for _ in model.decoder.layers
        ]

    @torch.no_grad()
    def __call__(self, tokens):
        logits = self.model.decode(
            tokens[:, None],
            self.memory,
            self.padding,
            self.length,
            self.caches,
        )
        self.length += 1
        return logits[:, 0]

    def select(self, rows):
        self.memory, self.padding = self.memory[rows], self.padding[rows]
        for pair in self.caches:
            for cache in pair:
                cache.select(rows)

    # --8<-- [end:cached-decoder]
