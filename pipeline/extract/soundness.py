"""Whether an extraction can be published: one article's fault must not become every article's.

Publishing refuses tables that break a promise. What one article alone can break is looked for here first, so that it
rejects that article and no other.
"""

from collections.abc import Iterable, Iterator

from pipeline.records import LABELS, AwardStatement, DateMention, Extraction, Mention, Statement
from pipeline.values.edtf import is_valid
from pipeline.vocabulary.predicates import load_predicates

YEARS = range(1, 10_000)
COUNTS = range(1_000_000)


def find_fault(extraction: Extraction, text: str) -> str | None:
    """The first thing that publishing would refuse, in words; None when there is nothing."""
    return next(_faults(extraction, text), None)


def _faults(extraction: Extraction, text: str) -> Iterator[str]:
    yield from _span_faults(extraction.mentions, text)
    yield from _span_faults(extraction.dates, text)
    for mention in extraction.mentions:
        if mention.label not in LABELS:
            yield f"mention {mention.text!r} has the unknown label {mention.label!r}"
    for date in extraction.dates:
        if date.edtf is not None and not is_valid(date.edtf):
            yield f"date {date.text!r} has {date.edtf!r}, which is no EDTF"
    for statement in extraction.statements:
        yield from _statement_faults(statement, text)
    for award in extraction.awards:
        yield from _award_faults(award, text)


def _span_faults(found: Iterable[Mention | DateMention], text: str) -> Iterator[str]:
    seen: set[tuple[int, int]] = set()
    for each in found:
        if not 0 <= each.start < each.end or text[each.start : each.end] != each.text:
            yield f"span [{each.start}, {each.end}) does not read {each.text!r}"
        if (each.start, each.end) in seen:
            yield f"span [{each.start}, {each.end}) is there twice"
        seen.add((each.start, each.end))


def _statement_faults(statement: Statement, text: str) -> Iterator[str]:
    if not 0 <= statement.start < statement.end <= len(text):
        yield f"{statement.predicate} lies outside the text"
    if statement.predicate not in load_predicates():
        yield f"unknown predicate {statement.predicate!r}"
    if statement.qualifiers.as_of is not None and not is_valid(statement.qualifiers.as_of):
        yield f"as_of is {statement.qualifiers.as_of!r}, which is no EDTF"
    if statement.season is not None and statement.season not in COUNTS:
        yield f"season {statement.season} is out of range"


def _award_faults(award: AwardStatement, text: str) -> Iterator[str]:
    if not award.evidence or not all(0 <= span.start < span.end <= len(text) for span in award.evidence):
        yield f"award {award.award!r} has no evidence inside the text"
    numbers = ((award.year, YEARS), (award.edition, COUNTS), (award.rank, COUNTS))
    if any(number is not None and number not in allowed for number, allowed in numbers):
        yield f"award {award.award!r} has a number that is out of range"
