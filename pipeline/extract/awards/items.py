"""A sentence as the items that awards sentences are made of: awards, categories, names, years, ranks and cues."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest

from pipeline.extract.awards.categories import find_categories, find_praise
from pipeline.extract.awards.found import CAPITAL, FoundAward, is_category_form
from pipeline.extract.awards.names import read_award
from pipeline.extract.awards.wording import adjectives, cues, pronouns
from pipeline.values.numbers import parse_ordinal


class Kind(StrEnum):
    AWARD = "A"
    CATEGORY = "C"
    PRAISE = "S"  # 'most popular hero': a category of rankings, or mere praise
    NAME = "N"
    TITLE = "T"  # a quoted string: a work's name or a category's, as what stands around it tells
    PRONOUN = "P"
    YEAR = "Y"
    RANK = "R"
    CUE = "V"


@dataclass(frozen=True, slots=True)
class Item:
    """One item at `[start, end)` of the passage; `text` is its name, `number` its year or rank."""

    kind: Kind
    start: int
    end: int
    text: str
    number: int | None = None
    award: FoundAward | None = None
    is_known: bool = False  # a name that the article's mentions hold
    written: str = ""  # of a cue: its words


SENTENCE_END = re.compile(
    r"(?<=[^\W\d_]{2}[.!?])[\"”’')]?\s+(?=[A-Z\"“‘]|\((?=[A-Z]))|(?<=[\"”)][.!?])\s+(?=[A-Z])|(?<=\d[.!?])\s+(?=[A-Z])|(?<=[.!?][\"”])\s+(?=[A-Z])"
)
YEAR = re.compile(
    r"(?<!since )(?<!until )(?<!before )(?<![\d–-])(?:19|20)\d\d(?![\d–-])(?! (?:until|till|through|to) (?:19|20)\d\d)"
)
RANK = re.compile(
    r"\b(?P<ordinal>\d{1,4}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?:\s+place)?"
    r"|\b(?:[Nn]umber|[Nn]o\.|#)\s?(?P<number>\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|\bthe (?P<top>top)\b(?! \d| \w+ (?:of|in))"
)
FIELD = re.compile(r" for (?P<name>[A-Z][^,;]{2,40})$")
SMALL = re.compile(r" (?:prize|award|medal)$")  # 'the Novel prize of the 9th Heron Awards'
OF = re.compile(r"\s+(?:of|in)\s+the\s+")
QUOTED = re.compile(
    r"[\"“](?P<double>[^\"“”]{2,200}?)[,.]?[\"”]|(?<![\w])[‘'](?P<single>[A-Z][^‘’'\"]{2,80}?)[,.]?[’'](?!\w)"
)
NAME = re.compile(
    rf"(?<!\w){CAPITAL}[\w'’.:!?&-]{{0,40}}"
    rf"(?:\s+(?:(?:of|the|and the|de|to|a|&|no|wa|ga|van|von)\s+){{0,2}}(?:{CAPITAL}|\d)[\w'’.:!?&-]{{0,40}}){{0,9}}"
)
ARTICLE = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)|['’]s)\s$")
OF_NAME = re.compile(r"\b[A-Z][\w’'-]{1,20} (?:of|in|for|to|from)(?: the| an?)? $")
CLOCK = re.compile(r"(?:\d{1,2}[:.]\d\d\s+)?")
CATEGORY_BEFORE = re.compile(r"(?:categor(?:y|ies) (?:of|for)|awards? for|prize for|in the)\s*$")
PARTICIPLE = re.compile(r"[A-Z][a-z]{2,12}(?:ed|en|ing|ly)")
FUNCTION_WORDS = frozenset(
    "at in on for from by after before with this that these its his her their a an here when while and but or as since "
    "until during the it he she they there then also moreover however although though because one two three four five "
    "six seven eight nine ten following upon despite inspite both neither nor if so yet what who which where january "
    "february march april may june july august september october november december monday tuesday wednesday thursday "
    "previous past former other fellow winner winners nominee nominees finalist finalists recipients laureates "
    "friday saturday sunday spring summer autumn winter like unlike besides alongside no not next "
    "many most some all out".split()
)
OPENERS = frozenset(
    "at in on for from by with when while and but or since until during meanwhile however newcomer newcomers veteran "
    "veterans director actor actress singer rapper author novelist poet pianist composer star host presenter comedian "
    "filmmaker producer screenwriter playwright designer songwriter guitarist broadcaster journalist historian critic "
    "winner nominee finalist runner-up favourite favorite rival rivals fellow debutant debutante "
    "sir dame lord lady baroness baron dr professor mr mrs ms".split()
)


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as (start, end)."""
    start = 0
    for found in SENTENCE_END.finditer(text):
        yield start, found.start()
        start = found.end()
    if start < len(text):
        yield start, len(text)


