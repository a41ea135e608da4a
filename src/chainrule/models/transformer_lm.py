"""A language model: the Transformer's blocks with a causal mask."""

# --8<-- [start:transformer-lm]
import torch
from torch import nn

from chainrule.models.cached_decoder import CachedDecoder
from chainrule.nn import (
    KeyValueCache,
    LayerNorm,
    LearnedPositionalEncoding,
    TransformerEncoder,
    TransformerEncoderLayer,
    embedding,
)
from chainrule.nn.init import normal_


class TransformerLM(nn.Module):
    """Logits of each next token, given those before it.

    tokens (N, T) below vocab_size, output (N, T, vocab_size). Built as
    GPT-2 (Radford et al., 2019): learned positions, norms in front, one
    matrix that embeds and scores; activation is the feed-forward part's
    (there GELU). offset and caches are those of decoding step by step.
    Raises ValueError beyond max_len, and what Embedding raises.
    """

    def __init__(
        self,
        vocab_size,
        d_model=256,
        nhead=4,
        num_layers=4,
        dim_feedforward=1024,
        dropout=0.1,
        activation=torch.relu,
        max_len=1024,
    ):
        super().__init__()
        self.embedding = nn.Parameter(torch.empty(vocab_size, d_model))
        self.positions = LearnedPositionalEncoding(d_model, dropout, max_len)
        block = TransformerEncoderLayer(
            d_model,
            nhead,
            dim_feedforward,
            dropout,
            activation,
            batch_first=True,
            norm_first=True,
        )
        norm = LayerNorm(d_model)
        self.blocks = TransformerEncoder(block, num_layers, norm)
        for parameter in self.parameters():
            if parameter.dim() > 1:
                normal_(parameter, std=0.02)

    def forward(self, tokens, offset=0, caches=None):
        x = self.positions(embedding(tokens, self.embedding), offset)
        x = self.blocks(x, is_causal=True, caches=caches)
        return x @ self.embedding.T

    def start(self, prompt, max_length):
        """A CachedDecoder that has read prompt (N, T) but its last token."""
        caches = [KeyValueCache(max_length) for _ in self.blocks.layers]
        decoder = CachedDecoder(self, caches)
        if prompt.shape[1] > 1:
            decoder.read(prompt[:, :-1])
        return decoder

    # --8<-- [end:transformer-lm]
