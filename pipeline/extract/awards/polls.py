"""Results of polls, place by place: 'In the Heron poll X by Y came top, Z was second and W had to settle for fifth'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.awards.clauses import Event, Subject
from pipeline.extract.awards.items import Item, Kind
from pipeline.extract.awards.objects import as_award
from pipeline.values.numbers import parse_ordinal

POLL = re.compile(r"[\"”’]?\s+(?:(?:readers|listeners|viewers|critics|fans)['’]?\s+)?(?:poll|vote|ballot|survey)\b")
PLACE = re.compile(
    r"[\"”’]?(?: (?:by|from) (?:[A-Z][\w’'.-]{1,20} ?){1,4})?,? ?"
    r"(?:(?:came|was|finished|placed|ended up|ranked|took)(?: in)?"
    r"|(?:had to )?(?:be content with|settled? for|make do with))"
    r" (?:the )?(?P<place>top|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))"
    r"(?: (?:place|spot|overall))?(?=[,;.]|,? (?:and|while|but|with|ahead)\b|$)"
)
RUNNER = re.compile(r"\b(?:by|at|for|from) [^:;,.]{2,40}: ")  # 'the poll run by Reel Nord: Cold Sea by ...'
BY = re.compile(r"\b(?:by|from) $")
LEAST = 2  # places: one alone may be said of anything


def read_polls(text: str, items: Sequence[Item]) -> Iterator[Event]:
    """One rank per name of a sentence that tells at least two places of one poll."""
    award = next((i for i in items if i.kind in (Kind.AWARD, Kind.NAME) and POLL.match(text, i.end)), None)
    if award is None:
        return
    award = _bare(award)
    places = []
    for one in (_without_runner(text, item) for item in items):
        is_free = one.kind in (Kind.NAME, Kind.TITLE) and one.start > award.end
        if is_free and not BY.search(text, award.end, one.start) and (found := PLACE.match(text, one.end)):
            word = found["place"]
            rank = 1 if word == "top" else parse_ordinal(word)
            cue = Item(Kind.RANK, found.start("place"), found.end("place"), word, rank)
            places.append((one, cue))
    if len({cue.number for _, cue in places}) >= LEAST:
        for one, cue in places:
            yield Event(cue, "ranked", (Subject(one),), as_award(award), None, (), cue.number)


def _bare(award: Item) -> Item:
    """'the Silver Heron' is called Silver Heron."""
    cut = len(award.text) - len(re.sub(r"^(?i:the) ", "", award.text))
    return award if award.kind == Kind.AWARD else replace(award, start=award.start + cut, text=award.text[cut:])


def _without_runner(text: str, name: Item) -> Item:
    """Of 'Reel Nord: Cold Sea', where who ran the poll stands before the colon, the name behind it."""
    found = RUNNER.search(text, max(name.start - 12, 0), name.end)
    if found is None or not name.start < found.end() < name.end:
        return name
    return replace(name, start=found.end(), text=text[found.end() : name.end])
