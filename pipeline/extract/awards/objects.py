"""What stands behind a cue: the categories and awards that are its objects, and which award a category belongs to."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.awards.clauses import FARTHEST, Clause
from pipeline.extract.awards.found import FoundAward
from pipeline.extract.awards.items import Item, Kind
from pipeline.extract.awards.names import is_category_name, read_award
from pipeline.values.numbers import parse_count

ABOUT_NEXT = re.compile(r"\b(?:at|from|during)\b")
AFTERWARDS = re.compile(r";|\b(?:before|after|while|until|when)\b")
INDIRECT = re.compile(r"\b(?:at|during|from|in|by|with)\s+(?:the\s+|its\s+|that\s+)?(?:[a-z]+\s+)?$")
TOP_PRIZE = (
    r"(?:its |the )?(?:festival['’]s )?(?:top|main|highest|grand) (?:prize|award|honou?r)"
    r"(?: of the (?:festival|night|evening))?"
)
PRIZE_NAMED = re.compile(rf"\s+(?:{TOP_PRIZE},\s+)?(?:the|a|an|its|his|her|their)\s+")
AT_AWARD = re.compile(rf"(?:,\s+{TOP_PRIZE})?,?\s+at\s+(?:the\s+|this year['’]s\s+|last year['’]s\s+)?")
FOR = re.compile(
    r"\s*[\"”]?,?\s+for\s+(?:(?:the|his|her|their|its)\s+(?:[a-z]{3,14}\s+)?(?:(?:in|on|of|as)\s+)?)?[\"“‘]?$"
)
OBJECT = re.compile(r"\s+(?:the|a|an|its|his|her|their)\s+")
BARE = re.compile(r"\s+(?:for\s+)?(?:an?|the|its|his|her|their)\s+(?:(?:19|20)\d\d\s+)?")
BARE_ONE = re.compile(r"\ban?\s+(?:\d{4}\s+)?$")
BARE_END = re.compile(
    r"\s*[.,;:)]|\s+(?:for|at|in|from|and|or|but|with|last|this|nominations?|nods?|wins?|awards?)\b|\s*$"
)
FOR_CATEGORY = re.compile(r"\s+for\s+(?:the\s+)?[\"“‘]?")
FIELD_OF = re.compile(r"[\"”’]?\s+in\s+the\s+")  # 'the Excellence Award in the novel division'
METAL = re.compile(r"(?:Golden|Gold|Silver|Bronze|Crystal|Platinum|Diamond)\s")
GIVER = re.compile(
    r"\s+by\s+(?:the\s+)?(?:(?:readers|critics|editors|staff|users|viewers|listeners|magazine|newspaper|website|site|of|at|the)\s+){0,4}[\"“‘]?$"
)
NAMED = re.compile(r"\b(?:named|voted|chosen|crowned|selected|declared|picked)\b")
NOMINATION = re.compile(r"[\"”’]?\s+(?:award\s+)?(?:nominations?|nods?|nominees?)\b")


def with_bare_award(text: str, clause: Clause) -> Clause:
    """'won a Heron', 'was nominated for an Alder': a name that is won like a thing is an award's, whatever its form."""
    first = next(iter(clause.after), None)
    if first is None or first.kind != Kind.NAME or not BARE.fullmatch(text[clause.cue.end : first.start]):
        return clause
    following = next((i for i in clause.after if i.start >= first.end and i.kind in (Kind.AWARD, Kind.CATEGORY)), None)
    behind = text[first.end : following.start] if following else ""
    if (
        following is not None
        and following.kind == Kind.AWARD
        and re.fullmatch(r"[^,;]{0,40}\b(?:at|by|from)\s+(?:the\s+)?", behind)
    ):
        return clause  # a prize of the festival behind it
    if following is not None and following.kind == Kind.CATEGORY and FOR_CATEGORY.fullmatch(behind):
        if any(i.kind == Kind.AWARD for i in clause.sentence) and not METAL.match(first.text):
            joined = Item(Kind.CATEGORY, first.start, following.end, text[first.start : following.end])
            after = (joined, *(i for i in clause.after if i is not first and i is not following))
            return replace(clause, after=after)
    elif not BARE_END.match(text, first.end) or not (
        METAL.match(first.text) or BARE_ONE.search(text, clause.cue.end, first.start)
    ):
        return clause
    return replace(clause, after=(as_award(first), *clause.after[1:]))


