"""Reports that follow a ceremony: the heading above a paragraph is the category, its first words say who won."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.awards.clauses import Event, Subject
from pipeline.extract.awards.items import Item, Kind
from pipeline.extract.awards.subjects import run_of
from pipeline.extract.awards.wording import looks_like_category

CLOCK = re.compile(r"(?:\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]m)\s*[:|–—-]?\s*", re.IGNORECASE)
IS = re.compile(
    r"(?i:\b(?:it['’]s(?: (?:a win|another win|victory) for)?|(?:and )?the winners? (?:is|are)|"
    r"(?:the award|it) goes to|(?:a win|victory) for|(?:won|taken) by|congratulations to|well done to))"
    r"[:\s…]+(?:the\s+)?[\"“‘]?$"
)
WON = re.compile(
    r"[\"”’)]?(?:,\s+\d{1,3},?|\s+\([^()]{2,60}\))?,?\s+"
    r"(?:for\b|(?:has |have )?(?:wins?|won|takes? (?:it|this|the)|took (?:it|this|the)|gets? (?:it|the|its|his|her)|"
    r"collects?|scoops?|is inducted|(?:is|are) (?:the )?winners?|shares?|grabs?|nabs?|lands?|beats?|triumphs?)\b)"
)
NOMINATED = re.compile(r"[\"”’)]?,\s+(?:who was |also |who were |both )?(?:nominated|shortlisted|up) for\b")
LAST_WINNER = re.compile(r"(?i:\b(?P<when>last year)['’]s (?:winner|victor|champion),?\s+(?:the\s+)?[\"“‘]?$)")
NAMED = (Kind.NAME, Kind.TITLE)


def category_of(heading: str) -> str | None:
    """'22:15 Best Score' -> 'Best Score'; None for a heading that is no category."""
    plain = CLOCK.sub("", heading, count=1).strip(" :–—-")
    return plain if looks_like_category(plain) else None


def read_live(text: str, start: int, items: Sequence[Item], *, is_opening: bool) -> Iterator[Event]:
    """What a sentence under a category says without naming it. Winners are told in the paragraph's first sentences."""
    names = [i for i in items if i.kind in NAMED]
    winners = _winners(text, start, names) if is_opening else []
    if winners:
        yield _event(winners[0], "won", tuple(winners))
    for name in names:
        if NOMINATED.match(text, name.end):
            yield _event(name, "nominated", (name,))
        if found := LAST_WINNER.search(text, max(items[0].start, name.start - 40), name.start):
            years = tuple(i for i in items if i.kind == Kind.YEAR and found.start() <= i.start < found.end())
            yield _event(name, "won", (name,), years)


def _winners(text: str, start: int, names: Sequence[Item]) -> list[Item]:
    """'It's X!', 'X for Y', 'X and Y share the honour'."""
    for number, name in enumerate(names):
        if IS.search(text[max(name.start - 60, 0) : name.start]):
            return _run(text, names[number:])
    if not names or CLOCK.sub("", text[start : names[0].start], count=1).strip(' "“‘'):
        return []
    run = _run(text, names)
    return run if WON.match(text, run[-1].end) else []


def _run(text: str, names: Sequence[Item]) -> list[Item]:
    subjects: list[Subject] = run_of(text, list(names), names[0].start)
    return [subject.item for subject in subjects if subject.item is not None]


def _event(cue: Item, result: str, holders: tuple[Item, ...], years: tuple[Item, ...] = ()) -> Event:
    subjects = tuple(Subject(item) for item in holders)
    return Event(cue, result, subjects, None, None, years, is_named_before=True)
