"""Training examples for relations: scenes, and for each candidate what is stated with it.

Two sources: passages with their claims (`training/claims/`, the form is described in GUIDE.md there), and annotated
articles (`tests/articles/development`) as the pipeline reads them, with the mentions that it finds itself.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

from spacy.language import Language

from pipeline.extract.dates import find_dates
from pipeline.extract.language import plain_tokenizer
from pipeline.extract.mentions import find_mentions
from pipeline.extract.reading import Findings, Reading
from pipeline.extract.relations import Candidate, Paragraph, make_paragraph
from pipeline.extract.relations.finding import SLOT_OF
from pipeline.extract.relations.scenes import Placed, Scene, scenes
from pipeline.extract.statements import find_statements
from pipeline.extract.topics import find_topic
from pipeline.extract.transformer.encoding import WordPieces
from pipeline.parse import parse_article
from pipeline.records import Article, Name
from pipeline.vocabulary.predicates import load_predicates
from training.stated import FORMS, PREDICATES, SLOTS, Claim, Stated, key, read_stated

SLACK = 3  # characters that evidence may lack at either end


@dataclass
class Target:
    """What is stated with one candidate as value."""

    subjects: dict[str, set[str]] = field(default_factory=dict)  # of each predicate
    fillers: dict[str, set[str]] = field(default_factory=dict)  # of each slot
    forms: set[str | None] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)  # predicates that it may have or not


@dataclass(frozen=True)
class Example:
    """`keys[i]` tells which thing `scene.placed[i]` is, as the targets name things; None: nothing that has a name."""

    source: str
    scene: Scene
    keys: list[str]
    targets: list[Target | None]  # None: nothing is learned of it
    learned: frozenset[str] = frozenset(PREDICATES)  # predicates that the source tells of


def of_passages(path: Path, wordpieces: WordPieces) -> Iterator[Example]:
    """The passages of a file; of one in ten, those that name their topic, it is not told: articles may have none."""
    tokenizer = plain_tokenizer()
    for passage in read_stated(path):
        topic = None if _is_named(passage) and crc32(passage.id.encode()) % 10 == 0 else passage.topic
        paragraph = make_paragraph(tokenizer(passage.text), passage.named, topic, passage.heading)
        for scene in scenes([paragraph], wordpieces):
            keys = [passage.names.get(p.candidate, key(p.name.text)) for p in scene.placed]
            targets = [_target(p, k, passage.claims) for p, k in zip(scene.placed, keys, strict=True)]
            yield Example(passage.id, scene, keys, targets)


def _is_named(passage: Stated) -> bool:
    """Whether a reader who does not know the topic meets its name."""
    return passage.topic is not None and key(passage.topic.text) in passage.names.values()


def _target(placed: Placed, name: str, claims: Sequence[Claim]) -> Target | None:
    """What the claims say with this candidate as value."""
    if placed.candidate is None or not placed.counts:
        return None
    target = Target()
    for each in claims:
        if means(placed.name, name, each):
            _add(target, each)
    return target


def _add(target: Target, each: Claim) -> None:
    target.subjects.setdefault(each.predicate, set()).add(each.subject)
    target.forms.add(each.form)
    slot = SLOT_OF.get(each.predicate)
    if slot in each.fillers:
        target.fillers.setdefault(slot, set()).add(each.fillers[slot])


def means(name: Name, meant: str, each: Claim) -> bool:
    """Whether a candidate is the value of the claim."""
    kinds = load_predicates()[each.predicate].values
    if name.label == "DATE":
        return "date" in kinds and each.value in (name.text, *name.text.split("/"))
    if name.label == "NUMBER":
        return "number" in kinds and each.value == name.text
    return "date" not in kinds and "number" not in kinds and meant == key(each.value)


def of_articles(raw: Path, gold: Path, nlp: Language, wordpieces: WordPieces) -> Iterator[Example]:
    for path in sorted(gold.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        annotation = Annotation(content)
        paragraphs = read_paragraphs(raw / content["doc"], nlp)
        for scene in scenes(paragraphs, wordpieces):
            keys = [
                annotation.key_of(p.name, p.candidate, paragraphs[p.paragraph] if p.paragraph is not None else None)
                for p in scene.placed
            ]
            targets = [annotation.target(p, k, paragraphs) for p, k in zip(scene.placed, keys, strict=True)]
            yield Example(content["doc"], scene, keys, targets)


def read_paragraphs(path: Path, nlp: Language) -> list[Paragraph]:
    """The paragraphs of an article, as the pipeline hands them to the network."""
    data = path.read_bytes()
    parsed = parse_article(Article(path.name, data.decode("utf-8"), hashlib.sha256(data).hexdigest(), "utf-8"))
    reading = Reading(parsed, tuple(nlp.pipe(passage.text for passage in parsed.passages)))
    findings = Findings(dates=find_dates(reading))
    findings = Findings(mentions=find_mentions(reading, findings), dates=findings.dates)
    seen: list[Paragraph] = []

    def keep(paragraphs: Sequence[Paragraph]) -> list[Any]:
        seen.extend(paragraphs)
        return []

    find_statements(reading, findings, find_topic(parsed, findings), keep)
    return seen


class Annotation:
    """The annotation of one article, by place and by name."""

    def __init__(self, content: dict[str, Any]) -> None:
        self.mentions = content["mentions"]
        named: dict[str, Counter[str]] = {}
        for m in self.mentions:
            for text in (m["text"], m["entity"]):
                named.setdefault(key(text), Counter())[key(m["entity"])] += 1
        self.named = {text: counts.most_common(1)[0][0] for text, counts in named.items()}
        self.claims = [(_annotated(f), f["evidence"]) for f in content["facts"] if f["predicate"] in PREDICATES]

    def key_of(self, name: Name, candidate: Candidate | None = None, paragraph: Paragraph | None = None) -> str:
        """The key of the entity that is annotated in this place, else of the one that is mostly called so."""
        if candidate is not None and paragraph is not None and name.label not in ("DATE", "NUMBER", "GENRE"):
            start, end = raw_span(candidate, paragraph)
            for m in self.mentions:
                if m["start"] < end and start < m["end"]:
                    return key(m["entity"])
        text = key(name.text)
        return self.named.get(text, text)

    def target(self, placed: Placed, meant: str, paragraphs: Sequence[Paragraph]) -> Target | None:
        """What is annotated with the candidate as value. What is so of its name elsewhere may be so of it too."""
        if placed.candidate is None or placed.paragraph is None or not placed.counts:
            return None
        start, end = raw_span(placed.candidate, paragraphs[placed.paragraph])
        target = Target()
        for each, evidence in self.claims:
            if means(placed.name, meant, each):
                if any(a - SLACK <= start and end <= b + SLACK for a, b in evidence):
                    _add(target, each)
                else:
                    target.unknown.add(each.predicate)
        target.unknown -= target.subjects.keys()
        return target


def _annotated(fact: dict[str, Any]) -> Claim:
    fillers = {slot: key(text) for slot, text in (fact.get("qualifiers") or {}).items() if slot in SLOTS}
    form = fact.get("medium")
    return Claim(key(fact["subject"]), fact["predicate"], str(fact["value"]), form if form in FORMS else None, fillers)


def raw_span(candidate: Candidate, paragraph: Paragraph) -> tuple[int, int]:
    assert paragraph.passage is not None
    span = paragraph.passage.to_raw(candidate.start, candidate.end)
    return span.start, span.end
