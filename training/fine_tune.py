"""Fine-tunes MiniLM on a CPU or a GPU: sources in, checkpoints with averaged weights out.

usage: python -m training.fine_tune --encoder FOLDER --crossner train.jsonl --crossner-dev dev.jsonl
           --redocred redocred-dev.json.gz --work FOLDER
"""

import argparse
import json
import math
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import torch
from torch import Tensor
from torch.nn import functional

from pipeline.extract.transformer.decoding import TAGS, best_tags, entities
from pipeline.extract.transformer.encoding import NO_SHAPE
from training.examples import Encoder, Example, crossner, made_up, natural, varied
from training.minilm import Tagger
from training.own import DATA, HELD_BACK, all_stated, names_in, of_articles, ours, own_files, swapped
from training.paths import path_loss

SEED = 20261121
BATCH = 700  # pieces with padding
PLACES = ("GPE", "LOC", "FAC")


def rounds(args: argparse.Namespace, encode: Encoder, rng: Random) -> Iterator[list[Example]]:
    """Batches of passages of like length, for ever; every round mixes anew."""
    own, stated = own_files(), all_stated()
    articles = list(of_articles())
    names = names_in([*(p for path in own for p in ours(path, rng)), *stated])
    while True:
        passages = [p for p in natural(args.crossner, args.redocred, rng) if rng.random() < args.natural]
        passages += made_up(rng, args.synthetic)
        for path in own:
            passages += (p for _ in range(args.repeat) for p in ours(path, rng))
            passages += (swapped(p, names, rng) for _ in range(args.swapped) for p in ours(path, rng))
        passages += [*stated, *articles]
        passages += (swapped(p, names, rng) for p in stated if not p[2] and rng.random() < 0.5)
        passages = [varied(p, rng) for p in passages]
        examples = [e for e in map(encode, passages) if e.firsts]
        rng.shuffle(examples)
        print(f"round: {len(examples)} examples, {sum(len(e.pieces) for e in examples)} pieces", flush=True)
        for first in range(0, len(examples), 800):
            yield from batches(sorted(examples[first : first + 800], key=lambda e: len(e.pieces)), rng)


def batches(examples: list[Example], rng: Random) -> list[list[Example]]:
    made: list[list[Example]] = [[]]
    for example in examples:
        if made[-1] and (len(made[-1]) + 1) * len(example.pieces) > BATCH:
            made.append([])
        made[-1].append(example)
    rng.shuffle(made)
    return made


