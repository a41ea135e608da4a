"""Hugging Face's GPT-2 with the weights of our TransformerLM."""

import os

os.environ.setdefault("HF_HUB_OFFLINE", "1")  # nothing is to be fetched

from helpers.vision import imported

NAMES = {  # of a block: theirs -> ours
    "ln_1": "norm1.{}",
    "ln_2": "norm2.{}",
    "attn.c_attn": "self_attn.in_proj_{}",
    "attn.c_proj": "self_attn.out_proj.{}",
    "mlp.c_fc": "linear1.{}",
    "mlp.c_proj": "linear2.{}",
}


def gpt2(model, nhead):
    """A GPT2LMHeadModel that computes what model does: norms, relu, no dropout."""
    imported()  # torchvision, which transformers imports in passing
    from transformers import GPT2Config, GPT2LMHeadModel

    config = GPT2Config(
        vocab_size=len(model.embedding),
        n_positions=len(model.positions.table),
        n_embd=model.embedding.shape[1],
        n_layer=model.blocks.num_layers,
        n_head=nhead,
        n_inner=model.blocks.layers[0].linear1.out_features,
        activation_function="relu",
        resid_pdrop=0.0,
        embd_pdrop=0.0,
        attn_pdrop=0.0,
        bos_token_id=None,
        eos_token_id=None,
    )
    parts = {
        "transformer.wte.weight": model.embedding,
        "transformer.wpe.weight": model.positions.table,
        "transformer.ln_f.weight": model.blocks.norm.weight,
        "transformer.ln_f.bias": model.blocks.norm.bias,
        "lm_head.weight": model.embedding,
    }
    for n, block in enumerate(model.blocks.layers):
        state = block.state_dict()
        for theirs, ours in NAMES.items():
            for kind in ("weight", "bias"):
                part = state[ours.format(kind)]
                part = part.T if part.dim() == 2 else part  # its matrices lie so
                parts[f"transformer.h.{n}.{theirs}.{kind}"] = part
    theirs = GPT2LMHeadModel(config).to(model.embedding.dtype).eval()
    theirs.load_state_dict({key: part.detach() for key, part in parts.items()})
    return theirs