def as_award(item: Item) -> Item:
    """A name that is an award's by what is done with it."""
    found = item.award or FoundAward(item.start, item.end, read_award(item.text))
    return replace(item, kind=Kind.AWARD, award=found)


def categories_of(text: str, clause: Clause) -> list[Item]:
    """The categories behind the cue; 'won the Golden Reed at the Lakeside Festival' names one, whatever its form."""
    near = [i for i in clause.after if i.start - clause.cue.end <= 3 * FARTHEST]
    categories = [i for i in near if i.kind == Kind.CATEGORY]
    fields = [b for a, b in pairwise(categories) if FIELD_OF.fullmatch(text, a.end, b.start)]
    categories = [i for i in categories if i not in fields]
    for item, following in pairwise(near):
        is_prize = item.kind == Kind.NAME and PRIZE_NAMED.fullmatch(text[clause.cue.end : item.start])
        if is_prize and following.kind == Kind.AWARD and AT_AWARD.fullmatch(text[item.end : following.start]):
            categories.append(replace(item, kind=Kind.CATEGORY))
        is_field = item.kind == Kind.AWARD and following.kind == Kind.NAME and not following.is_known
        if (
            is_field
            and is_category_name(item.text, following.text)
            and re.fullmatch(r"\s+for\s+", text[item.end : following.start])
        ):
            categories.append(replace(following, kind=Kind.CATEGORY))
    return categories


def award_of(text: str, category: Item, awards: Sequence[Item]) -> Item | None:
    """The award that a category belongs to: 'C at the A', 'A for C', else the nearest one before."""
    own = next((a for a in awards if FOR_CATEGORY.fullmatch(text, a.end, category.start)), None)
    if own is not None:
        return own  # 'the Golden Reed for best film at the Lakeside Film Festival'
    following = next((a for a in awards if a.start >= category.end), None)
    if following is not None and ABOUT_NEXT.search(text[category.end : following.start]):
        return following
    return next((a for a in reversed(awards) if a.end <= category.start), None) or following


def giver_of(text: str, category: Item, clause: Clause) -> Item | None:
    """'named Book of the Year by the magazine X': who names is the award."""
    if not NAMED.search(text[clause.cue.start : clause.cue.end]):
        return None
    for item in clause.after:
        if item.kind in (Kind.NAME, Kind.TITLE) and item.start >= category.end:
            if GIVER.fullmatch(text[category.end : item.start]):
                return as_award(item)
            return None
    return None


def award_behind(clause: Clause) -> Item | None:
    """The first award named after the cue, in the whole sentence."""
    return next((i for i in clause.sentence if i.kind == Kind.AWARD and i.start >= clause.cue.end), None)


def is_object(text: str, cue: Item, award: Item, categories: Sequence[Item]) -> bool:
    """Whether an award without a category is what was won, not where something else was."""
    gap = text[cue.end : award.start]
    is_certain = award.award is None or award.award.is_certain
    if AFTERWARDS.search(gap):
        return False
    if categories and ABOUT_NEXT.search(text[max(award.start - 12, 0) : award.start]):
        return False
    if NOMINATION.match(text, award.end):
        return len(gap) <= 2 * FARTHEST
    if is_certain and (cue.text == "nominated" or "winner" in text[cue.start : cue.end]):
        return len(gap) <= FARTHEST
    return OBJECT.fullmatch(gap) is not None if not is_certain else len(gap) <= FARTHEST and not INDIRECT.search(gap)


def count_in(text: str) -> int | None:
    """'for two' -> 2."""
    counts = [parse_count(word.casefold()) for word in re.findall(r"\w+", text)]
    return next((count for count in counts if count is not None), None)


def about_of(text: str, end: int, clause: Clause) -> Item | None:
    """'Best Song for "X"': what the honour that ends here was given for."""
    following = next((i for i in clause.after if i.start >= end), None)
    if following is None or following.kind not in (Kind.NAME, Kind.TITLE):
        return None
    return following if FOR.fullmatch(text[end : following.start]) else None
