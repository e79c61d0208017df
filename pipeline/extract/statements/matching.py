"""Where the wordings of the vocabulary stand in a clause."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.extract.statements.folding import KINDS, Token
from pipeline.extract.statements.references import Folded
from pipeline.extract.statements.templates import Template, load_templates
from pipeline.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class Match:
    """A wording found: which tokens it covers and which of them fill its slots, as half-open ranges."""

    template: Template
    start: int
    end: int
    slots: dict[str, tuple[int, int]]

    @property
    def value(self) -> tuple[int, int]:
        return self.slots["value"]


def find_matches(folded: Folded, *, bracketed: bool, context: frozenset[str]) -> list[Match]:
    """All wordings that stand in the clause, longest first; `context` are the words of the passage up to here."""
    line = _Line(folded.tokens)
    unfolded = _Line(folded.clause.tokens).text
    words = {token.text for token in folded.tokens}
    found: list[Match] = []
    for template in _candidates(words):
        if template.bracketed and not bracketed:
            continue
        if _holds(template, unfolded, context):
            found += _matches(template, line)
    return sorted(found, key=lambda m: (m.start - m.end, m.start, m.template.trigger.name))


class _Line:
    """A clause as one string, each token behind a space."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.words = [token.text for token in tokens]
        self.text = "".join(f" {word}" for word in self.words)
        self.starts: list[int] = []
        at = 0
        for token in tokens:
            self.starts.append(at)
            at += len(token.text) + 1

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens of `text[start:end]`."""
        return bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1)


def _matches(template: Template, line: _Line) -> Iterator[Match]:
    for hit in template.pattern.finditer(line.text):
        found = hit.groupdict()
        slots = {name.rpartition("_")[0]: line.tokens(*hit.span(name)) for name, text in found.items() if text}
        start, end = line.tokens(*hit.span())
        owned = end < len(line.words) and line.words[end] == "'s" and slots.get("value", (0, 0))[1] == end
        if "value" not in slots or owned or _is_part(template, line, slots["value"][0]):
            continue
        if template.trigger.frame and template.trigger.frame.endswith("<role>") and _is_title(line, end):
            continue
        if _is_of_extra(template, line, start, slots["value"][0]):
            continue
        if not _negated(line, template, start, end):
            yield Match(template, start, end, slots)


def _is_part(template: Template, line: _Line, value: int) -> bool:
    """'The first four episodes' counts a part of the episodes."""
    counted = "number" in template.predicate.values and value > 0
    if template.predicate.name == "volumes" and line.words[value] in ("first", "1st"):
        return True
    return counted and line.words[value - 1] in ("first", "last", "next", "final", "latest", "opening", "remaining")


def _is_title(line: _Line, end: int) -> bool:
    """Whether a name follows: 'as Director Oba' is a part that somebody plays."""
    return end < len(line.words) and line.words[end] in (KINDS["person"], KINDS["character"])


def _is_of_extra(template: Template, line: _Line, start: int, value: int) -> bool:
    """Whether a date is that of a trailer, a disc, a second volume: something beside the work."""
    if template.predicate.values != ("date",) or "work" not in template.predicate.subjects:
        return False
    hedges, words = _hedges(), line.words
    first = start
    while first > 0 and words[first - 1] not in hedges.boundaries:
        first -= 1
    said = [at for at in range(first, value) if words[at] in hedges.extras and words[at] not in template.vocabulary]
    return any(not set(words[max(at - 3, 0) : at]) & hedges.ordinals for at in said)


def _holds(template: Template, unfolded: str, context: frozenset[str]) -> bool:
    """The conditions of the trigger: words of the passage, wordings of the sentence."""
    trigger = template.trigger
    if trigger.needs and not any(need in context for need in trigger.needs):
        return False
    return not any(f" {wording}" in unfolded for wording in trigger.unless)


def _negated(line: _Line, template: Template, start: int, end: int) -> bool:
    """Whether a negation or a doubt stands before the match, in it, or takes it back behind it."""
    hedges = _hedges()
    words = line.words
    first = start
    while first > 0 and words[first - 1] not in hedges.boundaries:
        first -= 1
    own = set(template.words)
    if any(word in hedges.words and word not in own for word in words[first:end]):
        return True
    last = end
    while last < len(words) and words[last] not in hedges.boundaries:
        last += 1
    behind = " ".join(words[end:last])
    return any(phrase in behind for phrase in hedges.taken_back)


@dataclass(frozen=True, slots=True)
class _Hedges:
    words: frozenset[str]
    boundaries: frozenset[str]
    taken_back: tuple[str, ...]
    extras: frozenset[str]
    ordinals: frozenset[str]


@cache
def _hedges() -> _Hedges:
    data = load_vocabulary("hedges")
    words = frozenset([*data["negations"]["words"], *data["doubts"]["words"]])
    extras = data["extras"]
    return _Hedges(
        words,
        frozenset(data["boundaries"]["words"]),
        tuple(data["taken_back"]["phrases"]),
        frozenset(extras["words"]),
        frozenset(extras["ordinals"]),
    )


def _candidates(words: set[str]) -> list[Template]:
    """Templates all of whose words and needs stand in the clause, in the order of the vocabulary."""
    index = _index()
    near = {number for word in sorted(words) for number in index.get(word, ())}
    templates = [t for number in sorted(near) if (t := load_templates()[number]).words <= words]
    return [t for t in templates if not any(map(words.isdisjoint, t.needs))]


@cache
def _index() -> dict[str, tuple[int, ...]]:
    """Numbers of templates by anchor."""
    index: dict[str, list[int]] = {}
    for number, template in enumerate(load_templates()):
        for anchor in template.anchors:
            index.setdefault(anchor, []).append(number)
    return {word: tuple(numbers) for word, numbers in index.items()}
