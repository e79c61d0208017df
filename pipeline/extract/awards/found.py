"""An award named in running text, and where its name begins and ends."""

import re
from dataclasses import dataclass, replace

from pipeline.extract.awards.names import AwardName, is_category_name, read_award
from pipeline.extract.awards.wording import category_heads, category_tails, is_field
from pipeline.values.numbers import parse_ordinal

FIELD = re.compile(
    r"\s+for\s+(?P<field>(?:[A-Z][\w’'-]{2,20}(?:\s+(?:and\s+)?[A-Z][\w’'-]{2,20})?))(?![\w’'-]|\s+[A-Z])"
)
INAUGURAL = re.compile(r"\b(?:inaugural|first-ever|first ever)\s+$")
COUNTED = re.compile(
    r"(?:\b(?:at|of|from|in|during|for) (?:the|its)|(?:^|[.!?] )The) "
    r"(?P<ordinal>[a-z]{4,14}(?:-[a-z]{4,7})?)(?: annual)? (?:edition of (?:the )?)?$"
)
BEFORE = 48  # characters in which an ordinal in front of a name is looked for
YEAR_BEHIND = re.compile(r"(?:\s+of|,)?\s+((?:19|20)\d\d)\b(?!\s*(?:edition|season))")
WORD = re.compile(r"[\w'’&.!+-]+(?:–\w+)?")
OPENERS = frozenset(
    "at in on for from by after before with this that these its his her their a an here when while and but or as "
    "since until during two three four five six seven eight nine ten both all among other another also".split()
)
BLANK = re.compile(r"\s+")
NUMBERED = re.compile(r"\s+(?:\d|[Aa]nnual)")
WHEN = re.compile(r"(?i:(?:to|yester|mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight)['’]s")
OWNING = re.compile(r"(?:['’]s?)?$")
CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"


@dataclass(frozen=True, slots=True)
class FoundAward:
    """An award named at `[start, end)` of a text."""

    start: int
    end: int
    award: AwardName
    is_ranking: bool = False
    is_certain: bool = True  # a word in it says that it is an award; others are names that a model took for one


def is_category_form(text: str) -> bool:
    """'Best Score Award', 'New Voice Prize', 'Song of the Year': named like a category."""
    plain = text.strip(" '\"“”‘’")
    singular = not re.search(r"(?:Awards|Prizes|Festival|Ten|Prix)$", plain)
    tail = re.search(rf"\b{category_tails()}$", plain) is not None and not re.search(r"(?:Award|Prize)$", plain)
    headed = re.match(rf"(?:[Tt]he\s+)?{category_heads()}\b", plain) is not None
    return is_field_prize(plain) or (singular and (headed or tail))


def is_field_prize(text: str) -> bool:
    """'General Non-fiction Award': nothing but the field it is given in."""
    found = re.fullmatch(
        r"(?:[Tt]he )?(?:General |International |Foreign |Illustrated )?(?P<field>.{3,30}) (?:Award|Prize)", text
    )
    return found is not None and is_field(found["field"])


def skip_openers(text: str, start: int, end: int) -> int:
    """Behind words that only open the phrase: 'At The Heron Awards' -> 'The Heron Awards'."""
    while found := WORD.match(text, start):
        word = found[0]
        if WHEN.fullmatch(word):
            word = "the"
        follows = BLANK.match(text, found.end())
        ordinal_next = NUMBERED.match(text, found.end())
        if word.casefold() not in OPENERS and not (word.casefold() == "the" and (word == "the" or ordinal_next)):
            return start
        if not follows or follows.end() >= end:
            return start
        start = follows.end()
    return start


def _edition_before(text: str) -> int | None:
    """What the words in front of an award's name say of its edition: 'at the ninth', 'the inaugural'."""
    if INAUGURAL.search(text):
        return 1
    counted = COUNTED.search(text)
    return parse_ordinal(counted["ordinal"]) if counted else None


def with_year(text: str, start: int, end: int) -> FoundAward:
    field = FIELD.match(text, end)
    if field and not is_category_name(text[start:end], field["field"]):
        end = field.end()
    behind = YEAR_BEHIND.match(text, end)
    stop = behind.end() if behind else end
    award = read_award(text[start:stop])
    if award.edition is None:
        award = replace(award, edition=_edition_before(text[max(start - BEFORE, 0) : start]))
    return FoundAward(
        start, stop, award, is_ranking=bool(re.search(r"(?:Ten|100|40|Poll|Rankings?|Charts?)$", text[start:end]))
    )
