"""Training examples for relations: scenes, and for each candidate what is stated with it.

Two sources: passages with their claims (`training/claims/`, the form is described in GUIDE.md there), and annotated
articles (`tests/articles/development`) as the pipeline reads them, with the mentions that it finds itself.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language

from pipeline.extract.dates import find_dates
from pipeline.extract.language import plain_tokenizer
from pipeline.extract.mentions import find_mentions
from pipeline.extract.reading import Findings, Reading
from pipeline.extract.relations import KIND_OF, Candidate, Paragraph, make_paragraph
from pipeline.extract.relations.finding import SLOT_OF
from pipeline.extract.relations.scenes import Placed, Scene, scenes
from pipeline.extract.statements import find_statements
from pipeline.extract.topic import find_topic
from pipeline.extract.transformer.encoding import WordPieces
from pipeline.parse import parse_article
from pipeline.records import Article, Name
from pipeline.vocabulary.predicates import load_predicates

PREDICATES = tuple(name for name in load_predicates() if name != "isbn")
SLOTS = ("character", "theme")
FORMS = (None, "light_novel", "novel", "web_novel", "manga", "anime", "film", "game", "audiobook", "art_book",
         "live_action", "stage", "music", "other")  # fmt: skip
SLACK = 3  # characters that evidence may lack at either end
MARK = re.compile(r"\[([^\[\]]+)\]\(([A-Z_]+)(?:\|([^()]*(?:\([^()]*\))?[^()]*))?\)")


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


@dataclass(frozen=True)
class Claim:
    subject: str
    predicate: str
    value: str
    form: str | None
    fillers: dict[str, str]


def key(text: str) -> str:
    """Equal for spellings of a name that differ in case and signs alone."""
    return re.sub(r"\W+", " ", str(text).lower()).strip() or str(text)


def of_passages(path: Path, wordpieces: WordPieces) -> Iterator[Example]:
    tokenizer = plain_tokenizer()
    for block in re.split(r"\n\s*\n(?=# )", path.read_text(encoding="utf-8").strip()):
        lines = block.split("\n")
        topic = [part.strip() for part in lines[1].removeprefix("@ ").split("|")]
        heading = next((x[3:].strip() for x in lines if x.startswith("@@ ")), "")
        body = " ".join(x for x in lines[2:] if not x.startswith(("> ", "@@ "))).replace("\\n", "\n")
        text, named, names = unmarked(re.sub(r" *\n *", "\n", body))
        about = Name(topic[0], topic[1]) if topic[0] != "-" and topic[1] in KIND_OF else None
        paragraph = make_paragraph(tokenizer(text), named, about, heading)
        claims = [c for x in lines if x.startswith("> ") and (c := claim(x))]
        for scene in scenes([paragraph], wordpieces):
            keys = [names.get(p.candidate, key(p.name.text)) if p.candidate else key(p.name.text) for p in scene.placed]
            yield Example(
                lines[0][2:].strip(),
                scene,
                keys,
                [_target(p, k, claims) for p, k in zip(scene.placed, keys, strict=True)],
            )


def unmarked(source: str) -> tuple[str, list[Candidate], dict[Candidate | None, str]]:
    """The text, its marks as candidates, and the keys of these."""
    text, at = "", 0
    named: list[Candidate] = []
    names: dict[Candidate | None, str] = {}
    for mark in MARK.finditer(source):
        text += source[at : mark.start()]
        at = mark.end()
        start = len(text)
        text += mark[1]
        if mark[2] in KIND_OF:
            meant = (mark[3] or mark[1]).strip()
            candidate = Candidate(start, len(text), Name(meant, mark[2]))
            named.append(candidate)
            names[candidate] = meant if mark[2] == "DATE" else key(meant)
    return text + source[at:], named, names


def claim(line: str) -> Claim | None:
    predicate, _, rest = line.removeprefix("> ").partition(": ")
    parts = [part.strip() for part in rest.split(" | ")]
    if predicate not in PREDICATES or len(parts) < 3:
        return None
    form = parts[1].split()[0] if parts[1] not in ("-", "") else None
    qualifiers = dict(part.split("=", 1) for part in parts[3:] if "=" in part)
    fillers = {slot: key(qualifiers[slot]) for slot in SLOTS if slot in qualifiers}
    return Claim(key(parts[0]), predicate, parts[2], form if form in FORMS else None, fillers)


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

    find_statements(reading, findings, find_topic(parsed.metadata, findings, parsed.text), keep)
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
