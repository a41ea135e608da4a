"""A model that writes one token after the other, and keeps what it computed."""

# --8<-- [start:cached-decoder]
import torch


class CachedDecoder:
    """From the newest token of each row to the logits of the next.

    decoder(tokens): (N,) to (N, vocab_size). step(tokens, *rows, offset,
    caches) is the model's way from (N, T) tokens at positions offset, …
    to (N, T, vocab_size); rows are tensors of N rows that it needs each
    time. select(rows) goes on with these rows, in that order. Without
    gradients. Raises ValueError beyond what the caches hold.
    """

    def __init__(self, step, caches, rows=()):
        self.step, self.caches, self.rows = step, caches, rows
        self.length = 0

    @torch.no_grad()
    def __call__(self, tokens):
        return self.read(tokens[:, None])[:, -1]

    @torch.no_grad()
    def read(self, tokens):
        """Logits (N, T, vocab_size) of several tokens at once: a prompt."""
        logits = self.step(tokens, *self.rows, self.length, self.caches)
        self.length += tokens.shape[1]
        return logits

    def select(self, rows):
        self.rows = [tensor[rows] for tensor in self.rows]
        for block in self.caches:
            for cache in block if isinstance(block, tuple) else (block,):
                cache.select(rows)

    # --8<-- [end:cached-decoder]