def read_items(
    text: str,
    start: int,
    end: int,
    awards: Sequence[FoundAward],
    names: Sequence[tuple[int, int]],
    dated: Sequence[tuple[int, int, int]] = (),
) -> list[Item]:
    """The items of `text[start:end]` in order. `names` are the places of known names, `dated` those of words that mean
    a year ('a year later'); what is found first by kind keeps its place: awards, categories, quoted titles, cues,
    ranks, known names, years, other capitalised words."""
    taken = _Taken(start, end)
    inside = [a for a in awards if start <= a.start and a.end <= end]
    for source in (
        _awards(text, [a for a in inside if a.is_certain]),
        _quoted(text, start, end),
        _categories(text, start, end, [a for a in inside if a.is_certain], names),
        _awards(text, [a for a in inside if not a.is_certain]),
        _cues(text, start, end),
        _ranks(text, start, end),
        (
            Item(Kind.NAME, a, b, text[a:b], is_known=True)
            for a, b in _trimmed(text, names, OPENERS)
            if start <= a and b <= end
        ),
        (Item(Kind.YEAR, a, b, text[a:b], year) for a, b, year in dated if start <= a and b <= end),
        (Item(Kind.YEAR, m.start(), m.end(), m[0], int(m[0])) for m in YEAR.finditer(text, start, end)),
        (Item(Kind.PRONOUN, m.start(), m.end(), m[0]) for m in pronouns().finditer(text, start, end)),
    ):
        taken.add(source)
    for gap_start, gap_end in _gaps(taken.items, start, end):
        taken.add(_other_names(text, gap_start, gap_end))
    return sorted(taken.items, key=lambda item: item.start)


class _Taken:
    """The items of a sentence so far; what overlaps one of them is not added."""

    def __init__(self, start: int, end: int) -> None:
        self.items: list[Item] = []
        self._start = start
        self._map = bytearray(end - start)

    def add(self, items: Iterable[Item]) -> None:
        for item in items:
            place = slice(item.start - self._start, item.end - self._start)
            if not any(self._map[place]):
                self._map[place] = b"\1" * (item.end - item.start)
                self.items.append(item)


def _gaps(taken: Sequence[Item], start: int, end: int) -> list[tuple[int, int]]:
    """What no item has claimed."""
    places = sorted((item.start, item.end) for item in taken)
    edges = [start, *[edge for place in places for edge in place], end]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]


def _awards(text: str, awards: Sequence[FoundAward]) -> Iterator[Item]:
    """The awards; of 'the Young Voice Prize at the Heron Awards' the first is a category of the second."""
    for found, following in zip_longest(awards, awards[1:]):
        behind = text[found.end : following.start] if following else ""
        field = FIELD.search(text, found.start, found.end)
        if re.fullmatch(r"\s+at\s+(?:the\s+)?", behind) and field is not None:
            name = text[found.start : field.start()]
            yield Item(Kind.AWARD, found.start, field.start(), name, award=_cut(found, name))
            yield Item(Kind.CATEGORY, field.start("name"), found.end, field["name"])
        elif re.fullmatch(r"\s+at\s+(?:the\s+)?", behind) or (
            SMALL.search(text, found.start, found.end) and OF.fullmatch(behind)
        ):
            yield Item(Kind.CATEGORY, found.start, found.end, text[found.start : found.end])
        else:
            yield Item(Kind.AWARD, found.start, found.end, found.award.name, award=found)


