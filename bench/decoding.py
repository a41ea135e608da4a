"""Writing 256 tokens one by one: our model beside the same one of two libraries.

    pip install -e '.[bench]'; python bench/decoding.py        (about two minutes)

A GPT-2 of 4 blocks of 256 numbers and one of 6 blocks of 512, float32, one thread,
greedy, one sequence from a prompt of 8 tokens. Hugging Face's model has our weights and
writes our tokens; that of x-transformers has the same sizes. All take turns; times are
medians, of the processor. "speed" is a library's time divided by ours. Ours without a
cache and without long rows, too, and by how much the cached logits differ from those
computed anew, beside the largest logit.
"""

import json
import os
import sys
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch reads it

import torch

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from helpers.gpt2 import gpt2
from turns import processor, seconds

from chainrule.generation import long_rows_
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


def hugging_face(model, heads):
    """Its generate, greedy, with a model that has our weights."""
    theirs = gpt2(model, heads)
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
    """How cached logits differ from those computed anew, and the largest of these."""
    whole = torch.cat([prompt, tokens], 1)
    anew, decoder = model(whole)[:, PROMPT - 1 :], model.start(prompt, PROMPT + NEW)
    cached = [decoder(whole[:, t]) for t in range(PROMPT - 1, whole.shape[1])]
    largest = anew.abs().max().item()
    return (torch.stack(cached, 1) - anew).abs().max().item(), largest


def row(*size):
    model, plain = long_rows_(ours(*size)), ours(*size)
    prompt = torch.randint(VOCAB, (1, PROMPT))
    ways = {
        "ours": partial(write, model),
        "without long rows": partial(write, plain),
        "without a cache": partial(write_without, model),
        "Hugging Face": hugging_face(model, size[1]),
        "x-transformers": x_transformers(*size),
    }
    tasks = {name: partial(way, prompt) for name, way in ways.items()}
    with torch.no_grad():
        tokens = tasks["ours"]()
        for name in ("without long rows", "without a cache", "Hugging Face"):
            assert torch.equal(tasks[name](), tokens), name
        times = seconds(tasks, ROUNDS, WARM, f"{NEW} tokens, {size[0]} numbers")
    medians = {name: median(each) for name, each in times.items()}
    speed = {name: each / medians["ours"] for name, each in medians.items()}
    differ, largest = off(model, prompt, tokens)
    return {
        "d_model": size[0],
        "blocks": size[2],
        "seconds": medians,
        "speed": speed,
        "off": differ,
        "largest logit": largest,
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
            print(f"  {name:18} {each:6.2f} s {found['speed'][name]:6.2f}")
        largest = f"the largest is {found['largest logit']:.2f}"
        print(f"  cached and computed anew differ by {found['off']:.1e}, {largest}")


if __name__ == "__main__":
    main()
