"""Passages of Re-DocRED (Tan et al., EMNLP 2022) that tell something our predicates are about, as training examples."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.extract.language import plain_tokenizer
from pipeline.extract.relations import Candidate, make_paragraph
from pipeline.extract.relations.scenes import scenes
from pipeline.extract.transformer.encoding import WordPieces
from pipeline.records import Name
from training.relation_examples import Example, Target

# Wikidata's properties as predicates of ours; P1441 is the other way round.
PROPERTIES = {
    "P50": "author", "P170": "author", "P57": "director", "P86": "composer", "P58": "screenwriter", "P162": "producer",
    "P123": "publisher", "P577": "release_date", "P674": "character", "P178": "developer", "P400": "platform",
    "P272": "studio", "P449": "broadcaster", "P19": "birth_place", "P569": "birth_date", "P840": "setting",
    "P264": "publisher",
}  # fmt: skip
SENTENCES = 3  # of a passage
TYPES = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE", "TIME": "DATE", "MISC": "WORK_OF_ART"}
TOLD = frozenset([*PROPERTIES.values(), "character"])


def related_passages(path: Path, wordpieces: WordPieces) -> Iterator[Example]:
    """Three sentences each of Re-DocRED's documents that tell something of our predicates."""
    tokenizer = plain_tokenizer()
    with gzip.open(path) as file:
        documents = json.load(file)
    for number, document in enumerate(documents):
        related = [(x["h"], x["t"], PROPERTIES[x["r"]]) for x in document["labels"] if x["r"] in PROPERTIES]
        related += [(x["t"], x["h"], "character") for x in document["labels"] if x["r"] == "P1441"]
        for first in range(0, len(document["sents"]) if related else 0, SENTENCES):
            text, named = _passage(document, range(first, min(first + SENTENCES, len(document["sents"]))))
            topic = Name(document["title"], "WORK_OF_ART")
            for scene in scenes([make_paragraph(tokenizer(text), named, topic, "")], wordpieces):
                keys = [p.name.text for p in scene.placed]
                targets = [_related(p.name.text, p.candidate is not None, related, keys) for p in scene.placed]
                if any(t and t.subjects for t in targets):
                    yield Example(f"redocred {number}", scene, keys, targets, TOLD)


def _passage(document: dict[str, Any], numbers: range) -> tuple[str, list[Candidate]]:
    """These sentences as one text, and what is annotated in it: each thing is named by its number."""
    text = ""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for s in numbers:
        for w, word in enumerate(document["sents"][s]):
            spans[s, w] = len(text), len(text) + len(word)
            text += word + " "
    found = {}
    for thing, mentions in enumerate(document["vertexSet"]):
        for m in mentions:
            if m["sent_id"] in numbers and m["type"] in TYPES:
                start, end = spans[m["sent_id"], m["pos"][0]][0], spans[m["sent_id"], m["pos"][1] - 1][1]
                found[start, end] = Candidate(start, end, Name(str(thing), TYPES[m["type"]]))
    named: list[Candidate] = []
    for _, candidate in sorted(found.items()):
        if not named or named[-1].end <= candidate.start:
            named.append(candidate)
    return text, named


def _related(name: str, counts: bool, related: list[tuple[int, int, str]], keys: list[str]) -> Target | None:
    if not counts:
        return None
    target = Target()
    for subject, value, predicate in related:
        if str(value) == name:
            if str(subject) in keys:
                target.subjects.setdefault(predicate, set()).add(str(subject))
            else:
                target.unknown.add(predicate)
    return target
