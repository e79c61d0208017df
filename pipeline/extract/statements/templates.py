"""Wordings of the vocabulary, compiled to regular expressions over folded clauses.

    directed by {value}                 words and slots
    [was|were] [also] announced         one of; a single alternative may be absent
    [first|officially|] announced       an empty alternative makes a group optional
    event ... on {as_of}                up to ten tokens inside the sentence
    {value} ({character} from {subject})    brackets stand for themselves

`{value}` takes the predicate's kinds of value and, where a predicate may hold many, a whole list ('A, B and C').
Other slots are named by what they become (subject, character, theme, language, region, as_of) or by the kind of a
thing that must stand there and is not kept ({person}, {org}, {work}, {place}, {event}, {date}, {number}, {any}).
`{slot:kind}` overrides a slot's kinds, `{slot:kind+}` takes a list.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import count

from pipeline.extract.statements.folding import KINDS
from pipeline.extract.statements.forms import load_forms
from pipeline.values.numbers import ORDINAL_TENS, ORDINAL_UNITS, TENS, UNITS
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.predicates import Predicate, Trigger, load_predicates

PIECE = re.compile(r"\.\.\.|\{[^{}]+\}|[\[\]|]|[^\s\[\]|{},()]+|[,()]")
SLOT_NAME = re.compile(r"\(\?P<(\w+)>")
GAP = r"(?: [^ ;:.!?]+){0,10}?"
# 'written and directed by', 'by the studio X': what may stand inside any wording
SECOND_PARTICIPLE = r"(?:(?: ,)?(?: and| &| ,) (?:co-)?\w+(?:ed|wn|en))?"
SEPARATOR = r"(?: ,)?(?: and| &| or| as well as| along with)?(?: by| the)?"
SLOT_KINDS = {
    "subject": "subject",
    "character": "character person",
    "theme": "work",
    "language": "language",
    "region": "place",
    "as_of": "date",
    "any": "person org work character event award",
}
ENTITY_KINDS = frozenset("person org work place event character platform".split())


@dataclass(frozen=True, slots=True)
class Template:
    """A trigger ready to be matched: worth trying where all its `words` and one of its `anchors` stand."""

    trigger: Trigger
    predicate: Predicate
    pattern: re.Pattern[str]
    words: frozenset[str]
    anchors: frozenset[str]
    bracketed: bool


@cache
def load_templates() -> tuple[Template, ...]:
    """All triggers of the vocabulary, in its order."""
    return tuple(_compile(p, t) for p in load_predicates().values() for t in p.triggers)


def _compile(predicate: Predicate, trigger: Trigger) -> Template:
    regex, depth = "", 0
    words: set[str] = set()
    groups: list[list[list[str]]] = []
    alternatives: list[list[str]] = []
    pieces = PIECE.findall(_spaced(trigger.pattern))
    for number, piece in enumerate(pieces):
        if piece == "[":
            depth, alternatives = 1, [[]]
            continue
        if piece == "|" and depth:
            alternatives.append([])
            continue
        if piece == "]":
            regex += _group(alternatives)
            groups.append(alternatives)
            depth = 0
            continue
        compiled = _piece(piece, predicate)
        if depth:
            alternatives[-1].append(compiled)
            continue
        follows = pieces[number + 1] if number + 1 < len(pieces) else ""
        regex += compiled + (SECOND_PARTICIPLE if follows == "by" and piece.endswith(("ed", "en", "wn")) else "")
        if piece[0].isalpha() or piece in ("(", "'s"):
            words.add(piece.lower())
    names = count()  # a slot may stand in several alternatives; matching drops the number
    regex = SLOT_NAME.sub(lambda slot: f"(?P<{slot[1]}_{next(names)}>", regex)
    return Template(
        trigger, predicate, re.compile(regex + "(?= |$)"), frozenset(words), _anchors(words, groups), "(" in words
    )


def _anchors(words: set[str], groups: list[list[list[str]]]) -> frozenset[str]:
    """The longest fixed word, mostly the rarest; else the first words of a group that must be there."""
    if words:
        return frozenset([max(sorted(words), key=len)])
    needed = next(g for g in groups if len(g) > 1 and all(g))
    return frozenset(re.sub(r"\\(.)", r"\1", alternative[0]).strip() for alternative in needed)


def _spaced(pattern: str) -> str:
    """Possessive endings are tokens of their own in folded text."""
    return re.sub(r"(?<=[\w}])'s\b", " 's", pattern)


def _group(alternatives: list[list[str]]) -> str:
    parts = ["".join(words) for words in alternatives]
    optional = len(parts) == 1 or "" in parts
    return f"(?:{'|'.join(p for p in parts if p)}){'?' if optional else ''}"


def _piece(piece: str, predicate: Predicate) -> str:
    if piece == "...":
        return GAP
    if piece[0] == "{":
        return _slot(piece[1:-1], predicate)
    return " " + re.escape(piece.lower())


def _slot(text: str, predicate: Predicate) -> str:
    name, _, kinds = text.partition(":")
    several = kinds.endswith("+")
    kinds = kinds.rstrip("+")
    if name == "value" and not kinds:
        kinds = " ".join(predicate.values)
        several = predicate.cardinality == "many" and bool(ENTITY_KINDS & set(predicate.values))
    one = _one_of((kinds or SLOT_KINDS.get(name, name)).replace("+", " "))
    if several:
        one = rf"{one}(?:{SEPARATOR}{_described()}{one}){{0,30}}"
    if name == "value":
        one = f"(?P<value>{one})"
        return _described() + one if ENTITY_KINDS & set(kinds.split()) else one
    return f"(?P<{name}>{one})" if name in SLOT_KINDS and name != "any" else one


def _one_of(kinds: str) -> str:
    """A regular expression for one thing of any of the kinds."""
    characters = "".join(_characters(kind) for kind in kinds.split())
    patterns = [f" [{characters}]"] if characters else []
    patterns += [pattern for kind in kinds.split() if (pattern := _words_of(kind))]
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"


def _characters(kind: str) -> str:
    several = {
        "subject": ("work", "reference", "pronoun"),
        "ref": ("work", "reference"),
        "place": ("place",),
        "platform": ("org",),
        "native": ("work", "person"),
        "latin": ("work", "person"),
        "name": ("work", "org", "person", "character"),
        "when": ("date", "range"),
    }
    return "".join(KINDS[k] for k in several.get(kind, (kind,)) if k in KINDS)


@cache
def _words_of(kind: str) -> str:
    """Kinds that are told by their words."""
    if kind == "number":
        units = "|".join(UNITS[1:])
        return rf" (?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|(?:{'|'.join(TENS)})(?:-(?:{units}))?|{units})"
    if kind == "ordinal":
        words = "|".join([*ORDINAL_UNITS[1:], *ORDINAL_TENS])
        return rf" (?:\d{{1,4}}(?:st|nd|rd|th)|(?:(?:{'|'.join(TENS)})-)?(?:{words}))"
    if kind == "language":
        return f" (?:{'|'.join(re.escape(name.lower()) for name in load_vocabulary('media')['languages'])})"
    if kind == "platform":
        return f" (?:{'|'.join(load_vocabulary('platforms')['platforms']['words'])})"
    if kind == "isbn":
        return r" [0-9][0-9-]{8,15}[0-9x]"
    if kind == "native":
        return r" [^ ]{0,40}[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3][^ ]{0,40}"
    if kind == "genre":
        forms = sorted((" ".join(words) for words in load_forms().genres), key=lambda f: (-len(f), f))
        return f" (?:{'|'.join(map(re.escape, forms))})s?"
    return ""


@cache
def _described() -> str:
    """What may stand between a wording and its value: 'by the Tokyo-based studio X', 'by director X'."""
    roles = "|".join(load_vocabulary("roles")["roles"]["words"])
    return rf"(?:(?: (?:the|a|an|its|his|her|their|fellow))?(?: [\w-]+){{0,3}}? (?:{roles}))?(?: the)?"
