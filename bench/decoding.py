"""Writing 256 tokens one by one: our model beside the same one of two libraries.

    pip install -e '.[bench]'; python bench/decoding.py        (about two minutes)

A GPT-2 of 4 blocks of 256 numbers and one of 6 blocks of 512, float32, one thread,
greedy, one sequence from a prompt of 8 tokens. Hugging Face's model has our weights and
writes our tokens; that of x-transformers has the same sizes. All take turns; times are
medians, of the processor. "speed" is a library's time divided by ours. Ours without a
cache, too, and by how much the cached logits differ from those computed anew.
"""

import json
import os
import sys
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch reads it
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import torch

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from helpers.vision import imported
from turns import processor, seconds

from chainrule.models import TransformerLM

RESULT = Path(__file__).parent / "results" / "decoding.json"
SIZES = [(256, 4, 4), (512, 8, 6)]  # d_model, heads, blocks
VOCAB, PROMPT, NEW = 1000, 8, 256
ROUNDS, WARM = 3, 1


def ours(d_model, heads, blocks):
    torch.manual_seed(0)
    sizes = d_model, heads, blocks, 4 * d_model
    return TransformerLM(VOCAB, *sizes, dropout=0.0, max_len=512).eval()


def write(model, prompt):
    """Greedy, with a cache."""
    decoder, tokens = model.start(prompt, PROMPT + NEW), [prompt[:, -1]]
    for _ in range(NEW):
        tokens.append(decoder(tokens[-1]).argmax(-1))
    return torch.stack(tokens[1:], 1)


@torch.no_grad()
def write_without(model, prompt):
    """Greedy, all computed anew for each token."""
    tokens = prompt
    for _ in range(NEW):
        newest = model(tokens)[:, -1].argmax(-1, keepdim=True)
        tokens = torch.cat([tokens, newest], 1)
    return tokens[:, PROMPT:]


def hugging_face(model, d_model, heads, blocks):
    """GPT2LMHeadModel with the weights of ours."""
    imported()  # torchvision, which transformers imports in passing
    from transformers import GPT2Config, GPT2LMHeadModel

    config = GPT2Config(
        vocab_size=VOCAB,
        n_positions=512,
        n_embd=d_model,
        n_layer=blocks,
        n_head=heads,
        activation_function="relu",
        resid_pdrop=0.0,
        embd_pdrop=0.0,
        attn_pdrop=0.0,
        bos_token_id=None,
        eos_token_id=None,
    )
    theirs = GPT2LMHeadModel(config).eval()
    parts = {"transformer.wte.weight": model.embedding}
    parts["transformer.wpe.weight"] = model.positions
    parts["transformer.ln_f.weight"] = model.blocks.norm.weight
    parts["transformer.ln_f.bias"] = model.blocks.norm.bias
    names = {
        "ln_1": "norm1",
        "ln_2": "norm2",
        "attn.c_attn": ("self_attn.in_proj_weight", "self_attn.in_proj_bias"),
        "attn.c_proj": "self_attn.out_proj",
        "mlp.c_fc": "linear1",
        "mlp.c_proj": "linear2",
    }
    for n, block in enumerate(model.blocks.layers):
        state = block.state_dict()
        for theirs_name, name in names.items():
            pair = (
                name if isinstance(name, tuple) else (f"{name}.weight", f"{name}.bias")
            )
            weight, bias = (state[key] for key in pair)
            parts[f"transformer.h.{n}.{theirs_name}.bias"] = bias
            if weight.dim() == 2:
                weight = weight.T  # as its matrices lie
            parts[f"transformer.h.{n}.{theirs_name}.weight"] = weight
    parts["lm_head.weight"] = model.embedding
    theirs.load_state_dict({key: value.detach() for key, value in parts.items()})
    return lambda prompt: theirs.generate(
        prompt,
        attention_mask=torch.ones_like(prompt),
        max_new_tokens=NEW,
        min_new_tokens=NEW,
        do_sample=False,
        use_cache=True,
        pad_token_id=0,
    )[:, PROMPT:]


def x_transformers(d_model, heads, blocks):
    from x_transformers import AutoregressiveWrapper, Decoder, TransformerWrapper

    attention = Decoder(dim=d_model, depth=blocks, heads=heads, attn_flash=True)
    net = TransformerWrapper(num_tokens=VOCAB, max_seq_len=512, attn_layers=attention)
    wrapped = AutoregressiveWrapper(net).eval()
    return lambda prompt: wrapped.generate(prompt, NEW, temperature=0.0, cache_kv=True)


@torch.no_grad()
def off(model, prompt, tokens):
    """The largest difference of cached logits from those computed anew."""
    whole = torch.cat([prompt, tokens], 1)
    anew, decoder = model(whole)[:, PROMPT - 1 :], model.start(prompt, PROMPT + NEW)
    cached = [decoder(whole[:, t]) for t in range(PROMPT - 1, whole.shape[1])]
    return (torch.stack(cached, 1) - anew).abs().max().item()


def row(*size):
    model = ours(*size)
    prompt = torch.randint(VOCAB, (1, PROMPT))
    ways = {
        "ours": partial(write, model),
        "without a cache": partial(write_without, model),
        "Hugging Face": hugging_face(model, *size),
        "x-transformers": x_transformers(*size),
    }
    tasks = {name: partial(way, prompt) for name, way in ways.items()}
    with torch.no_grad():
        tokens = tasks["ours"]()
        for name in ("without a cache", "Hugging Face"):
            assert torch.equal(tasks[name](), tokens), name
        times = seconds(tasks, ROUNDS, WARM, f"{NEW} tokens, {size[0]} numbers")
    medians = {name: median(each) for name, each in times.items()}
    speed = {name: each / medians["ours"] for name, each in medians.items()}
    return {
        "d_model": size[0],
        "blocks": size[2],
        "seconds": medians,
        "speed": speed,
        "off": off(model, prompt, tokens),
    }


def main():
    torch.set_num_threads(1)
    machine = {
        "processor": processor(),
        "threads": 1,
        "torch": torch.__version__,
        "rounds": ROUNDS,
    }
    rows = [row(*size) for size in SIZES]
    result = {"machine": machine, "tokens": NEW, "rows": rows}
    RESULT.write_text(json.dumps(result, indent=2) + "\n", "utf-8")
    for found in rows:
        print(f"{found['blocks']} blocks of {found['d_model']}")
        for name, each in found["seconds"].items():
            print(f"  {name:16} {each:6.2f} s {found['speed'][name]:6.2f}")
        print(f"  cached and computed anew differ by {found['off']:.1e}")


if __name__ == "__main__":
    main()
