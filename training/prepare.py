# ruff: noqa: E501
"""Training data as spaCy DocBins: the licensed sources (paths given), passages of our own, synthetic ones."""

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import spacy
from spacy.tokens import Doc, DocBin

from training import names, synthetic
from training.own import Annotated, names_in, ours, own_files, swapped

SEED = 20261101
OWN = 3  # times that our own passages are there, and as often with other names
CLOSE = ("literature", "music")  # the domains nearest to ours, and few: used more often
FACILITY = re.compile(
    r"(?i)\b(theat(re|er)|hall|stadium|arena|museum|airport|bridge|hotel|palace|castle|station|cent(re|er)|park|opera|church|cathedral|zoo)\b"
)
LOCATION = re.compile(
    r"(?i)\b(river|lake|mount|mountains?|sea|ocean|islands?|valley|desert|peninsula|europe|asia|africa|america|gulf|coast|bay|earth|moon)\b"
)
DEMONYM = re.compile(
    r"(?i)^(\w+(ese|ish|ian|ean|ench|utch|erman|elsh|reek|erican|exican|oman|raeli|aqi|ani|wiss|zech|hai)|.*[- ]American)s?$"
)
WORK_HEADS = "P50 P57 P58 P86 P110 P123 P144 P161 P162 P175 P178 P179 P400 P449 P577 P674 P840 P170 P364 P272".split()


def crossner(path: Path, domain: str = "") -> Iterator[Annotated]:
    """Sentences of CrossNER; its PLACE is told apart by head words."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if domain not in row["id"]:
            continue
        spans = [(a, b, place(row["text"][a:b]) if label == "PLACE" else label) for a, b, label, *_ in row["spans"]]
        yield row["text"], spans, [tuple(s) for s in row["ignore"]]


def place(name: str) -> str:
    if FACILITY.search(name):
        return "FAC"
    return "LOC" if LOCATION.search(name) and name != "South Africa" else "GPE"


def redocred(path: Path) -> Iterator[Annotated]:
    """Leads of Re-DocRED in stretches of one to four sentences; things of no certain label count as not annotated."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        documents = json.load(file)
    for document in documents:
        labels = _labels(document)
        step = 1 + len(document["title"]) % 4
        for first in range(0, len(document["sents"]), step):
            yield _stretch(document, labels, range(first, min(first + step, len(document["sents"]))))


def _labels(document: dict) -> list[str | None]:
    """One label per entity: the tagged one, or for MISC what its relations tell; None: unknown; '': no name."""
    made = []
    for entity in document["vertexSet"]:
        kind, name = entity[0]["type"], entity[0]["name"]
        if kind in ("TIME", "NUM") or (kind in ("LOC", "MISC") and DEMONYM.match(name)):
            made.append("")
        else:
            made.append({"PER": "PERSON", "ORG": "ORG", "LOC": place(name)}.get(kind))
    for fact in document["labels"]:
        head, tail, relation = fact["h"], fact["t"], fact["r"]
        if relation in WORK_HEADS and made[head] is None:
            made[head] = "WORK_OF_ART"
        if relation in ("P1441", "P800") and made[tail] is None:
            made[tail] = "WORK_OF_ART"
        if relation == "P674":
            made[tail] = "CHARACTER"
        if relation == "P1441":
            made[head] = "CHARACTER"
        if relation == "P166" and made[tail] is None:
            made[tail] = "AWARD"
        if relation in ("P1344", "P607") and made[tail] is None:
            made[tail] = "EVENT"
    return made


def _stretch(document: dict, labels: list[str | None], sentences: Iterable[int]) -> Annotated:
    text, offsets = "", {}
    for s in sentences:
        text, offsets[s] = _detokenised(text, document["sents"][s])
    spans, unknown = [], []
    for entity, label in zip(document["vertexSet"], labels, strict=True):
        for mention in entity:
            if mention["sent_id"] not in offsets:
                continue
            tokens = offsets[mention["sent_id"]][mention["pos"][0] : mention["pos"][1]]
            start, end = tokens[0][0], tokens[-1][1]
            if label is None:
                unknown.append((start, end))
            elif label:
                spans.append((start, end, label))
    return text, _no_overlap(spans), unknown


