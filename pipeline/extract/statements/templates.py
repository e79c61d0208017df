"""Wordings of the vocabulary as regular expressions over folded clauses, each compiled when a clause first needs it.

    directed by {value}                 words and slots
    [was|were] [also] announced         one of; a single alternative may be absent
    [first|officially|] announced       an empty alternative makes a group optional
    event ... on {as_of}                up to fourteen tokens in the sentence (`..`: up to seven, no comma, no 'and')
    <be> <determiner?> director         a word class of wordings.toml; with a question mark it may be absent
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
from pipeline.extract.statements.slots import described, slot_regex, slot_things
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.predicates import Predicate, Trigger, load_predicates

CLASS = re.compile(r"<(\w+)(\??)>")
PIECE = re.compile(r"\.\.\.?|\{[^{}]+\}|[\[\]|]|[^\s\[\]|{},()]+|[,()]")
SLOT_NAME = re.compile(r"\(\?P<(\w+)>")
GAP = r"(?: [^ ;:.!?]+){0,14}?"
SHORT_GAP = r"(?: (?!and )[^ ,;:.!?][^ ]*){0,7}?"
# 'written and directed by', 'by the studio X': what may stand inside any wording
SECOND_PARTICIPLE = r"(?:(?: ,)?(?: and| &| ,)(?: executive)? (?:co-)?\w+(?:ed|wn|en)){0,3}"
# 'X, written by Oba after the war, came out in May'
INSERTION = r"(?: ,(?: [^ ,;:.!?]+){1,14} ,)?"
POSSESSOR = rf"(?: {KINDS['person']} 's(?: [\w-]+){{0,3}}?)?"  # 'wrote Oba's debut feature X'
APPENDED = (",", "(", "'s", "of", ":", "by", "-", "and", "as", "imprint")
Group = list[list[str]]


@dataclass(frozen=True, slots=True)
class Template:
    """A trigger ready to be matched: worth trying where all its `words`, one of its `anchors` and something of each of
    its `needs` stand."""

    trigger: Trigger
    predicate: Predicate
    source: str  # the regular expression
    words: frozenset[str]
    anchors: frozenset[str]
    needs: tuple[frozenset[str], ...]  # a word of each group, a thing for each slot
    vocabulary: frozenset[str]  # every word of the pattern
    bracketed: bool

    @property
    def pattern(self) -> re.Pattern[str]:
        """The source, compiled at first use: most articles need few of the wordings."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@cache
def load_templates() -> tuple[Template, ...]:
    """All triggers of the vocabulary, in its order."""
    return tuple(_compile(p, t) for p in load_predicates().values() for t in (*p.triggers, *p.framed))


def _compile(predicate: Predicate, trigger: Trigger) -> Template:
    elements = _parsed(_spelled_out(trigger.pattern))
    fixed = [element for element in elements if isinstance(element, str)]
    groups = [element for element in elements if not isinstance(element, str)]
    words = frozenset(w.lower() for w in fixed if w[0].isalpha() or w in ("(", "'s", ":"))
    inside = [word for group in groups for alternative in group for word in alternative]
    return Template(
        trigger=trigger,
        predicate=predicate,
        source=_numbered(_regex(elements, predicate)) + "(?= |$)",
        words=words,
        anchors=_anchors(words, groups),
        needs=_needs(elements, predicate),
        vocabulary=frozenset(w.lower() for w in [*fixed, *inside] if w[0].isalpha()),
        bracketed="(" in words,
    )


def _spelled_out(pattern: str) -> str:
    """The pattern with each `<class>` as a group, or as alternatives of the group that it stands in."""

    def words(found: re.Match[str]) -> str:
        alternatives = "|".join([*load_vocabulary("wordings")["classes"][found[1]], *[""] * bool(found[2])])
        inside = pattern.rfind("[", 0, found.start()) > pattern.rfind("]", 0, found.start())
        return alternatives if inside else f"[{alternatives}]"

    return CLASS.sub(words, pattern)


