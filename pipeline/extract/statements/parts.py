"""A list of values cut into its parts: names, without the notes in brackets and the regions in front."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.vocabulary import load_vocabulary

SPLIT = re.compile(r"\s*(?:[,;/•|·]|\n|\band\b|\s&\s)\s*")
BRACKET = re.compile(r"\s*\(([^()]{0,200})\)")
NUMBERS = re.compile(r"\d{1,2}(?:[–-]\d{1,2})?(?:, ?\d{1,2}(?:[–-]\d{1,2})?){0,9}")
SEASON = re.compile(rf"(?:(?:seasons?|series)\s+|S(?=\d))(?P<numbers>{NUMBERS.pattern})", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:[Tt]he|an?)\s+(?=[A-Z])")
LOWER = frozenset("of the de da di van von der den del la le du and y no & x a".split())
LABEL_OF_KIND = {"person": "PERSON", "org": "ORG", "work": "WORK_OF_ART", "place": "GPE", "character": "CHARACTER"}


@dataclass(frozen=True, slots=True)
class Part:
    """One value of a list: where it begins, its text, and what a bracket behind or a region in front says of it."""

    start: int
    text: str
    note: str = ""
    region: str | None = None

    @property
    def seasons(self) -> tuple[int, ...]:
        """'P (series 2)' -> (2,), 'P (seasons 2–3)' -> (2, 3)."""
        found = SEASON.fullmatch(self.note.strip())
        return _numbers(found["numbers"]) if found else ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """'P (1–2, 4)' -> (1, 2, 4): parts of a series."""
        return _numbers(self.note) if NUMBERS.fullmatch(self.note.strip()) else ()


def _numbers(text: str) -> tuple[int, ...]:
    """'1–2, 4' -> (1, 2, 4)."""
    bounds = [[int(n) for n in re.findall(r"\d+", run)] for run in text.split(",")]
    return tuple(n for run in bounds for n in range(run[0], run[-1] + 1))


def parts_of(text: str, names: Sequence[tuple[int, int]], kinds: Sequence[str]) -> Iterator[Part]:
    """The parts of a list in order. A name is never cut, unless a region stands in front of it."""
    blank = BRACKET.sub(lambda b: " " * len(b[0]), text)
    taken = iter(sorted(names))
    name = next(taken, None)
    start = 0
    cuts: list[tuple[int, int]] = []
    for found in SPLIT.finditer(blank):
        while name is not None and name[1] <= found.start():
            name = next(taken, None)
        if name is not None and name[0] < found.end():
            continue
        if "&" in found[0] and not _is_between_people(blank, found.start(), found.end(), kinds):
            continue
        cuts.append(found.span())
    for first, last in [*cuts, (len(text), len(text))]:
        part = blank[start:first]
        if part.strip():
            yield _part(text, start + len(part) - len(part.lstrip()), part.strip())
        start = last


def _is_between_people(text: str, first: int, last: int, kinds: Sequence[str]) -> bool:
    """'Ann Oba & Bo Lind' are two, 'Tin & Sun' is one."""
    before = re.split(r"[,;/]", text[max(first - 60, 0) : first])[-1].split()
    behind = re.split(r"[,;/]", text[last : last + 60])[0].split()
    return "person" in kinds and len(before) > 1 and len(behind) > 1 and is_name(" ".join(before))


def _part(text: str, start: int, part: str) -> Part:
    region = region_of(part)
    if region:
        cut = len(part) - len(part.partition(":")[2].lstrip())
        start, part = start + cut, part[cut:]
    note = BRACKET.match(text, start + len(part))
    return Part(start, part, note[1] if note else "", region)


@cache
def _regions() -> frozenset[str]:
    words = load_vocabulary("credits")["regions"]
    return frozenset([*words["english"], *words["others"]])


def region_of(part: str) -> str | None:
    """'NA: Harbor Press' -> 'NA'."""
    head, colon, tail = part.partition(":")
    return head.strip() if colon and tail.strip() and head.strip() in _regions() else None


def region_before(text: str) -> str | None:
    """'PlayStation 4; JP: ' -> 'JP': the region that a text ends with."""
    words = re.split(r"[;,\n]", text)[-1].strip()
    return words[:-1].strip() if words.endswith(":") and words[:-1].strip() in _regions() else None


def is_name(text: str) -> bool:
    """Whether a text is written as a name: a few words, each with a capital or a digit, but for particles."""
    words = text.strip("\"“”'‘’*_ ").split()
    if not words or len(words) > 7 or len(text) > 70 or re.search(r"\d/\d+$|[?!:%]", text):
        return False
    if all(re.fullmatch(r"[\d.,/]+", word) for word in words):
        return False
    return all(_is_written_large(word) for word in words if word.lower() not in LOWER) and (
        _is_written_large(words[0]) or len(words) == 1
    )


def _is_written_large(word: str) -> bool:
    first = word.lstrip("\"“‘('")[:1]
    return first.isupper() or first.isdigit() or (first.isalpha() and not first.islower()) or word[1:2].isupper()


def without_title(text: str) -> str:
    """'Dr Mia Oba' -> 'Mia Oba', 'the Surveyor' -> 'Surveyor'; a title alone stays, and so does 'Queen of Tides'."""
    bare = ARTICLE.sub("", text.strip(' "“”*_'), count=1)
    first, _, rest = bare.partition(" ")
    titles = load_vocabulary("credits")["titles"]["words"]
    return without_title(rest) if rest[:1].isupper() and first.lower() in titles else bare
