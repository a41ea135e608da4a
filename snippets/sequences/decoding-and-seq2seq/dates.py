# kind: study, tested with EPOCHS=2 PAIRS=800 WARMUP=20 DAYS=5
"""A Transformer that reads dates in many notations and writes them as ISO 8601.

    python snippets/sequences/decoding-and-seq2seq/dates.py --out run
    python snippets/sequences/decoding-and-seq2seq/dates.py --out run --resume
    torchrun --nproc-per-node 2 snippets/…/dates.py --out run

It prints the loss of each epoch, and for each notation the share of days
never trained on that it writes without a fault. In the folder --out lie the
checkpoints and result.json, with what the attention looked at.
"""

# --8<-- [start:settings]
import argparse
import json
import os
import sys
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from chainrule.data import DataLoader
from chainrule.generation import beam_search, greedy
from chainrule.models import Transformer
from chainrule.nn import CrossEntropyLoss
from chainrule.optim import Adam
from chainrule.optim.lr_scheduler import NoamLR
from chainrule.text import (
    NEW_NOTATIONS,
    NOTATIONS,
    CharTokenizer,
    draw_dates,
    split_days,
)
from chainrule.training import device_of, evaluating, fit, get_device, move

SEED, EPOCHS, PAIRS, BATCH, WARMUP = 0, 8, 20_000, 100, 400
DAYS, LONGEST = 200, 12  # in each notation of the test; tokens written
SIZES = {
    "d_model": 64,
    "nhead": 4,
    "num_encoder_layers": 2,
    "num_decoder_layers": 2,
    "dim_feedforward": 128,
    "dropout": 0.0,  # the pairs are many
    "norm_first": True,
    "max_len": 64,
}
# --8<-- [end:settings]


# --8<-- [start:batches]
def padded(rows):
    """Lists of tokens as one tensor (N, longest), 0 behind their ends."""
    rows = [torch.as_tensor(row) for row in rows]
    return nn.utils.rnn.pad_sequence(rows, batch_first=True)


class Share:
    """Every size-th pair from rank on: ((source, written so far), next).

    What is written so far begins with begin; the next tokens are the
    same, one place on, up to end.
    """

    def __init__(self, tokenizer, rank=0, size=1):
        self.tokenizer, self.rank, self.size = tokenizer, rank, size

    def __call__(self, pairs):
        pairs = pairs[self.rank :: self.size]
        src, tgt = (
            padded(map(self.tokenizer.encode, texts))
            for texts in zip(*pairs, strict=True)
        )
        return (src, tgt[:, :-1]), tgt[:, 1:]


# --8<-- [end:batches]


# --8<-- [start:reader]
class Reader(Transformer):
    """A Transformer that takes both inputs as one, as fit gives them."""

    def forward(self, x):
        return super().forward(*x)


class TokenLoss(nn.Module):
    """The mean over the tokens of all processes, padding left out.

    Its value is the same in all of them. Its gradient is that of the
    own tokens, times the number of processes, over the tokens of all:
    the mean over the processes, which DistributedDataParallel takes, is
    then the gradient of the value.
    """

    reduction = "mean"

    def __init__(self, label_smoothing=0.0):
        super().__init__()
        self.total = CrossEntropyLoss(
            ignore_index=0, reduction="sum", label_smoothing=label_smoothing
        )

    def forward(self, y, t):
        total = self.total(y.transpose(1, 2), t)
        both = torch.stack([total.detach(), (t != 0).sum().to(total)])
        size = 1
        if dist.is_initialized():
            dist.all_reduce(both)
            size = dist.get_world_size()
        mine = total * (size / both[1])
        return mine + (both[0] / both[1] - mine).detach()


# --8<-- [end:reader]


# --8<-- [start:together]
class Together(DistributedDataParallel):
    """Its checkpoints are those of the model, for any number of processes."""

    def state_dict(self, *args, **keywords):
        return self.module.state_dict(*args, **keywords)

    def load_state_dict(self, state, strict=True):
        return self.module.load_state_dict(state, strict)


def joined(double):
    """Rank, number of processes and device, as torchrun says, or alone."""
    if "RANK" not in os.environ:
        device = torch.device("cpu") if double else get_device()
        return 0, 1, device
    device = torch.device("cpu")
    if torch.cuda.is_available() and not double:
        device = torch.device("cuda", int(os.environ["LOCAL_RANK"]))
        torch.cuda.set_device(device)
    dist.init_process_group("nccl" if device.type == "cuda" else "gloo")
    return dist.get_rank(), dist.get_world_size(), device


def hand_out(first, own, rank):
    """Let all go on from what the first process kept, if it kept anything."""
    kept = [first.read_bytes() if rank == 0 and first.exists() else None]
    dist.broadcast_object_list(kept)
    if kept[0] is None:
        own.unlink(missing_ok=True)
    elif rank:
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_bytes(kept[0])


# --8<-- [end:together]