def tensors(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Pieces, shapes, mask, the places of first pieces in the flattened batch, and the right tags of each."""
    longest = max(len(e.pieces) for e in batch)
    pieces = torch.zeros(len(batch), longest + 2, dtype=torch.long)
    shapes = torch.full_like(pieces, NO_SHAPE)
    mask = torch.zeros(len(batch), 1, 1, longest + 2, dtype=torch.bool)
    where, right = [], []
    for row, e in enumerate(batch):
        pieces[row, : len(e.pieces) + 2] = torch.tensor([101, *e.pieces, 102])
        shapes[row, 1 : len(e.pieces) + 1] = torch.tensor(e.shapes)
        mask[row, ..., : len(e.pieces) + 2] = True
        where += [row * (longest + 2) + 1 + f for f in e.firsts]
        right += e.allowed
    bits = (torch.tensor(right)[:, None] >> torch.arange(TAGS)) & 1
    return pieces, shapes, mask, torch.tensor(where), bits.bool()


def loss_of(model: Tagger, batch: list[Example]) -> Tensor:
    pieces, shapes, mask, where, right = tensors(batch)
    return path_loss(model(pieces, shapes, mask).flatten(0, 1)[where], right, [len(e.firsts) for e in batch])


@torch.no_grad()
def tagged(model: Tagger, examples: list[Example]) -> list[list[tuple[int, int, str]]]:
    """The entities of each example, in words that have pieces."""
    model.eval()
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].pieces))
    found: list[list[tuple[int, int, str]]] = [[] for _ in examples]
    for first in range(0, len(order), 16):
        chosen = order[first : first + 16]
        pieces, shapes, mask, where, _ = tensors([examples[i] for i in chosen])
        scores = functional.log_softmax(model(pieces, shapes, mask).flatten(0, 1)[where], 1).numpy()
        at = 0
        for i in chosen:
            n = len(examples[i].firsts)
            found[i] = list(entities(best_tags(scores[at : at + n])))
            at += n
    model.train()
    return found


def gold(example: Example) -> tuple[set[tuple[int, int, str]], set[int]]:
    """Entities of an example and the words that nobody annotated; a label in doubt is the first of its kind."""
    tags = [(a & -a).bit_length() - 1 for a in example.allowed]
    unknown = {i for i, a in enumerate(example.allowed) if a.bit_count() > 2}
    return set(entities([0 if i in unknown else t for i, t in enumerate(tags)])), unknown


def merged(span: tuple[int, int, str], six: bool) -> tuple[int, int, str]:
    label = span[2]
    if six:
        label = "PLACE" if label in PLACES else "PERSON" if label == "CHARACTER" else label
    return span[0], span[1], label


def scored(model: Tagger, examples: list[Example], six: bool) -> tuple[float, dict[str, float]]:
    """F1 of all and of each label."""
    counts: dict[str, Counter[str]] = {}
    for example, found in zip(examples, tagged(model, examples), strict=True):
        right, unknown = gold(example)
        right = {merged(s, six) for s in right}
        mine = {merged(s, six) for s in found if not unknown.intersection(range(s[0], s[1]))}
        for span in right | mine:
            kind = "tp" if span in right and span in mine else "fn" if span in right else "fp"
            for name in ("all", span[2]):
                counts.setdefault(name, Counter())[kind] += 1
    f1 = {k: 2 * c["tp"] / max(1, 2 * c["tp"] + c["fn"] + c["fp"]) for k, c in counts.items()}
    return f1.pop("all", 0.0), {k: round(v, 3) for k, v in sorted(f1.items())}


class Average:
    """Weights averaged over the last steps: steadier than those of any one step."""

    def __init__(self, model: Tagger, keep: float = 0.995) -> None:
        self.keep, self.seen = keep, 0
        self.weights = {k: v.detach().clone() for k, v in model.state_dict().items()}

    @torch.no_grad()
    def update(self, model: Tagger) -> None:
        self.seen += 1
        keep = min(self.keep, (1 + self.seen) / (10 + self.seen))
        for name, value in model.state_dict().items():
            if name != "words.weight":
                self.weights[name].lerp_(value, 1 - keep)


def rate(step: int, args: argparse.Namespace) -> float:
    """Rises over the first steps, falls to nothing over the last part."""
    rise, left = min(1.0, (step + 1) / args.warmup), (args.steps - step) / (args.steps * args.fall)
    return rise * min(1.0, max(0.0, left))


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and vocab.txt")
    for name in ("crossner", "crossner-dev", "redocred", "work"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    ap.add_argument("--steps", type=int, default=4200)
    ap.add_argument("--until", type=int, help="stop after so many of them")
    ap.add_argument("--fall", type=float, default=0.6, help="part of the steps over which the rate falls")
    ap.add_argument("--warmup", type=int, default=100)
    ap.add_argument("--rate", type=float, default=1.5e-4)
    ap.add_argument("--synthetic", type=int, default=800, help="made-up passages a round")
    ap.add_argument("--natural", type=float, default=1.0, help="part of the licensed sources in a round")
    ap.add_argument("--repeat", type=int, default=2, help="times a round has our own passages")
    ap.add_argument("--swapped", type=int, default=1, help="times more with other names")
    ap.add_argument("--every", type=int, default=700, help="steps between evaluations")
    ap.add_argument("--threads", type=int, default=1)
    args = ap.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    encode = Encoder(args.encoder / "vocab.txt")
    model = Tagger()
    model.start_from(args.encoder / "model.safetensors")
    train(model, encode, args)


def train(model: Tagger, encode: Encoder, args: argparse.Namespace) -> None:
    model.words.weight.requires_grad_(False)
    fresh = [*model.shapes.parameters(), *model.tags.parameters()]
    taken = {id(p) for p in [*fresh, model.words.weight]}
    others = [p for p in model.parameters() if id(p) not in taken]
    groups = [{"params": others, "lr": args.rate}, {"params": fresh, "lr": 1e-3, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, args))
    average, stream = Average(model), rounds(args, encode, Random(SEED + args.steps))
    seen, began, losses = 0, time.monotonic(), []
    model.train()
    args.work.mkdir(parents=True, exist_ok=True)
    last = args.until or args.steps
    for step in range(1, last + 1):
        batch = next(stream)
        loss = loss_of(model, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        average.update(model)
        losses.append(loss.item())
        seen += sum(len(e.pieces) for e in batch)
        if step % 50 == 0:
            speed = seen / (time.monotonic() - began)
            print(f"{step} loss {sum(losses[-50:]) / 50:.4f} pieces {seen} {speed:.0f}/s", flush=True)
        if step % args.every == 0 or step == last:
            report(model, average, encode, args, step)


def report(model: Tagger, average: Average, encode: Encoder, args: argparse.Namespace, step: int) -> None:
    """Scores the averaged weights and keeps both."""
    torch.save(model.state_dict(), args.work / "last.pt")
    torch.save(average.weights, args.work / "average.pt")
    tested = Tagger()
    tested.load_state_dict(average.weights)
    said: dict[str, object] = {"step": step, "time": time.strftime("%H:%M")}
    for domain in ("literature", "music"):
        rows = [encode(p) for d, p in crossner(args.crossner_dev) if d == domain]
        said[domain], said[domain + " labels"] = scored(tested, rows, six=True)
    if (DATA / HELD_BACK).exists():
        rows = [encode(p) for p in ours(DATA / HELD_BACK, Random(1))]
        said["held back"], said["held back labels"] = scored(tested, rows, six=False)
    said = {k: round(v, 4) if isinstance(v, float) and math.isfinite(v) else v for k, v in said.items()}
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