def _detokenised(text: str, tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    offsets, opened = [], False
    glue = not text
    for token in tokens:
        closing = token == '"' and opened
        if not glue and not closing and not re.match(r"^([,.;:!?)\]%]|'s|'|’s|’|n't|-|–|/)", token):
            text += " "
        offsets.append((len(text), len(text) + len(token)))
        text += token
        if token == '"':
            opened = not opened
        glue = token in ("(", "[", "$", "-", "–", "/") or (token == '"' and opened)
    return text, offsets


def _no_overlap(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        if all(span[1] <= k[0] or k[1] <= span[0] for k in kept):
            kept.append(span)
    return sorted(kept)


def renamed(rng: Random, passage: Annotated) -> Annotated:
    """The same sentence about other, invented things: natural contexts with names of our domain."""
    text, spans, unknown = passage
    made, at, new_spans, moved = "", 0, [], []
    chosen: dict[tuple[str, str], str] = {}
    stops = sorted(
        [*((a, b, label) for a, b, label in spans), *((a, b, None) for a, b in unknown)], key=lambda s: s[:2]
    )
    for start, end, label in stops:
        if start < at:
            return passage
        made += text[at:start]
        name, at = text[start:end], end
        if label in MAKERS and rng.random() < 0.8 and len(name) > 3:
            name = chosen.setdefault((name, label), MAKERS[label](rng, name))
        (
            new_spans.append((len(made), len(made) + len(name), label))
            if label
            else moved.append((len(made), len(made) + len(name)))
        )
        made += name
    return made + text[at:], new_spans, moved


def _person(rng: Random, old: str) -> str:
    full, part = names.person(rng)
    return full if " " in old else part


def _place(rng: Random, old: str) -> str:
    return old if rng.random() < 0.4 else names.place(rng).removeprefix("the_")


def _company(rng: Random, old: str) -> str:
    return old if " of " in old or rng.random() < 0.5 else rng.choice([names.company, names.band, names.magazine])(rng)


MAKERS = {"PERSON": _person, "GPE": _place, "ORG": _company, "CHARACTER": lambda rng, _: names.character(rng)[0], "WORK_OF_ART": lambda rng, _: names.title(rng),
          "AWARD": lambda rng, _: names.award(rng)}  # fmt: skip


def to_doc(nlp: spacy.Language, passage: Annotated) -> Doc:
    text, spans, unknown = passage
    doc = nlp.make_doc(text)
    kept: list = []
    for start, end, label in spans:
        entity = doc.char_span(start, end, label=label, alignment_mode="expand")
        if entity is not None and all(entity.end <= k.start or k.end <= entity.start for k in kept):
            kept.append(entity)
    taken = {token.i for entity in kept for token in entity}
    stretches = [doc.char_span(a, b, alignment_mode="expand") for a, b in unknown]
    blank = {token.i for stretch in stretches if stretch is not None for token in stretch} - taken
    doc.set_ents(kept, missing=[doc[i : i + 1] for i in sorted(blank)], default="outside")
    return doc


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--crossner", type=Path, required=True, help="train.jsonl")
    ap.add_argument("--crossner-dev", type=Path, required=True, help="dev.jsonl: picks the best step, never trained on")
    ap.add_argument("--redocred", type=Path, required=True, help="redocred-dev.json.gz")
    ap.add_argument("--synthetic", type=int, default=13000)
    ap.add_argument("--out", type=Path, required=True)
    args = ap.parse_args()
    rng, nlp = Random(SEED), spacy.blank("en")
    natural = [*crossner(args.crossner), *redocred(args.redocred)]
    made_up = [(text, spans, []) for text, spans in synthetic.passages(rng, args.synthetic)]
    own = own_files()
    pool = names_in(p for path in own for p in ours(path, rng))
    passages = [p for path in own for _ in range(OWN) for p in ours(path, rng)]
    passages += [swapped(p, pool, rng) for path in own for _ in range(OWN) for p in ours(path, rng)]
    close = [p for domain in CLOSE for p in crossner(args.crossner, domain)]
    train = [
        *natural,
        *(renamed(rng, p) for p in natural),
        *made_up,
        *passages,
        *close,
        *(renamed(rng, p) for _ in range(5) for p in close),
    ]
    rng.shuffle(train)
    held = [(text, spans, []) for text, spans in synthetic.passages(Random(SEED + 1), 300)]
    args.out.mkdir(parents=True, exist_ok=True)
    for name, rows in (("train", train), ("dev", [*crossner(args.crossner_dev), *held])):
        DocBin(docs=[to_doc(nlp, row) for row in rows], store_user_data=False).to_disk(args.out / f"{name}.spacy")
        print(f"{name}: {len(rows)} passages")


if __name__ == "__main__":
    main()