# --8<-- [start:train]
def train(args, rank, size, device):
    """The model, its tokenizer, days of the test and the run of fit."""
    rng = np.random.default_rng(args.seed)
    days, test = split_days(2000, rng)
    pairs = draw_dates(days, args.pairs, rng)
    tokenizer = CharTokenizer([text for pair in pairs for text in pair])
    torch.manual_seed(args.seed)  # all processes begin and shuffle alike
    model = Reader(len(tokenizer), **SIZES).to(device)
    model = model.double() if args.double else model
    optimizer = Adam(model.parameters(), lr=0.5, betas=(0.9, 0.98), eps=1e-9)
    path = args.out and args.out / f"{rank}.pt"
    if args.resume and size > 1:
        hand_out(args.out / "0.pt", path, rank)
    run = fit(
        Together(model) if size > 1 else model,
        TokenLoss(label_smoothing=0.1),
        optimizer,
        DataLoader(
            pairs,
            args.batch,
            shuffle=True,
            drop_last=True,
            collate_fn=Share(tokenizer, rank, size),
        ),
        epochs=args.epochs,
        scheduler=NoamLR(optimizer, SIZES["d_model"], args.warmup),
        scheduler_step="update",
        clip_grad_norm=1.0,
        path=path,
        every=50 if path else None,
        resume=args.resume,
        progress=rank == 0,
    )
    return model, tokenizer, test, run


# --8<-- [end:train]


# --8<-- [start:measure]
def read(model, tokenizer, texts, beams=1):
    """What the model writes for these texts, with the cache."""
    device = device_of(model)
    src = padded(map(tokenizer.encode, texts)).to(device)
    begin = torch.full((len(texts),), tokenizer.begin, device=device)
    with evaluating(model):  # the encoder, too
        given = model.start(src, LONGEST), begin, tokenizer.end, LONGEST
        if beams == 1:
            tokens = greedy(*given)
        else:
            tokens = beam_search(*given, num_beams=beams)[0][:, 0]
    return [tokenizer.decode(row) for row in tokens.tolist()]


def exact(model, tokenizer, test, n, beams):
    """By notation, the share of n days that is written without a fault."""
    rng, shares = np.random.default_rng(0), {}
    for name, written in (NOTATIONS | NEW_NOTATIONS).items():
        pairs = draw_dates(test, n, rng, {name: written})
        texts, right = zip(*pairs, strict=True)
        found = read(model, tokenizer, texts, beams)
        shares[name] = np.mean([*map(str.__eq__, found, right)]).item()
    return shares


# --8<-- [end:measure]


# --8<-- [start:looked-at]
def looked_at(model, tokenizer, text, written):
    """Weights of the last cross-attention (heads, T, S) while it writes."""
    attention, kept = model.decoder.layers[-1].multihead_attn, []

    def ask(module, args, keywords):
        more = {"need_weights": True, "average_attn_weights": False}
        return args, keywords | more

    hooks = [
        attention.register_forward_pre_hook(ask, with_kwargs=True),
        attention.register_forward_hook(lambda m, x, y: kept.append(y[1][0])),
    ]
    (src, tgt), _ = move(Share(tokenizer)([(text, written)]), device_of(model))
    with evaluating(model):
        model((src, tgt))
    for hook in hooks:
        hook.remove()
    return kept[0]


# --8<-- [end:looked-at]


def result(args, model, tokenizer, test, run):
    """All that is told of a training, as JSON takes it."""
    pictures, day = [], next(day for day in test if day.year > 1911)
    for name in ([*NOTATIONS][4], [*NOTATIONS][-1]):  # by words, by arithmetic
        text, iso = NOTATIONS[name](day), day.isoformat()
        weights = looked_at(model, tokenizer, text, iso)
        weights = [
            [[round(x, 3) for x in r] for r in h] for h in weights.tolist()
        ]
        written = read(model, tokenizer, [text])[0]
        pictures.append({"text": text, "written": written, "weights": weights})
    return {
        "seed": args.seed,
        "pairs": args.pairs,
        "batch": args.batch,
        "vocabulary": len(tokenizer),
        "parameters": sum(p.numel() for p in model.parameters()),
        "loss": run.history["loss"],
        "greedy": exact(model, tokenizer, test, args.days, 1),
        "beam": exact(model, tokenizer, test, args.days, 4),
        "pictures": pictures,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, default in (
        *(("seed", SEED), ("epochs", EPOCHS), ("pairs", PAIRS)),
        *(("batch", BATCH), ("warmup", WARMUP), ("days", DAYS)),
    ):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--out", type=Path, help="folder of checkpoints")
    parser.add_argument(
        "--resume", action="store_true", help="go on from --out"
    )
    parser.add_argument("--double", action="store_true", help="in float64")
    args = parser.parse_args()
    if args.resume and not args.out:
        parser.error("--resume goes on from what lies in --out")
    rank, size, device = joined(args.double)
    if args.batch % size:
        parser.error(f"--batch must be a multiple of {size} processes")
    try:
        model, tokenizer, test, run = train(args, rank, size, device)
    except KeyboardInterrupt:
        sys.exit("stopped: the same command with --resume goes on")
    if rank == 0:
        told = result(args, model, tokenizer, test, run)
        print("what,of,value")
        for epoch, loss in enumerate(told["loss"], 1):
            print(f"loss,{epoch},{loss:.4f}")
        for search in ("greedy", "beam"):
            for name, share in told[search].items():
                print(f'{search},"{name}",{share:.3f}')
        if args.out:
            text = json.dumps(told, ensure_ascii=False)
            (args.out / "result.json").write_text(text + "\n", "utf-8")
    if size > 1:
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
