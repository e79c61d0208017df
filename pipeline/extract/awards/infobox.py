"""The awards line of an infobox: '2003, Finch Award for Best Play, 2007, Harbour Prize'."""

import re
from collections.abc import Iterator

from pipeline.extract.awards.names import NOUN, read_award
from pipeline.extract.awards.wording import category_heads
from pipeline.extract.reading import Reading
from pipeline.records import AwardStatement, Cell, Name, Passage, PassageKind
from pipeline.values.spans import Span

EXTRACTOR = "awards.infobox"
KEY = re.compile(r"(?i:(?:notable |major )?(?:awards?|accolades|honou?rs|prizes)(?:\(s\))?)")
YEAR = re.compile(r"(?:19|20)\d\d")
NOTE = re.compile(r"\s*\((?P<note>[^()]{1,60})\)$")
CATEGORY = re.compile(rf"(?<!\w)(?P<category>{category_heads()}\s.{{3,100}})$")
LONGEST = 160


def read_infobox(reading: Reading, topic: Name | None) -> Iterator[AwardStatement]:
    """One statement per award of the line. Nothing says whether they were won."""
    for passage in reading.parsed.passages:
        if passage.kind == PassageKind.INFOBOX and len(passage.cells) == 2 and KEY.fullmatch(passage.cells[0].text):
            yield from _read_value(passage, passage.cells[1], topic)


def _read_value(passage: Passage, cell: Cell, topic: Name | None) -> Iterator[AwardStatement]:
    year: tuple[int, Span] | None = None
    at = passage.to_text(cell.start)
    for found in re.finditer(r"[^,;]+", cell.text):
        text = found[0].strip()
        if not text:
            continue
        start = at + found.start() + len(found[0]) - len(found[0].lstrip())
        span = passage.to_raw(start, start + len(text))
        if YEAR.fullmatch(text):
            year = (int(text), span)
            continue
        note = NOTE.search(text)
        own_year = int(note["note"]) if note and YEAR.fullmatch(note["note"]) else None
        name = text[: note.start()] if note else text
        if len(name) > LONGEST or not NOUN.search(name):
            continue
        award_text, category = _split(name)
        award = read_award(award_text)
        if not award.name:
            continue
        spans = {span}
        if year is not None and own_year is None:
            spans.add(year[1])
        yield AwardStatement(
            award=award.name,
            edition=award.edition,
            year=own_year or award.year or (year[0] if year else None),
            category=category,
            recipient=topic,
            work=None,
            result=None,
            rank=None,
            evidence=tuple(sorted(spans)),
            extractor=EXTRACTOR,
        )


def _split(name: str) -> tuple[str, str | None]:
    """'Finch Award for Best Play' and 'Finch Best Play Award' -> the award, the category."""
    found = CATEGORY.search(name)
    if found is None or found.start() == 0:
        return name, None
    return re.sub(r"\s+for(?:\s+the)?\s*$", "", name[: found.start()]).strip(), found["category"]