def _cut(found: FoundAward, name: str) -> FoundAward:
    """'the Heron Medal for Fiction at the Lakeside Awards': the field is what the medal is given for there."""
    return replace(found, end=found.start + len(name), award=read_award(name))


def _categories(
    text: str, start: int, end: int, others: Sequence[FoundAward], names: Sequence[tuple[int, int]]
) -> Iterator[Item]:
    stops = [*names, *((a.start, a.end) for a in others)]
    for a, b in find_categories(text, start, end, stops, frozenset(text[a:b] for a, b in names)):
        yield Item(Kind.CATEGORY, a, b, text[a:b])
    for a, b in find_praise(text, start, end):
        yield Item(Kind.PRAISE, a, b, text[a:b])


def _quoted(text: str, start: int, end: int) -> Iterator[Item]:
    for found in QUOTED.finditer(text, start, end):
        group = "double" if found["double"] else "single"
        before, after = (text[max(start, found.start() - 30) : found.start()], text[found.end() : found.end() + 12])
        is_category = bool(CATEGORY_BEFORE.search(before)) or after.lstrip().startswith("categor")
        is_category = is_category or is_category_form(found[group])
        yield Item(Kind.CATEGORY if is_category else Kind.TITLE, found.start(group), found.end(group), found[group])


def _cues(text: str, start: int, end: int) -> Iterator[Item]:
    for name, pattern in cues():
        for found in pattern.finditer(text, start, end):
            if found[0][0].isupper() and OF_NAME.search(text, max(start, found.start() - 30), found.start()):
                continue  # 'beat City of Lost Boats': a word of a title
            yield Item(Kind.CUE, found.start(), found.end(), name, written=found[0])


def _ranks(text: str, start: int, end: int) -> Iterator[Item]:
    words = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    for found in RANK.finditer(text, start, end):
        if found["ordinal"]:
            number = parse_ordinal(found["ordinal"].casefold())
        elif found["number"]:
            number = int(found["number"]) if found["number"].isdigit() else words.index(found["number"].casefold()) + 1
        else:
            number = 1
        yield Item(Kind.RANK, found.start(), found.end(), found[0], number)


def _trimmed(
    text: str, names: Sequence[tuple[int, int]], openers: frozenset[str] = FUNCTION_WORDS
) -> Iterator[tuple[int, int]]:
    """Names without a function word that only begins the phrase: 'For The Grey Harbour'."""
    for a, b in names:
        a += len(CLOCK.match(text[a:b])[0])  # type: ignore[index]
        b -= text[a:b].endswith("!") and (b == len(text) or text[b].isspace())
        while (word := re.match(r"(\w+)\s+", text[a:b])) and word[1].casefold() in openers - {"the", "a", "an"}:
            a += word.end()
        if text[a:b].casefold() not in FUNCTION_WORDS:
            yield a, b


def _other_names(text: str, start: int, end: int) -> Iterator[Item]:
    """Capitalised words that no one else has claimed, without the function word that a sentence opens with."""
    for found in NAME.finditer(text, start, end):
        for a, b in _trimmed(text, [found.span()]):
            phrase = text[a:b].rstrip(".,:;")
            phrase = phrase.removesuffix("'s").removesuffix("’s")
            if phrase in adjectives() and ARTICLE.search(text[max(a - 6, 0) : a]) and text[a + len(phrase)] == " ":
                continue  # 'the Hungarian Ann Lee', 'a Swiss novelist'
            if (
                len(phrase) > 1
                and phrase.casefold() not in OPENERS
                and not (a == start and PARTICIPLE.fullmatch(phrase))
            ):
                yield Item(Kind.NAME, a, a + len(phrase), phrase)
