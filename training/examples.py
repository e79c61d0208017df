"""Training examples: encoded passages with, for every word, the tags that its annotation allows.

Some sources tell less than our labels: CrossNER's 'person' may be a character, its journals are an ORG of ours, and
some stretches nobody annotated. A word may therefore have several right tags; the loss is that of all of them together.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from spacy.tokens import Doc

from pipeline.extract.language import plain_tokenizer
from pipeline.extract.transformer.decoding import BEGIN, INSIDE, LAST, NAMES, TAGS, UNIT, tag
from pipeline.extract.transformer.encoding import WordPieces
from training import prepare, synthetic
from training.own import Annotated

LONGEST = 256  # pieces; what is longer is cut, as at run time
EVERYTHING = (1 << TAGS) - 1
EITHER = {"PERSON?": ("PERSON", "CHARACTER"), "WORK_OF_ART?": ("WORK_OF_ART", "ORG"), "PLACE?": ("GPE", "LOC", "FAC")}


@dataclass(frozen=True, slots=True)
class Example:
    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    allowed: list[int]  # per word of `firsts`: the right tags as bits


def crossner(path: Path) -> Iterator[tuple[str, Annotated]]:
    """(domain, sentence); labels with a question mark where the source does not tell ours."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans = [(a, b, _label(row["text"][a:b], label, kind)) for a, b, label, kind in row["spans"]]
        yield row["id"].split("-")[1], (row["text"], spans, [tuple(s) for s in row["ignore"]])


def _label(name: str, label: str, kind: str) -> str:
    if label == "PLACE":
        return prepare.place(name)
    if kind == "person":
        return "PERSON?"
    return "WORK_OF_ART?" if kind in ("academicjournal", "magazine") else label


def varied(passage: Annotated, rng: Random) -> Annotated:
    """Now and then as a headline would have it: in capitals, or with the larger words capitalised."""
    chance = rng.random()
    if chance < 0.02:
        return in_capitals(passage)
    text, spans, unknown = passage
    if chance < 0.06 or (len(text) < 100 and chance < 0.15):
        return re.sub(r"(?<![\w'’])[a-zà-ÿ](?=[\w'’]{3})", lambda m: m[0].upper(), text), spans, unknown
    return passage


def in_capitals(passage: Annotated) -> Annotated:
    """As a headline in capitals would have it; unchanged where that alters the length."""
    text, spans, unknown = passage
    return (text.upper(), spans, unknown) if len(text.upper()) == len(text) else passage


class Encoder:
    def __init__(self, vocabulary: Path) -> None:
        self.wordpieces = WordPieces.from_disk(vocabulary)
        self.tokenize = plain_tokenizer()

    def __call__(self, passage: Annotated) -> Example:
        text, spans, unknown = passage
        doc = self.tokenize(text)
        words = [token.text for token in doc]
        blanks = [True, *(bool(token.whitespace_) or token.is_space for token in doc)][: len(words)]
        encoded = self.wordpieces.encode(words, blanks)
        allowed = _allowed(doc, spans, unknown)
        count = min(len(encoded.pieces), LONGEST)
        kept = [(f, a) for f, a in zip(encoded.firsts, allowed, strict=True) if 0 <= f < count]
        return Example(encoded.pieces[:count], encoded.shapes[:count], [f for f, _ in kept], [a for _, a in kept])


def _allowed(doc: Doc, spans: Iterable[tuple[int, int, str]], unknown: Iterable[tuple[int, int]]) -> list[int]:
    allowed = [1] * len(doc)
    for start, end in unknown:
        if stretch := doc.char_span(start, end, alignment_mode="expand"):
            allowed[stretch.start : stretch.end] = [EVERYTHING] * len(stretch)
    for start, end, label in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        labels = [NAMES.index(name) for name in EITHER.get(label, (label,))]
        solid = [i for i in range(span.start, span.end) if not doc[i].is_space]
        for i in solid:
            part = UNIT if len(solid) == 1 else BEGIN if i == solid[0] else LAST if i == solid[-1] else INSIDE
            allowed[i] = sum(1 << tag(part, label) for label in labels)
    return allowed


def natural(train: Path, redocred: Path, rng: Random) -> Iterator[Annotated]:
    """One round through the licensed sources; the domains nearest to ours come oftener, and with other names."""
    for domain, passage in crossner(train):
        yield passage
        if domain in prepare.CLOSE:
            yield passage
            yield from (prepare.renamed(rng, passage) for _ in range(2))
    for passage in prepare.redocred(redocred):
        yield prepare.renamed(rng, passage) if rng.random() < 0.2 else passage


def made_up(rng: Random, count: int) -> Iterator[Annotated]:
    return ((text, spans, []) for text, spans in synthetic.passages(rng, count))
