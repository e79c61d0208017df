"""Awards as plain list items under a heading: '2015: Finch Award for Best Actor (Grey Harbour) – Nominated'."""

import re
from collections.abc import Iterator

from pipeline.extract.awards.cells import QUOTED
from pipeline.extract.awards.context import AwardContext
from pipeline.extract.awards.found import FoundAward
from pipeline.extract.awards.wording import generic_words, read_result
from pipeline.extract.reading import Reading
from pipeline.records import AwardStatement, Name, Passage, PassageKind
from pipeline.values.spans import Span

EXTRACTOR = "awards.entry"
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
CATEGORY = re.compile(
    r"\s*(?:for|[-–—:,])\s+(?:the\s+)?[\"“]?(?P<name>[A-Z][^()\"“”:;–—]{3,100}?)(?=[\"”]?\s*(?:[-–—(:;,]|for\b|$))"
)
OUTCOME = re.compile(
    r"(?i:\b(?:won|winner|nominated|nominee|nomination|finalist|short-?list(?:ed)?|long-?list(?:ed)?|runner-up)\b)"
)
BRACKETS = re.compile(r"\((?P<inside>[^()]{2,80})\)")
LONGEST = 250


def read_entries(reading: Reading, context: AwardContext, topic: Name | None) -> Iterator[AwardStatement]:
    """One statement per list item that names an award, in sections whose heading speaks of awards."""
    for number, passage in enumerate(reading.parsed.passages):
        is_entry = passage.kind == PassageKind.LIST_ITEM and len(passage.text) <= LONGEST
        if is_entry and any(_speaks_of_awards(heading) for heading in passage.section):
            for found in context.found.get(number, [])[:1]:
                yield _read(passage, found, topic)


def _speaks_of_awards(heading: str) -> bool:
    """'Awards and nominations', 'Honours': nothing but words for awards."""
    words = re.findall(r"[^\W\d_]+", heading.casefold())
    return bool(words) and all(word in generic_words() for word in words) and not {"reception", "career"} & set(words)


def _read(passage: Passage, found: FoundAward, topic: Name | None) -> AwardStatement:
    text = passage.text
    spans: set[Span] = {passage.to_raw(found.start, found.end)}
    category = CATEGORY.match(text, found.end)
    if category and not OUTCOME.fullmatch(category["name"]) and not YEAR.fullmatch(category["name"]):
        spans.add(passage.to_raw(category.start("name"), category.end("name")))
    else:
        category = None
    year = YEAR.search(text)
    if year:
        spans.add(passage.to_raw(year.start(), year.end()))
    outcome = OUTCOME.search(text)
    if outcome:
        spans.add(passage.to_raw(outcome.start(), outcome.end()))
    return AwardStatement(
        award=found.award.name,
        edition=found.award.edition,
        year=found.award.year or (int(year[0]) if year else None),
        category=category["name"].strip() if category else None,
        recipient=topic,
        work=_work(text, found) if topic is not None and topic.label == "PERSON" else None,
        result=_result(outcome[0]) if outcome else None,
        rank=None,
        evidence=tuple(sorted(spans)),
        extractor=EXTRACTOR,
    )


def _result(word: str) -> str | None:
    """A place behind the winner without a number is a nomination."""
    result = read_result(word)
    return "nominated" if result == "ranked" else result


def _work(text: str, found: FoundAward) -> Name | None:
    """The title in quotes or in brackets behind the award."""
    if quoted := QUOTED.search(text, found.end):
        return Name(quoted[1], "WORK_OF_ART")
    for brackets in BRACKETS.finditer(text, found.end):
        inside = brackets["inside"]
        if inside[0].isupper() and not OUTCOME.search(inside) and not YEAR.fullmatch(inside):
            return Name(inside, "WORK_OF_ART")
    return None
