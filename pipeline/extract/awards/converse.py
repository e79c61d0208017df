"""Sentences that name the award first and who got it after: 'Best Score went to X', 'the jury named X the winner'."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.awards.clauses import FARTHEST, Clause, Event, Subject, last_award, years_of
from pipeline.extract.awards.items import Item, Kind
from pipeline.extract.awards.objects import award_of
from pipeline.extract.awards.subjects import run_of

OBJECTS = (Kind.AWARD, Kind.CATEGORY)
VERB = re.compile(r"\b(?:are|is|were|was|include[sd]?|includes|comprise[sd]?|comprises|features?|consists? of)\b")
VERB_LAST = re.compile(rf"{VERB.pattern}\s*$")
WHICH = re.compile(r",\s*(?:both of |all of )?(?:which|that)\s+(?:eventually |ultimately |instead |later )?$")
NOUN_GAP = re.compile(
    r"\s*(?:[\"”’),]*\s*)(?:award|prize|trophy|honou?rs?|gong|medal|category)?(?:\s+(?:has|have|had|was|were|been|is|are|being|eventually|ultimately|instead|then|also))*\s*"
)
PRIZE_BEFORE = re.compile(
    r"(?i:(?:\b(?:the|this|that|last|previous) (?:year['’]s )?(?:[£$€][\d,.]+\w{0,8} )?(?:(?:19|20)\d\d )?"
    r"(?:(?:first|last|next|final) )?"
    r"(?:award|prize|trophy|medal|gong)(?: of the (?:night|evening|day|ceremony))?"
    r"|\b(?:top|main|highest) honou?rs?)"
    r"(?: (?:itself|eventually|ultimately))?(?: (?:was|is|has been))?\s*)$"
)
TO = re.compile(r"[\"”’]?\s*(?:award|prize|trophy|gong|honou?r)?\s+to\s+(?:the\s+)?[\"“‘]?")
FOR = re.compile(r"[\"”’]?,?\s+for\s+(?:(?:the|his|her|their)\s+(?:[a-z]{3,14}\s+)?)?[\"“‘]?")
ROSTER_GAP = re.compile(
    r"[\s:]*(?:the\s+)?(?:(?!announced|revealed|unveiled|held|presented|on|in|at)[a-z-]+\s+){0,2}[\"“‘]?"
)
UNNAMED = re.compile(r"\s+the\s+(?!same\b|main\b|top\b)[a-z-]+\s+(?:medal|prize|award|trophy)\b")
PLURAL = re.compile(r"(?:Awards|Festival|Prizes|Honou?rs)$")


def read_gifts(text: str, clause: Clause) -> Iterator[Event]:
    """'Best Score at the A went to X for "Y", Best Song to Z'; 'the A, which went to X'."""
    award, category = _given_object(text, clause)
    is_before = (
        award is None
        and category is None
        and PRIZE_BEFORE.search(text[max(clause.cue.start - FARTHEST, 0) : clause.cue.start]) is not None
    )
    if "respectively" in text[clause.cue.end : clause.cue.end + 2 * FARTHEST]:
        yield from _respectively(text, clause, award)
        return
    pairs: list[tuple[Item | None, int]] = [(category, clause.cue.end)] if award or category or is_before else []
    if pairs:
        pairs += [(i, _to(text, i)) for i in clause.after if i.kind == Kind.CATEGORY and _to(text, i)]
    for one, start in pairs:
        stop = next((i.start for i in clause.after if i.kind in OBJECTS and i.start > start), len(text))
        names = [i for i in clause.after if start <= i.start < stop]
        holders = run_of(text, names, start)
        if not holders or len(text[start : names[0].start].split()) > 6:
            continue
        about = _about(text, names)
        years = years_of(text, clause)
        yield Event(clause.cue, "won", tuple(holders), award, one, years, about=about, is_named_before=is_before)


def _respectively(text: str, clause: Clause, award: Item | None) -> Iterator[Event]:
    """'Best Score and Best Song went to X and Y respectively'."""
    categories = [i for i in clause.sentence if i.kind == Kind.CATEGORY and i.end <= clause.cue.start]
    holders = run_of(text, list(clause.after), clause.cue.end)
    if len(categories) == len(holders):
        for category, holder in zip(categories, holders, strict=True):
            yield Event(clause.cue, "won", (holder,), award, category, years_of(text, clause))


def read_naming(text: str, clause: Clause) -> Iterator[Event]:
    """'The A named it Best Film', 'the society has named X as the winner of the A'."""
    categories = [i for i in clause.after if i.kind == Kind.CATEGORY]
    behind = [i for i in clause.after if i.kind == Kind.AWARD]
    award = (award_of(text, categories[0], behind) if categories else next(iter(behind), None)) or last_award(clause)
    target = categories[0] if categories else award
    if award is None or target is None or target.start < clause.cue.end:
        return
    named = [i for i in clause.after if i.end <= target.start]
    pronoun = [i for i in named if i.kind == Kind.PRONOUN][:1]
    holders = run_of(text, named, clause.cue.end) or run_of(
        text, [replace(i, kind=Kind.NAME) for i in pronoun], clause.cue.end
    )
    if not holders or (not categories and not re.search(r"\bwinners?\b", text[clause.cue.end : target.start])):
        return
    if pronoun and holders[0].item is not None and holders[0].item.start == pronoun[0].start:
        holders = [replace(holders[0], item=pronoun[0])]
    for number in range(max(len(categories), 1)):
        category = categories[number] if categories else None
        yield Event(clause.cue, "won", tuple(holders), award, category, years_of(text, clause))


def read_rosters(text: str, clause: Clause) -> Iterator[Event]:
    """'Nominees for Best Film at the A are X, Y and Z'; 'the winner of the A is X'; 'the A shortlist comprises X'."""
    span = text[clause.cue.start : clause.cue.end]
    result = "won" if re.search(r"(?i)\bwinners?\b", span) else "nominated"
    inside = [i for i in clause.sentence if clause.cue.end <= i.start]
    end = max((i.end for i in clause.sentence), default=clause.cue.end)
    within = VERB_LAST.search(text, clause.cue.start, clause.cue.end)
    found = within or VERB.search(text, clause.cue.end, min(clause.cue.end + 2 * FARTHEST, end))
    found = found or VERB.search(text, clause.cue.start, clause.cue.end)
    if found is None:
        return
    heads = [i for i in clause.before if i.end > clause.cue.start - 20] + [i for i in inside if i.end <= found.start()]
    award = next((i for i in heads if i.kind == Kind.AWARD), None)
    category = next((i for i in heads if i.kind == Kind.CATEGORY), None)
    names = [i for i in inside if i.start >= found.end()]
    holders = run_of(text, names, found.end())
    if not heads and UNNAMED.match(text, clause.cue.end):
        return  # 'previous winners of the fiction medal': which award that is has been said elsewhere
    if not holders or not ROSTER_GAP.fullmatch(text[found.end() : names[0].start]):
        return
    award = award or last_award(clause)
    dated = _in_years(text, [i for i in inside if i.start >= found.end()])
    for holder, year in dated:
        yield Event(clause.cue, result, (Subject(holder),), award or last_award(clause), category, (year,))
    if dated:
        return
    pairs = _for_categories(text, names)
    for holder, own in pairs:
        yield Event(clause.cue, result, (Subject(holder),), award, own, years_of(text, clause))
    if pairs:
        return
    is_before = award is None and category is None
    yield Event(clause.cue, result, tuple(holders), award, category, years_of(text, clause), is_named_before=is_before)


def _in_years(text: str, items: Sequence[Item]) -> list[tuple[Item, Item]]:
    """'Ann Lee (2019), Bo Ek (2020)': each with the year of its own."""
    return [
        (one, year)
        for one, year in itertools.pairwise(items)
        if one.kind in (Kind.NAME, Kind.TITLE)
        and year.kind == Kind.YEAR
        and re.fullmatch(r"[\"”’]?\s+\((?:in\s+)?", text[one.end : year.start])
        and text[year.end : year.end + 1] == ")"
    ]


def _for_categories(text: str, items: Sequence[Item]) -> list[tuple[Item, Item]]:
    """'Ann Lee for Best Score and Bo Ek for Best Song'."""
    return [
        (one, following)
        for one, following in itertools.pairwise(items)
        if one.kind in (Kind.NAME, Kind.TITLE)
        and following.kind == Kind.CATEGORY
        and re.fullmatch(r"[\"”’]?,?\s+\(?(?:for\s+)?(?:the\s+)?", text[one.end : following.start])
    ]


def _given_object(text: str, clause: Clause) -> tuple[Item | None, Item | None]:
    """The award and the category that are the subject of 'went to': they stand last before it, or before 'which'."""
    before = [i for i in clause.sentence if i.end <= clause.cue.start and i.kind != Kind.YEAR]
    if not before or before[-1].kind not in OBJECTS:
        return None, None
    last = before[-1]
    gap = text[last.end : clause.cue.start]
    if not (NOUN_GAP.fullmatch(gap) or WHICH.search(gap)):
        return None, None
    previous = before[-2] if len(before) > 1 and before[-2].kind in OBJECTS else None
    if last.kind == Kind.CATEGORY:
        award = next((i for i in reversed(before) if i.kind == Kind.AWARD), None)
        return award or next((i for i in clause.after if i.kind == Kind.AWARD), None), last
    if previous is not None and previous.kind == Kind.CATEGORY:
        return last, previous
    return (None, None) if PLURAL.search(last.text) else (last, None)


def _to(text: str, category: Item) -> int:
    """Where the holder of a category begins in 'Best Song to X'; 0 without one."""
    found = TO.match(text, category.end)
    return found.end() if found else 0


def _about(text: str, names: Sequence[Item]) -> Item | None:
    """'to X for "Y"': Y."""
    for one, following in itertools.pairwise(names):
        if FOR.fullmatch(text[one.end : following.start]) and following.kind in (Kind.NAME, Kind.TITLE):
            return following
    return None
