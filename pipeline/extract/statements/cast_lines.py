"""Lines of cast lists: 'Mia – Ann Oba / Bo Lind', 'Ann Oba as Mia', 'Mia (voiced by Ann Oba in Japanese)'.

Which side of the sign holds the actors is not told by one line: all lines of a list are read, and what is known of the
names on either side decides for all of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.labelled import plain_key, predicates_of_line
from pipeline.extract.statements.parts import is_name
from pipeline.records import Mention, Passage, PassageKind
from pipeline.values.spans import Span
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.forms import load_forms

LONGEST_LINE = 240
START = r"[;*•\s–-]*"
SPOKEN = re.compile(r"(?:is |was )?(?:voiced|played|portrayed|performed) by:?\s+|(?:cv|va|voice)[.:]\s*", re.IGNORECASE)
LINE = re.compile(
    START + r"(?P<left>[^:–—()]{2,60}?)(?:\s*\([^()]{0,80}\))?(?P<sign>\s+as\s+|\s*:\s+|\s+[–—-]\s+)(?P<right>.{2,200})"
)
BRACKET = re.compile(START + r"(?P<left>[^:–—()]{2,60}?)\s*\((?P<right>[^()]{2,120})\)(?=$|\s*[:,.;–—-])")
ONE = re.compile(
    r"\s*(?:(?P<label>[^\W\d_]{2,12}(?=:)|EN|ENG|JP|JPN)(?::\s*|\s+))?(?P<name>[^/,;|():]{2,60}?)(?:\s+in\s+(?P<spoken>[A-Z][a-z]{3,12}))?"
    r"\s*(?:\((?P<note>[^()]{0,80})\))?\s*(?P<end>$|[/,;|&]|\band\b|[–—]|(?=\())"
)
NOTE = re.compile(r"(?:(?P<label>[^\W\d_]{2,12}):\s*)?(?P<name>[^:]{2,60})")
SENTENCE = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<=\w\w)[.!?](?:\s|$)|\s[–—]\s")
BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")
AGAIN = 6  # how much a repeated name tells: more than the language behind both of its actors
MOST = 6  # actors of one character


@dataclass(frozen=True, slots=True)
class Actor:
    """A name on the actors' side of a line, where it begins, and the language said to be spoken."""

    start: int
    name: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """The words on one side of a line, and the actors that they would be."""

    start: int
    text: str
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cast list; `told` if it says itself that the actors stand on the right, or, negative, on the left."""

    passage: Passage
    left: Side
    right: Side
    told: int


def cast_blocks(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Passages that follow one another as lines of a cast: under such a heading, or behind 'The cast includes:'."""
    block: list[Passage] = []
    before: Passage | None = None
    for passage in passages:
        if _may_be_line(passage) and (_is_cast(passage) or block or _announces(before)):
            block.append(passage)
        else:
            yield from _kept(block)
            block = []
        before = passage
    yield from _kept(block)


def read_lines(block: Sequence[Passage]) -> list[Line]:
    """The lines of a block that have two sides."""
    return [line for passage in block if (line := _line(passage)) is not None]


def direction(lines: Sequence[Line], names: "Names") -> int:
    """Above zero where the actors stand on the right, below where they stand on the left; zero where nothing tells.

    A line with 'as' tells of itself alone; one with 'voiced by' shows where the characters stand. A name that comes
    again with another one beside it is a character's: every language has its own actor.
    """
    places = [line.passage.span for line in lines]
    told = sum(line.told > 0 for line in lines)
    again = AGAIN * (_repeated([line.left for line in lines]) - _repeated([line.right for line in lines]))
    return told + again + sum(_vote(line, names, places) for line in lines if not line.told)


def _repeated(sides: Sequence[Side]) -> int:
    """How many sides name what one before has named."""
    return len(sides) - len({_head(BRACKETED.sub("", side.text)).casefold() for side in sides})


class Names:
    """Where the article names people and characters."""

    def __init__(self, finder: ItemFinder) -> None:
        self.people: set[str] = set()
        self.characters: dict[str, list[int]] = {}
        for item in finder.items:
            if isinstance(item, Mention) and item.label == "PERSON":
                self.people |= {item.words, item.canonical or item.words}
            elif isinstance(item, Mention) and item.label == "CHARACTER":
                self.characters.setdefault(item.words, []).append(item.start)

    def is_character(self, name: str, outside: Sequence[Span]) -> bool:
        """Whether a sentence somewhere else names such a character, in full or by the first name."""
        starts = [at for words in {name, name.split(" ")[0]} for at in self.characters.get(words, ())]
        return any(not any(span.start <= at < span.end for span in outside) for at in starts)


