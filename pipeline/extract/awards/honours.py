"""Awards won and nominations: what stands behind the cue, object by object."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.awards.clauses import FARTHEST, Clause, Event, Subject, last_award, years_by_object
from pipeline.extract.awards.items import Item, Kind
from pipeline.extract.awards.objects import (
    NOMINATION,
    about_of,
    award_behind,
    award_of,
    categories_of,
    count_in,
    giver_of,
    is_object,
    with_bare_award,
)
from pipeline.extract.awards.referred import read_referred
from pipeline.extract.awards.subjects import companions, run_of

LATTER = re.compile(r"[\"”’]?,?\s+\(?(?:and\s+)?the latter (?:for|going to|to|won by|by)\s+(?:[a-z]+\s+)?[\"“‘]?")
COLON = re.compile(
    r"[\"”’]?(?:,?\s+(?:this year|(?:19|20)\d\d|category|award|prize)){0,2}\s*(?::|–|—)\s+(?:they are |these are )?"
)


def read_honours(text: str, clause: Clause, subjects: tuple[Subject, ...]) -> Iterator[Event]:
    """One event per category, or per award without one."""
    subjects = (*(subjects or (Subject(None),)), *companions(text, clause))
    clause = with_bare_award(text, clause)
    awards = [i for i in clause.after if i.kind == Kind.AWARD]
    categories = categories_of(text, clause)
    subjects = _listed(text, clause, [*awards, *categories]) or subjects
    given: dict[Item, Item | None] = {
        category: award_of(text, category, awards)
        or giver_of(text, category, clause)
        or last_award(clause)
        or award_behind(clause)
        for category in categories
    }
    lone = [a for a in awards if a not in given.values() and is_object(text, clause.cue, a, categories)]
    years = years_by_object(text, clause, [*categories, *lone])
    for category in categories:
        holder = (
            _bracketed(text, category, clause)
            or _before_bracket(text, category, clause)
            or _latter(text, category, clause)
            or _gapped_subject(text, category, clause)
            or subjects
        )
        about = about_of(text, category.end, clause)
        result = _result(text, category, clause)
        if result == "won":
            result = _result(text, given[category], clause)
        yield Event(clause.cue, result, holder, given[category], category, years[category], about=about)
    for award in lone:
        about, count = (about_of(text, award.end, clause), count_in(text[clause.cue.end : award.start]))
        result = _result(text, award, clause)
        yield Event(clause.cue, result, subjects, award, None, years[award], about=about, count=count)
    if not categories and not lone:
        yield from read_referred(text, clause, subjects, is_free=not awards)
    is_winner = "winner" in text[clause.cue.start : clause.cue.end]
    if not categories and not awards and is_winner and (before := last_award(clause)):
        yield Event(
            clause.cue, clause.cue.text, subjects, before, None, years_by_object(text, clause, [before])[before]
        )


def _listed(text: str, clause: Clause, objects: Sequence[Item]) -> tuple[Subject, ...]:
    """'Six books have been shortlisted for the Heron Prize: X by Y; Z by W': who is named behind the colon."""
    for item in objects:
        found = COLON.match(text, item.end)
        names = [i for i in clause.after if found is not None and i.start >= found.end()]
        if found is not None and names and text[found.end() : names[0].start].strip(' "“‘') in ("", "The", "the"):
            return tuple(run_of(text, names, found.end()))
    return ()


def _result(text: str, item: Item | None, clause: Clause) -> str:
    """What the cue says; 'received a Heron Award nomination' is none won."""
    return "nominated" if item is not None and NOMINATION.match(text, item.end) else clause.cue.text


def _bracketed(text: str, category: Item, clause: Clause) -> tuple[Subject, ...]:
    """'Best Director (Lee)': who the category went to."""
    holder = next((i for i in clause.after if i.start == category.end + 2 and i.kind == Kind.NAME and i.is_known), None)
    is_bracketed = (
        holder is not None and text[category.end : holder.start] == " (" and text[holder.end : holder.end + 1] == ")"
    )
    return (Subject(holder),) if is_bracketed else ()


def _gapped_subject(text: str, category: Item, clause: Clause) -> tuple[Subject, ...]:
    """'X is up for A and Y, who also directed, for B': Y is the subject of B."""
    if not re.search(r"\bfor\s+(?:the\s+)?$", text[max(category.start - FARTHEST, 0) : category.start]):
        return ()
    earlier = [i for i in clause.after if i.end <= category.start]
    if not any(i.kind == Kind.CATEGORY for i in earlier):
        return ()
    last = max(number for number, i in enumerate(earlier) if i.kind == Kind.CATEGORY)
    names = [i for i in earlier[last + 1 :] if i.kind in (Kind.NAME, Kind.TITLE)]
    if names and re.search(r"\band\s+(?:the\s+)?[\"“]?$", text[max(names[0].start - FARTHEST, 0) : names[0].start]):
        return (Subject(names[0]),)
    return ()


def _before_bracket(text: str, category: Item, clause: Clause) -> tuple[Subject, ...]:
    """'wins for Ann Lee (Best Actress)': who stands before the bracket."""
    holder = next(
        (i for i in clause.sentence if i.end + 2 == category.start and i.kind in (Kind.NAME, Kind.TITLE)), None
    )
    is_bracketed = (
        holder is not None
        and text[holder.end : category.start] == " ("
        and text[category.end : category.end + 1] == ")"
    )
    return (Subject(holder),) if is_bracketed else ()


def _latter(text: str, category: Item, clause: Clause) -> tuple[Subject, ...]:
    """'A and B, the latter for X': X is the one who got B."""
    found = LATTER.match(text, category.end)
    holder = next((i for i in clause.after if found is not None and i.start == found.end()), None)
    return (Subject(holder),) if holder is not None and holder.kind in (Kind.NAME, Kind.TITLE) else ()