def _parsed(pattern: str) -> list[str | Group]:
    """Words, slots and signs, and groups in square brackets; possessive endings are tokens of their own."""
    elements: list[str | Group] = []
    group: Group | None = None
    for piece in PIECE.findall(re.sub(r"(?<=[\w}])'s\b", " 's", pattern)):
        if piece == "[":
            group = [[]]
        elif piece == "|" and group is not None:
            group.append([])
        elif piece == "]" and group is not None:
            elements.append(group)
            group = None
        elif group is not None:
            group[-1].append(piece)
        else:
            elements.append(piece)
    return elements


def _regex(elements: list[str | Group], predicate: Predicate) -> str:
    parts: list[str] = []
    for number, element in enumerate(elements):
        if isinstance(element, str):
            if number and element.startswith("{subject"):
                parts.append(POSSESSOR)
            parts.append(_piece(element, predicate))
        else:
            parts.append(_group([[_piece(piece, predicate) for piece in pieces] for pieces in element]))
        follows = elements[number + 1] if number + 1 < len(elements) else ""
        if (
            number == 0
            and isinstance(element, str)
            and element.startswith(("{subject", "{value"))
            and follows not in APPENDED
        ):
            parts.append(INSERTION)
        if follows == "by" and _is_participle(element):
            parts.append(SECOND_PARTICIPLE)
    regex = "".join(parts)
    return regex.removeprefix(described())  # in front of everything it says nothing and costs time at every word


def _is_participle(element: str | Group) -> bool:
    """Whether the word, or the last word of each alternative, is one: 'written', '[drawn|illustrated]'."""
    last = [element] if isinstance(element, str) else [words[-1] for words in element if words]
    return all(word.endswith(("ed", "en", "wn")) for word in last)


def _numbered(regex: str) -> str:
    """A slot may stand in several alternatives, a name of a regular expression may not; matching drops the number."""
    numbers = count()
    return SLOT_NAME.sub(lambda slot: f"(?P<{slot[1]}_{next(numbers)}>", regex)


def _anchors(words: frozenset[str], groups: list[Group]) -> frozenset[str]:
    """The longest fixed word, mostly the rarest; else the first words of a group that must be there."""
    if words:
        return frozenset([max(sorted(words), key=len)])
    firm = [g for g in groups if len(g) > 1 and all(g) and not any(words[0].startswith("{") for words in g)]
    needed = max(firm, key=lambda group: min(len(words[-1]) for words in group))
    return frozenset(alternative[0].lower() for alternative in needed)


def _needs(elements: list[str | Group], predicate: Predicate) -> tuple[frozenset[str], ...]:
    """For each group and slot that must be there the tokens one of which is in whatever it matches."""
    found = []
    for element in elements:
        alternatives = [[element]] if isinstance(element, str) else element if len(element) > 1 else []
        telling = [_telling(pieces, predicate) for pieces in alternatives]
        if telling and all(telling):
            found.append(frozenset[str]().union(*telling))
    return tuple(dict.fromkeys(found))


def _telling(pieces: list[str], predicate: Predicate) -> frozenset[str]:
    """The longest word among the pieces, else what may fill one of their slots; nothing where that is not sure."""
    words = [piece.lower() for piece in pieces if piece[0].isalpha()]
    if words:
        return frozenset([max(words, key=len)])
    things = (slot_things(piece[1:-1], predicate) for piece in pieces if piece[0] == "{")
    return next(filter(None, things), frozenset())


def _group(alternatives: list[list[str]]) -> str:
    parts = ["".join(words) for words in alternatives]
    optional = len(parts) == 1 or "" in parts
    return f"(?:{'|'.join(p for p in parts if p)}){'?' if optional else ''}"


def _piece(piece: str, predicate: Predicate) -> str:
    if piece == "...":
        return GAP
    if piece == "..":
        return SHORT_GAP
    if piece[0] == "{":
        return slot_regex(piece[1:-1], predicate)
    return " " + re.escape(piece.lower())
