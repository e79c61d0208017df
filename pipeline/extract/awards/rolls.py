"""Lines of one prize: rolls of winners ('2019: Ann Lee, Grey Harbour') and results ('Runner-up: "X" by Ann Lee')."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.awards.cells import is_nothing, read_recipients
from pipeline.extract.awards.context import AwardContext, Source
from pipeline.extract.awards.found import FoundAward
from pipeline.extract.awards.labels import Labels
from pipeline.extract.awards.names import section_award
from pipeline.extract.awards.wording import looks_like_category, nominee_heading, outcome_marks, roll_heading
from pipeline.extract.reading import Reading
from pipeline.records import AwardStatement, Name, Passage, PassageKind
from pipeline.values.numbers import parse_ordinal
from pipeline.values.spans import Span

EXTRACTOR = "awards.roll"
LINES = (PassageKind.LIST_ITEM, PassageKind.PROSE)
YEAR = re.compile(
    r"\(?(?P<year>(?:19|20)\d\d)\)?(?:\s*[(–-]\s*(?P<edition>\d{1,3}(?:st|nd|rd|th))\)?)?\s*(?:[:–—-]|\s)\s*"
)
YEAR_LAST = re.compile(r"\s*[,(–—-]\s*(?P<year>(?:19|20)\d\d)\)?$")
PARTS = re.compile(
    r"[\"“‘]?(?P<name>[^,–—()]{2,80}?)[\"”’]?(?:,\s+by\s+|\s+by\s+|,\s+|\s+[–—-]\s+|\s+for\s+(?=[\"“‘A-Z])|\s+\((?=[^()]{2,80}\)$))"
    r"[\"“‘]?(?P<other>[^()]{2,120}?)[\"”’)]{0,2}$"
)
SEPARATOR = re.compile(r"\s*;\s*(?:and\s+)?")
BY = re.compile(r"[\"”’]?,?\s+by\s+")
LONGEST = 200


def read_rolls(reading: Reading, context: AwardContext, labels: Labels) -> Iterator[AwardStatement]:
    """One statement per name in the lines of articles, or sections, that are about one prize."""
    passages = reading.parsed.passages
    for number, passage in enumerate(passages):
        if passage.kind in LINES and len(passage.text) <= LONGEST and not _is_under_category(passage):
            source = _award_of(passage, context)
            if source is not None:
                yield from _read_line(passage, source, labels, context.found.get(number, []))


def _is_under_category(passage: Passage) -> bool:
    return bool(passage.section) and looks_like_category(passage.section[-1])


def _award_of(passage: Passage, context: AwardContext) -> Source | None:
    """The award that the section's heading names, else the title's."""
    heading = section_award(passage.section)
    return context.named(heading) if heading else context.of_title()


def _read_line(
    passage: Passage, source: Source, labels: Labels, awards: Sequence[FoundAward]
) -> Iterator[AwardStatement]:
    text = passage.text
    if found := outcome_marks().match(text):
        result, rank = _outcome(found)
        yield from _statements(passage, source, labels, (found.end(), len(text)), (source.year, None, result, rank))
        return
    if passage.kind == PassageKind.LIST_ITEM and passage.section and not awards:
        heading = nominee_heading().fullmatch(passage.section[-1].strip(" :"))
        year = int(heading["before"] or heading["behind"] or 0) or source.year if heading else None
        if heading:
            yield from _statements(passage, source, labels, (0, len(text)), (year, None, "nominated", None))
            return
    is_roll = passage.kind == PassageKind.LIST_ITEM and any(
        roll_heading().fullmatch(h.strip(" :")) for h in passage.section
    )
    if not is_roll or awards:
        return
    first, last = YEAR.match(text), YEAR_LAST.search(text)
    if first is not None:
        edition = parse_ordinal(first["edition"]) if first["edition"] else None
        place = (first.end(), len(text))
        yield from _statements(passage, source, labels, place, (int(first["year"]), edition, "won", None))
    elif last is not None:
        yield from _statements(passage, source, labels, (0, last.start()), (int(last["year"]), None, "won", None))


def _outcome(found: re.Match[str]) -> tuple[str, int | None]:
    """What the words before the colon say: '2nd place' is a rank, the rest won or nominated."""
    if found["place"]:
        return "ranked", parse_ordinal(found["place"].casefold())
    return ("won" if found["won"] else "nominated"), None


def _statements(
    passage: Passage,
    source: Source,
    labels: Labels,
    place: tuple[int, int],
    outcome: tuple[int | None, int | None, str, int | None],
) -> Iterator[AwardStatement]:
    year, edition, result, rank = outcome
    is_own = year == source.year
    evidence: set[Span] = {passage.span, *(source.spans if is_own else source.spans[:1])}
    for text in _pieces(passage.text[place[0] : place[1]], result, labels):
        for name, work in _names(text, labels):
            yield AwardStatement(
                award=source.award.name,
                edition=edition if edition is not None else source.award.edition if is_own else None,
                year=year,
                category=None,
                recipient=name,
                work=work,
                result=result,
                rank=rank,
                evidence=tuple(sorted(evidence)),
                extractor=EXTRACTOR,
            )


def _pieces(text: str, result: str, labels: Labels) -> list[str]:
    """The entries of a line: between semicolons; of nominees also between commas, unless each is 'A by X'."""
    pieces = [piece.strip() for piece in SEPARATOR.split(text) if piece.strip()]
    if len(pieces) == 1 and result == "nominated" and labels.of(text) is None:
        by_comma = [piece.strip() for piece in re.split(r",\s+(?:and\s+)?|\s+and\s+(?=[\"“‘A-Z])", text)]
        if len(by_comma) > 2 and not any(BY.search(piece) for piece in by_comma):
            return by_comma
    return pieces


def _names(text: str, labels: Labels) -> Iterator[tuple[Name, Name | None]]:
    """'Grey Harbour by Ann Lee' is the work's, 'Ann Lee, Grey Harbour' and 'Ann Lee (Grey Harbour)' the person's."""
    text = text.strip(" .")
    if is_nothing(text) or text[:1].islower() or re.match(r"(?i:no award|not awarded|none|no prize)\b", text):
        return
    found = None if labels.of(text) is not None else PARTS.match(text)
    name = found["name"] if found else text
    is_title = text[:1] in '"“‘' or (found is not None and BY.match(text, found.end("name")) is not None)
    work = found["other"] if found and not is_title else None
    is_row = found is not None and " and " in name
    for one in read_recipients(name, () if is_row else labels.whole_names):
        label = labels.name(one.text, "", is_quoted=one.is_quoted or is_title, default="PERSON")
        is_made = (
            work is not None
            and not work[:1].islower()
            and label.label == "PERSON"
            and labels.of(work) not in ("ORG", "GPE", "PERSON")
        )
        yield label, Name(work, "WORK_OF_ART") if is_made and work else None
