"""Lines that open sections about a work each: '3. Sea of Glass (2021)', 'Sea of Glass, Season 3'."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.extract.statements.folding import ItemFinder
from pipeline.extract.statements.parts import is_name
from pipeline.extract.statements.subjects import Narrative
from pipeline.records import Mention, Name, Passage, PassageKind
from pipeline.values.numbers import parse_count

ENTRY = (PassageKind.PROSE, PassageKind.CAPTION)
LONGEST = 160  # characters of the line that opens a section
MAKERS = re.compile(
    r"[”\"’']?,? (?:(?:written|story|text|art|illustrated|directed|created) )?(?:and illustrated )?by \S"
)
VOLUME = re.compile(r"\s\d{1,2}$")
FEWEST_VOLUMES, MOSTLY = 3, 0.6  # of the titles of a list
MARK = re.compile(  # behind a title: ', Season 3 (returning)', ' S1-3', ' | 2 June'
    r"[”\"’'*]*(?:[,:]?\s+(?:season|series|s)\s?(?P<season>\d{1,2}|one|two|three|four|five|six)(?P<more>\s?[-–]\s?\d{1,2})?(?!\w))?"
    r"(?:\s+\([^()]{1,40}\))?(?:\s+[|·]\s.{1,60})?\s*$",
    re.IGNORECASE,
)
LABEL = re.compile(r"[A-Z][\w ]{2,20}: \S")  # 'Launch: October 3'


@dataclass(frozen=True, slots=True)
class Opener:
    """A line that opens a section, and the work it names."""

    passage: Passage
    name: Name
    told: bool  # the line names a work; else it only looks like those that do
    season: int | None = None  # that the line names behind the work


def find_openers(
    passages: Sequence[Passage],
    finder: ItemFinder,
    narrative: Narrative,
    credits: Mapping[int, str],
    *,
    peers: bool,
) -> dict[int, Opener]:
    """The lines that open sections about works, by the number of their passage; none where only one would.

    '3. Sea of Glass (2021)' and 'Sea of Glass, by Ann Oba' open such a section, as a heading or as an item with prose
    behind it. A single one is a section about a detail. With `peers`, lines of the same kind whose whole text is a
    name open one too. `credits`: the first key of each list of credits, by the id of its passage; what stands over two
    lists that begin alike is a work.
    """
    found = dict(_candidates(passages, finder, narrative, credits))
    found |= dict(_heads_of_credits(passages, found, credits))
    found = _without_volumes(found)
    told = {o.passage.kind for o in found.values() if o.told}
    if len({o.name.text for o in found.values() if o.told}) < 2:
        return {n: o for n, o in found.items() if o.told and is_part(o, narrative.title)}
    return {n: o for n, o in found.items() if o.told or (peers and o.passage.kind in told)}


def _without_volumes(openers: dict[int, Opener]) -> dict[int, Opener]:
    """Where most titles end with a number, as in a list of new volumes, it counts volumes: 'Sea of Glass 4'."""
    numbered = [n for n, o in openers.items() if VOLUME.search(_bare(o.passage.text))]
    if len(numbered) < FEWEST_VOLUMES or len(numbered) < MOSTLY * len(openers):
        return openers
    return {n: replace(o, name=replace(o.name, text=VOLUME.sub("", o.name.text))) for n, o in openers.items()}


def is_part(opener: Opener, title: Name | None) -> bool:
    """Whether a heading goes on behind the title of the page, or around it."""
    if title is None or title.label != "WORK_OF_ART" or opener.passage.kind != PassageKind.HEADING:
        return False
    return opener.name != title and re.search(rf"(?<!\w){re.escape(title.text)}(?!\w)", opener.name.text) is not None


def _candidates(
    passages: Sequence[Passage], finder: ItemFinder, narrative: Narrative, credits: Mapping[int, str]
) -> Iterator[tuple[int, Opener]]:
    for number, passage in enumerate(passages):
        item = passage.kind == PassageKind.LIST_ITEM
        if (passage.kind != PassageKind.HEADING and not item) or len(passage.text) > LONGEST or id(passage) in credits:
            continue
        follows = passages[number + 1] if number + 1 < len(passages) else None
        if item and (follows is None or not _goes_on(follows, credits, finder)):
            continue
        opener = _opener(passage, finder, narrative, item)
        if opener is not None:
            yield number, opener


def _goes_on(follows: Passage, credits: Mapping[int, str], finder: ItemFinder) -> bool:
    """Whether a section may go on so behind an item that opens it: with prose, credits, a labelled line or a name."""
    if follows.kind in ENTRY or id(follows) in credits:
        return True
    first = next(iter(finder.within(follows.span.start, follows.span.end)), None)
    if first is None or first.start != follows.span.start:
        return LABEL.match(follows.text) is not None
    return isinstance(first, Mention) and first.label == "PERSON" and first.end == follows.span.end


def _heads_of_credits(
    passages: Sequence[Passage], known: Mapping[int, Opener], credits: Mapping[int, str]
) -> Iterator[tuple[int, Opener]]:
    """Names over lists of credits that begin with the same key."""
    begun: dict[str, list[int]] = {}
    for number, (passage, follows) in enumerate(pairwise(passages)):
        key = credits.get(id(follows))
        short = passage.kind in (PassageKind.HEADING, PassageKind.LIST_ITEM) and len(passage.text) <= LONGEST
        if key is not None and short and id(passage) not in credits and is_name(_bare(passage.text)):
            begun.setdefault(key, []).append(number)
    for numbers in begun.values():
        for number in numbers if len(numbers) > 1 else ():
            name = known[number].name if number in known else Name(_bare(passages[number].text), "WORK_OF_ART")
            yield number, Opener(passages[number], name, True)


def _bare(text: str) -> str:
    """'2. Sea of Glass (2021)' -> 'Sea of Glass'."""
    return re.sub(r"^#?\d{1,2}[.):]\s+|\s*[(\[][^()\[\]]{0,60}[)\]]$", "", text.strip()).strip(' "“”‘’*_')


def _opener(passage: Passage, finder: ItemFinder, narrative: Narrative, item: bool) -> Opener | None:
    items = finder.within(passage.span.start, passage.span.end)
    first = next((i for i in items if isinstance(i, Mention)), None)
    if first is None:
        return None if item else _unseen(passage)
    start, end = passage.to_text(first.start), passage.to_text(first.end - 1) + 1
    before, behind = passage.text[:start], passage.text[end:]
    if re.search(r"[^\W\d_]{2,}", before):
        return None
    mark = MARK.match(behind)
    alone = mark is not None or not re.search(r"[^\W\d_]", behind.partition("(")[0])
    made = MAKERS.match(behind) is not None and not behind.rstrip().endswith(".")
    work = first.label == "WORK_OF_ART"
    if work and (alone or made or not item):
        return Opener(passage, narrative.name_of(first), True, _season(mark))
    if (alone or made) and not work and is_name(first.words):
        return Opener(passage, Name(first.words, "WORK_OF_ART"), made)
    return None


def _unseen(passage: Passage) -> Opener | None:
    """A heading that names a season, but holds no name that anybody has found: 'THE SALT ROAD S2'."""
    found = re.search(r"(?:,|:)?\s+(?:season|series|s)\s?\d{1,2}(?!\d)", passage.text, re.IGNORECASE)
    mark = MARK.match(passage.text, found.start()) if found else None
    name = passage.text[: found.start()].strip(' "“”‘’*_') if found else ""
    return Opener(passage, Name(name, "WORK_OF_ART"), True, _season(mark)) if mark and is_name(name) else None


def _season(mark: re.Match[str] | None) -> int | None:
    """'S2' -> 2, 'S1-3' -> None."""
    return parse_count(mark["season"]) if mark and mark["season"] and not mark["more"] else None
