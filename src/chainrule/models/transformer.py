"""The Transformer: from one sequence of tokens to another."""

# --8<-- [start:transformer]
import math

import torch
from torch import nn

from chainrule.models.cached_decoder import CachedDecoder
from chainrule.nn import (
    KeyValueCache,
    LayerNorm,
    SinusoidalPositionalEncoding,
    TransformerDecoder,
    TransformerDecoderLayer,
    TransformerEncoder,
    TransformerEncoderLayer,
    embedding,
)
from chainrule.nn.init import normal_, xavier_uniform_


class Transformer(nn.Module):
    """Logits of each next token of tgt, given src and those before.

    src (N, S) and tgt (N, T) are numbers below vocab_size, padded with
    padding_idx behind their ends; output (N, T, vocab_size). One matrix
    embeds both languages, times sqrt(d_model), and scores the output
    (Vaswani et al., 2017, arXiv:1706.03762, section 3.4). Its entries
    start with variance 1/d_model: embeddings then have variance 1, as the
    positions about have, and so have the first scores. Raises ValueError
    beyond max_len, IndexError for a token that is no row, TypeError
    for tokens of another dtype than int32 and int64.
    """

    def __init__(
        self,
        vocab_size,
        d_model=512,
        nhead=8,
        num_encoder_layers=6,
        num_decoder_layers=6,
        dim_feedforward=2048,
        dropout=0.1,
        norm_first=False,
        padding_idx=0,
        max_len=1024,
    ):
        super().__init__()
        self.d_model, self.padding_idx = d_model, padding_idx
        self.embedding = nn.Parameter(torch.empty(vocab_size, d_model))
        self.positions = SinusoidalPositionalEncoding(d_model, dropout, max_len)
        block = {
            "dim_feedforward": dim_feedforward,
            "dropout": dropout,
            "batch_first": True,
            "norm_first": norm_first,
        }
        norms = [LayerNorm(d_model) if norm_first else None for _ in range(2)]
        first = TransformerEncoderLayer(d_model, nhead, **block)
        self.encoder = TransformerEncoder(first, num_encoder_layers, norms[0])
        other = TransformerDecoderLayer(d_model, nhead, **block)
        self.decoder = TransformerDecoder(other, num_decoder_layers, norms[1])
        self.reset_parameters()

    def reset_parameters(self):
        for parameter in self.parameters():
            if parameter.dim() > 1:  # the copies in a stack start apart
                xavier_uniform_(parameter)
        normal_(self.embedding, std=self.d_model**-0.5)

    # --8<-- [end:transformer]

    # --8<-- [start:transformer-forward]
    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src), src == self.padding_idx)

    def encode(self, src):
        """The memory (N, S, d_model)."""
        padding = src == self.padding_idx
        return self.encoder(self.embedded(src), src_key_padding_mask=padding)

    def decode(self, tgt, memory, padding, offset=0, caches=None):
        """Logits (N, T, vocab_size); padding (N, S): True hides in memory.

        Padding behind the end of tgt needs no mask: no earlier position
        looks at it. offset and caches are those of decoding step by step.
        """
        y = self.decoder(
            self.embedded(tgt, offset),
            memory,
            memory_key_padding_mask=padding,
            tgt_is_causal=True,
            caches=caches,
        )
        return y @ self.embedding.T

    def embedded(self, tokens, offset=0):
        x = embedding(tokens, self.embedding) * math.sqrt(self.d_model)
        return self.positions(x, offset)

    # --8<-- [end:transformer-forward]

    # --8<-- [start:transformer-start]
    @torch.no_grad()
    def start(self, src, max_length):
        """A CachedDecoder for these sources, of max_length tokens."""
        caches = [
            (KeyValueCache(max_length), KeyValueCache(src.shape[1]))
            for _ in self.decoder.layers
        ]
        rows = self.encode(src), src == self.padding_idx
        return CachedDecoder(self.decode, caches, rows)

    # --8<-- [end:transformer-start]