def _kept(block: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Prose is a list only where two of its lines have two sides."""
    items = [p for p in block if p.kind == PassageKind.LIST_ITEM]
    if items or len(read_lines(block)) > 1:
        yield list(block)


def _may_be_line(passage: Passage) -> bool:
    if passage.kind not in (PassageKind.LIST_ITEM, PassageKind.PROSE) or len(passage.text) > LONGEST_LINE:
        return False
    return passage.kind == PassageKind.LIST_ITEM or _line(passage) is not None


def _is_cast(passage: Passage) -> bool:
    words = load_vocabulary("listings")["casts"]["headings"]
    return any(word in re.findall(r"\w+", heading.lower()) for heading in passage.section[-2:] for word in words)


def _announces(before: Passage | None) -> bool:
    if before is None or not before.text.rstrip().endswith(":") or len(before.text) > LONGEST_LINE:
        return False
    words = set(re.findall(r"\w+", before.text.lower()))
    return not words.isdisjoint(load_vocabulary("listings")["casts"]["announced"])


def _line(passage: Passage) -> Line | None:
    text = passage.text
    bracket = BRACKET.match(text)
    if bracket is not None:
        spoken = SPOKEN.match(bracket["right"])
        start = bracket.start("right") + (spoken.end() if spoken else 0)
        actors, whole = _actors(text, start, bracket.end("right"))
        if actors and (spoken or (whole and passage.kind == PassageKind.LIST_ITEM)):
            right = Side(start, text[start : bracket.end("right")], actors)
            return Line(passage, _side(text, *bracket.span("left")), right, int(spoken is not None))
    found = LINE.match(text)
    if found is None or predicates_of_line(plain_key(found["left"])) is not None:
        return None
    spoken = SPOKEN.match(text, found.start("right"))
    cut = SENTENCE.search(text, found.start("right"))
    right = _side(text, spoken.end() if spoken else found.start("right"), cut.start() if cut else len(text))
    told = 1 if spoken else -1 if found["sign"].strip() == "as" else 0
    left = _side(text, *found.span("left"))
    return Line(passage, left, right, told) if is_name(_head(left.text)) or left.actors else None


def _side(text: str, start: int, end: int) -> Side:
    return Side(start, text[start:end], _actors(text, start, end)[0])


def _head(text: str) -> str:
    """'Pim, the kettle' -> 'Pim'."""
    return re.split(r",\s", text)[0].strip()


def _actors(text: str, start: int, end: int) -> tuple[tuple[Actor, ...], bool]:
    """The names of a list up to the first thing that is none, and whether it holds nothing else."""
    found: list[Actor] = []
    at = start
    while at < end and len(found) < MOST:
        one = ONE.match(text, at, end)
        name = one["name"].strip() if one else ""
        if one is None or not is_name(name) or len(name) < 2 or name.endswith("."):
            return tuple(found), False
        found.append(Actor(one.start("name"), name, language_of(one["label"] or one["spoken"] or one["note"])))
        note = NOTE.fullmatch(one["note"] or "")
        if note and note["label"] and language_of(note["label"]) and is_name(note["name"]):
            found.append(
                Actor(one.start("note") + note.start("name"), note["name"].strip(), language_of(note["label"]))
            )
        at = max(one.end(), at + 1)
    return tuple(found), at >= end


def language_of(word: str | None) -> str | None:
    """'English', 'EN' -> 'en'."""
    codes = load_vocabulary("listings")["casts"]["languages"]
    return codes.get(word or "") or load_forms().languages.get((word or "").lower())


def _vote(line: Line, names: Names, places: Sequence[Span]) -> int:
    left, right = line.left, line.right
    return _looks_like_actors(right, left, names, places) - _looks_like_actors(left, right, names, places)


def _looks_like_actors(side: Side, other: Side, names: Names, places: Sequence[Span]) -> int:
    """How much tells that people stand on this side and a character on the other."""
    told = any(actor.language is not None for actor in side.actors) or ("/" in side.text and len(side.actors) > 1)
    people = any(actor.name in names.people for actor in side.actors)
    described = re.search(r"[\"“”]|,\s(?:the|an?|his|her)\s", other.text) or re.match(r"[Tt]he\s", other.text)
    return 2 * told + people + (described is not None) + names.is_character(_head(other.text), places)
