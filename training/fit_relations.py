"""Trains the network of relations from the weights of the tagger: annotated texts in, a checkpoint out.

usage: python -m training.fit_relations --tagger average.pt --redocred redocred-dev.json.gz --work FOLDER
"""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import torch
from torch import Tensor
from torch.nn import functional

from pipeline.extract import load_language
from pipeline.extract.relations.finding import LABELS_OF, SLOT_LABELS, SLOT_OF
from pipeline.extract.relations.network import load_wordpieces
from pipeline.vocabulary.predicates import load_predicates
from training.own import ARTICLES
from training.redocred import related_passages
from training.relation_examples import Example, of_articles, of_passages
from training.relation_network import Outputs, Relations
from training.stated import FORMS, PREDICATES, SLOTS, stated_files

SEED = 20261121
BATCH = 1000  # pieces with padding


def loss_of(model: Relations, batch: Sequence[Example], hide: float) -> Tensor:
    losses = [_loss(*pair) for pair in zip(model.read(batch, hide), batch, strict=True)]
    return torch.stack(losses).sum() / max(1, sum(t is not None for e in batch for t in e.targets))


def _loss(outputs: Outputs, example: Example) -> Tensor:
    """Summed over the candidates of one example."""
    predicates, subjects, roles, forms = outputs
    rows = [i for i, target in enumerate(example.targets) if target is not None]
    right = torch.zeros(len(rows), len(PREDICATES))
    known = torch.tensor([[p in example.learned for p in PREDICATES]]).repeat(len(rows), 1).float()
    total = torch.zeros(())
    for row, i in enumerate(rows):
        target = example.targets[i]
        assert target is not None
        for predicate in target.unknown:
            known[row, PREDICATES.index(predicate)] = 0
        for predicate, names in target.subjects.items():
            right[row, PREDICATES.index(predicate)] = 1
            labels = {LABELS_OF[s] for s in load_predicates()[predicate].subjects}
            total = total + _pointed(subjects[i] + roles[PREDICATES.index(predicate)], example, i, names, labels)
        for slot, names in target.fillers.items():
            at = len(PREDICATES) + SLOTS.index(slot)
            total = total + _pointed(subjects[i] + roles[at], example, i, names, set(SLOT_LABELS[slot]))
        if target.forms:
            wanted = [FORMS.index(form) for form in FORMS if form in target.forms]
            total = total + forms[i].logsumexp(0) - forms[i][wanted].logsumexp(0)
    each = functional.binary_cross_entropy_with_logits(predicates[rows], right, reduction="none")
    return total + (each * known).sum()


def _pointed(scores: Tensor, example: Example, at: int, names: set[str], labels: set[str]) -> Tensor:
    """How far the pointer is from the mentions of the names; nothing if none of them is there."""
    fit = [
        j for j, p in enumerate(example.scene.placed) if p.name.label in labels and example.keys[j] != example.keys[at]
    ]
    right = [j for j in fit if example.keys[j] in names]
    return scores[fit].logsumexp(0) - scores[right].logsumexp(0) if right else torch.zeros(())


def batches(examples: list[Example], rng: Random) -> list[list[Example]]:
    """Examples of like length together."""
    rng.shuffle(examples)
    made: list[list[Example]] = []
    for first in range(0, len(examples), 300):
        batch: list[Example] = []
        for example in sorted(examples[first : first + 300], key=lambda e: len(e.scene.pieces)):
            if batch and (len(batch) + 1) * len(example.scene.pieces) > BATCH:
                made.append(batch)
                batch = []
            batch.append(example)
        made.append(batch)
    rng.shuffle(made)
    return made


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("tagger", "redocred", "work"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    ap.add_argument("--model", help="the pipeline that reads the articles; it should not have learned their names")
    ap.add_argument("--rounds", type=int, default=4)
    ap.add_argument("--rate", type=float, default=1.5e-4)
    ap.add_argument("--repeat", type=int, default=2, help="times a round has the annotated articles")
    ap.add_argument("--hide", type=float, default=0.15, help="part of the names whose letters are hidden")
    ap.add_argument("--threads", type=int, default=1)
    args = ap.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    wordpieces = load_wordpieces()
    own = [e for path in stated_files() for e in of_passages(path, wordpieces)]
    own += [*of_articles(ARTICLES / "raw", ARTICLES / "gold", load_language(args.model), wordpieces)] * args.repeat
    others = list(related_passages(args.redocred, wordpieces))
    print(f"{len(own)} examples, {len(others)} of Re-DocRED", flush=True)
    model = Relations()
    model.load_state_dict(torch.load(args.tagger), strict=False)
    args.work.mkdir(parents=True, exist_ok=True)
    fit(model, own, others, args)


def fit(model: Relations, own: list[Example], others: list[Example], args: argparse.Namespace) -> None:
    model.words.weight.requires_grad_(False)
    rng = Random(SEED)
    steps = []
    for number in range(args.rounds):
        more = rng.sample(others, len(others) // 4) if number < args.rounds - 1 else []
        steps += batches([*own, *more], rng)
    fresh = [p for n, p in model.named_parameters() if n.split(".")[0] in FRESH]
    taken = {id(p) for p in [*fresh, model.words.weight]}
    rest = [p for p in model.parameters() if id(p) not in taken]
    optimizer = torch.optim.AdamW(
        [{"params": rest, "lr": args.rate}, {"params": fresh, "lr": 1e-3}], weight_decay=0.01, fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 80) * max(0.02, 1 - step / len(steps))
    )
    model.train()
    began, losses = time.monotonic(), []
    for number, batch in enumerate(steps, 1):
        loss = loss_of(model, batch, args.hide)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        losses.append(loss.item())
        if number % 50 == 0 or number == len(steps):
            said = f"{number} of {len(steps)}, loss {sum(losses[-50:]) / len(losses[-50:]):.3f}"
            print(f"{said}, {time.monotonic() - began:.0f} s", flush=True)
            torch.save(model.state_dict(), args.work / "relations.pt")


FRESH = ("kinds", "hidden", "predicates", "forms", "queries", "keys", "roles")
assert set(SLOT_OF.values()) == set(SLOTS)

if __name__ == "__main__":
    main()
