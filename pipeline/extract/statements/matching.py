"""Where the wordings of the vocabulary stand in a clause."""

import re
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
        owned = owned and line.words[slots["value"][0] - 1] != "during"  # 'during Sunday's show'
        if "value" not in slots or owned or _is_part(template, line, slots["value"][0]):
            continue
        if _is_other_role(template.trigger.frame or "", line, start, end):
            continue
        if _is_of_extra(template, line, start, slots["value"][0]):
            continue
        if not (_negated(line, template, start, end) or _is_of_person(template, line, start, slots["value"][0], end)):
            yield Match(template, start, end, slots)


def _is_part(template: Template, line: _Line, value: int) -> bool:
    """'The first four episodes' counts a part of the episodes."""
    counted = "number" in template.predicate.values and value > 0
    if template.predicate.name == "volumes" and line.words[value] in ("first", "1st"):
        return True
    return counted and line.words[value - 1] in ("first", "last", "next", "final", "latest", "opening", "remaining")


def _is_other_role(frame: str, line: _Line, start: int, end: int) -> bool:
    """'The art director is P', 'as director of photography'; 'as Director Oba' is a part that somebody plays."""
    if frame.startswith("<role>"):
        return start > 0 and line.words[start - 1] in load_vocabulary("roles")["other"]["before"]
    if not frame.endswith("<role>"):
        return False
    if re.search(r" (?:is|was|are|were) an? ", " ".join(line.words[start:end])):  # 'Oba is a writer'
        return True
    behind = line.words[end : end + 2]
    name = behind[:1] in ([KINDS["person"]], [KINDS["character"]])
    return name or (behind[:1] == ["of"] and not "\ue000" <= behind[-1] <= "\ue0ff")


def _is_of_extra(template: Template, line: _Line, start: int, value: int) -> bool:
    """Whether it is said of a trailer, a review, a disc: of something beside the work.

    A date is, wherever in the clause such a thing stands; else it must be what the wording is about.
    """
    hedges, words, predicate = _hedges(), line.words, template.predicate
    if "work" not in predicate.subjects or predicate.name in _OF_SONGS:
        return False
    if predicate.values == ("date",):
        first = start
        while first > 0 and not _begins_clause(words, first):
            first -= 1
        said = [at for at in range(first, value) if words[at] in hedges.extras and words[at] not in template.vocabulary]
        return any(not set(words[max(at - 3, 0) : at]) & hedges.ordinals for at in said)
    at = min(start, value) - 1
    described = words[start] in ("from", "with") or words[start + 1] == "by"
    if words[start] == "and" or (at >= 0 and words[at] in _WORKS and described):
        return False  # 'rights to the film from helmer P', 'a trailer for the film directed by P'
    while at >= 0 and (words[at] in hedges.links or words[at] in _WORKS | _PEOPLE):
        at -= 1
    extra = words[at] if at >= 0 else ""
    parts = hedges.parts if predicate.name in ("episodes", "volumes") or "org" in predicate.values else frozenset[str]()
    return extra in hedges.extras - template.vocabulary - parts and extra not in _OWN_EXTRAS.get(predicate.name, ())


_WORKS = frozenset([KINDS["work"], KINDS["reference"]])
_OWN_EXTRAS = {"composer": ("soundtrack", "song", "songs", "track"), "producer": ("song", "songs", "track")}
_OF_SONGS = frozenset(["opening_theme", "ending_theme", "theme_performer"])
_PEOPLE = frozenset([KINDS["person"], KINDS["character"], "he", "she", "they", "i", "we", "who"])


def _begins_clause(words: list[str], at: int) -> bool:
    """Whether a boundary stands before `at`, or 'reveals that': what a trailer tells is not said of the trailer."""
    hedges = _hedges()
    return words[at - 1] in hedges.boundaries or (words[at - 1] == "that" and at > 1 and words[at - 2] in hedges.tells)


def _is_of_person(template: Template, line: _Line, start: int, value: int, end: int) -> bool:
    """'Oba debuted in May' is about a person; 'Oba launched the manga in May' about a work."""
    if "work" not in template.predicate.subjects:
        return False
    if "person" in template.predicate.values and "by" not in line.words[start:value]:
        return False
    at = start - 1
    while at > 0 and line.words[at] in _hedges().links:
        at -= 1
    if at < 0 or line.words[at] not in _PEOPLE or (at > 0 and line.words[at - 1] not in _hedges().openings):
        return False
    inside = line.words[start:end]
    return not {*_WORKS, KINDS["pronoun"]} & set(inside) and "volume" not in inside


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
    said = f" {' '.join(words[first:end])} "
    if any(f" {phrase} " in said for phrase in hedges.doubts):
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
    doubts: tuple[str, ...]  # of several words
    extras: frozenset[str]
    parts: frozenset[str]  # extras that are parts of the work
    links: frozenset[str]
    tells: frozenset[str]
    ordinals: frozenset[str]
    openings: frozenset[str]


@cache
def _hedges() -> _Hedges:
    data = load_vocabulary("hedges")
    words = frozenset([*data["negations"]["words"], *data["doubts"]["words"]])
    extras = data["extras"]
    return _Hedges(
        words,
        frozenset(data["boundaries"]["words"]),
        tuple(data["taken_back"]["phrases"]),
        tuple(data["doubts"]["phrases"]),
        frozenset([*extras["words"], *extras["parts"]]),
        frozenset(extras["parts"]),
        frozenset(extras["links"]),
        frozenset(extras["tells"]),
        frozenset(extras["ordinals"]),
        frozenset(data["boundaries"]["openings"]),
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
