"""A passage as clauses of tokens in which every mention and date is one character.

'Sea of Glass was written by Ann Oba (Kites).' becomes ' W was written by P' and, as a clause of its own, ' P ( W )'.
So a wording of the vocabulary is an ordinary regular expression, a title's words and punctuation never match one,
and a bracket never stands between a verb and its object.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.extract.reading import Findings
from pipeline.extract.statements.companies import with_companies
from pipeline.records import DateMention, Mention, Passage
from pipeline.vocabulary import load_vocabulary

# One private-use character per kind of thing.
KINDS = {
    kind: chr(0xE000 + number)
    for number, kind in enumerate(
        "person character org work place event award date range undated reference pronoun".split()
    )
}
LABELS = {
    "PERSON": "person",
    "CHARACTER": "character",
    "ORG": "org",
    "WORK_OF_ART": "work",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "event",
    "AWARD": "award",
}
WORD = re.compile(
    r"[^\W\d_]+n['’]t\b|(?:[^\W\d_]\.){2,}|\d{1,3}(?:,\d{3})+(?!\d)|\d{1,4}\.\d{1,2}(?![\w.])|['’]s\b|(?<=s)['’](?=\s)"
    r"|\w+(?:[-‑]\w+)*(?:['’](?!s\b)\w+)?|\S"
)
QUOTES = frozenset("\"“”„‟«»‹›「」『』‘’'`")
SENTENCE_END = frozenset(".!?…。！？")
OPENING, CLOSING = frozenset("([（"), frozenset(")]）")


@dataclass(frozen=True, slots=True)
class Token:
    """A word in lower case, a sign, or the character of a thing; `start` and `end` are offsets into the passage."""

    text: str
    start: int
    end: int
    item: Mention | DateMention | None = None


@dataclass(slots=True)
class Clause:
    """A sentence without its brackets, or one bracket with the token before it (`at`: where in its sentence)."""

    tokens: list[Token]
    inside: "Clause | None" = None
    at: int = 0
    brackets: list["Clause"] = field(default_factory=list)


def fold_passage(passage: Passage, items: Sequence[Mention | DateMention]) -> list[Clause]:
    """The sentences of the passage in order; each carries its brackets."""
    return [_without_brackets(tokens) for tokens in _sentences(_tokens(passage, items))]


class ItemFinder:
    """Mentions and dates by passage; a passage is found in logarithmic time."""

    def __init__(self, findings: Findings) -> None:
        dated = [d for d in findings.dates if d.edtf or not d.duration]
        mentions = with_companies(findings.mentions)
        self.items: list[Mention | DateMention] = sorted([*mentions, *dated], key=lambda item: (item.start, -item.end))
        self.starts = [item.start for item in self.items]
        self.named: dict[str, Mention] = {}
        for item in self.items:
            if isinstance(item, Mention):
                self.named.setdefault(item.words, item)

    def first_named(self, words: str) -> Mention | None:
        """The first mention by these words."""
        return self.named.get(words)

    def within(self, start: int, end: int) -> list[Mention | DateMention]:
        """Items inside raw `[start, end)`, in order, the first of overlapping ones only."""
        found: list[Mention | DateMention] = []
        for item in self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            if item.end <= end and (not found or found[-1].end <= item.start):
                found.append(item)
        return found


def kind_of(item: Mention | DateMention) -> str:
    """The name of the item's character in KINDS."""
    if isinstance(item, Mention):
        return LABELS[item.label]
    if item.edtf is None:
        return "undated"
    return "range" if "/" in item.edtf else "date"


def _tokens(passage: Passage, items: Sequence[Mention | DateMention]) -> Iterator[Token]:
    at = 0
    for item in items:
        start, end = passage.to_text(item.start), passage.to_text(item.end - 1) + 1
        if start < at or start >= end:
            continue
        yield from _words(passage.text, at, start)
        yield Token(KINDS[kind_of(item)], start, end, item)
        at = end
    yield from _words(passage.text, at, len(passage.text))


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    skipped = load_vocabulary("hedges")["skipped"]["words"]
    for found in WORD.finditer(text, start, end):
        word = found[0]
        if word.lower() in skipped:
            continue
        if word in QUOTES and not (found.start() and text[found.start() - 1] == "s" and word in "'’"):
            continue
        if word in ("'", "’"):
            word = "'s"
        yield Token(word.lower().replace("’", "'"), found.start(), found.end())


def _sentences(tokens: Iterator[Token]) -> Iterator[list[Token]]:
    """Cut behind a full stop that no abbreviation explains and no bracket encloses."""
    abbreviations = load_vocabulary("hedges")["abbreviations"]["words"]
    sentence: list[Token] = []
    depth = 0
    for token in tokens:
        sentence.append(token)
        depth += (token.text in OPENING) - (token.text in CLOSING)
        after = sentence[-2].text if len(sentence) > 1 else ""
        if token.text in SENTENCE_END and depth <= 0 and after not in abbreviations:
            yield sentence
            sentence, depth = [], 0
    if sentence:
        yield sentence


def _without_brackets(tokens: Sequence[Token]) -> Clause:
    clause = Clause([])
    open_bracket: Clause | None = None
    depth = 0
    for token in tokens:
        if token.text in OPENING:
            depth += 1
            if open_bracket is None:
                before = clause.tokens[-1:]
                open_bracket = Clause([*before], inside=clause, at=len(clause.tokens))
        target = open_bracket or clause
        target.tokens.append(token)
        if token.text in CLOSING and open_bracket is not None:
            depth -= 1
            if depth == 0:
                clause.brackets.append(open_bracket)
                open_bracket = None
    if open_bracket is not None:  # never closed: part of the sentence
        clause.tokens += open_bracket.tokens[bool(open_bracket.at) :]
    return clause
