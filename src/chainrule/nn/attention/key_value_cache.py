"""The keys and values of all positions so far, kept for the next one."""


# --8<-- [start:key-value-cache]
class KeyValueCache:
    """Memory for max_length positions, set aside once.

    extend(k, v) writes (N, heads, T, E) behind what is there and returns
    all so far, as views. ValueError beyond max_length. For decoding, not
    for training: what is written over has no gradient.
    """

    def __init__(self, max_length):
        self.max_length, self.length = max_length, 0

    def extend(self, k, v):
        start, end = self.length, self.length + k.shape[-2]
        if end > self.max_length:
            raise ValueError(
                f"{end} positions, the cache holds {self.max_length}"
            )
        if not self.length:
            n, heads, _, _ = k.shape
            self.keys = k.new_empty(n, heads, self.max_length, k.shape[-1])
            self.values = v.new_empty(n, heads, self.max_length, v.shape[-1])
        self.keys[:, :, start:end] = k
        self.values[:, :, start:end] = v
        self.length = end
        return self.held()

    def held(self):
        return self.keys[:, :, : self.length], self.values[:, :, : self.length]

    def select(self, rows):
        """Keep these rows of the batch, in this order: beams that go on."""
        if self.length:
            self.keys, self.values = self.keys[rows], self.values[rows]


# --8<-- [end:key-value-cache]
