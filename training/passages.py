"""Reads annotated passages: the format that `training/data/GUIDE.md` describes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LABELS = frozenset("PERSON CHARACTER ORG WORK_OF_ART GPE LOC FAC EVENT AWARD".split())
# Every mark a passage may hold; what is left over of its three characters is malformed.
MENTION = re.compile(r"\[([^\[\]|\n]+)\|([^\[\]|\n]*)\]|[\[\]|]")
HEAD = re.compile(r"## (?P<id>[\w.-]+) \| (?P<style>[\w -]+) \| (?P<domain>[\w -]+)")


@dataclass(frozen=True)
class Passage:
    """A text without its marks, and the (start, end, label) of each mention, in order and apart from one another."""

    id: str
    style: str
    domain: str
    text: str
    spans: tuple[tuple[int, int, str], ...]


def _unmark(line: str, place: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The line without marks and its spans. `place` is named in errors."""
    text, spans, at = "", [], 0
    for mark in MENTION.finditer(line):
        surface, label = mark.groups()
        if surface is None:
            raise ValueError(f"{place}: {mark[0]!r} outside a mark")
        if label not in LABELS:
            raise ValueError(f"{place}: unknown label {label!r}")
        if surface != surface.strip():
            raise ValueError(f"{place}: space at the edge of {surface!r}")
        text += line[at : mark.start()]
        spans.append((len(text), len(text) + len(surface), label))
        text += surface
        at = mark.end()
    return text + line[at:], spans


def read_passages(path: Path) -> Iterator[Passage]:
    """The passages of a file. ValueError, with the number of the line, where the marks are malformed."""
    head: re.Match[str] | None = None
    text, spans = "", list[tuple[int, int, str]]()

    def finished() -> Iterator[Passage]:
        if head:
            if not text.strip():
                raise ValueError(f"{path}: {head['id']} has no text")
            yield Passage(head["id"], head["style"], head["domain"], text.rstrip("\n"), tuple(spans))

    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        place = f"{path}:{number}"
        if line.startswith("## "):
            yield from finished()
            head, text, spans = HEAD.fullmatch(line), "", []
            if head is None:
                raise ValueError(f"{place}: no '## <id> | <style> | <domain>': {line!r}")
        elif head:
            bare, found = _unmark(line, place)
            spans += [(start + len(text), end + len(text), label) for start, end, label in found]
            text += bare + "\n"
        elif line.strip():
            raise ValueError(f"{place}: text before the first '## ' line")
    yield from finished()
