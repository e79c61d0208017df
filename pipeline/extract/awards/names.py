"""Names of awards: '11th Annual Heron Awards 2012' is the award 'Heron Awards', edition 11, year 2012."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.awards.wording import award_noun, generic_words, holder_label, looks_like_category
from pipeline.values.numbers import parse_ordinal

ORDINAL = re.compile(
    r"(?:[Tt]he\s+)?(\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]{3,10}(?:-[a-z]{3,7})?(?=\s+[Aa]nnual\b))\s+(?:[Aa]nnual\s+)?"
)
INAUGURAL = re.compile(r"(?:[Tt]he\s+)?(?:[Ii]naugural|[Ff]irst-ever)\s+")
ANNUAL = re.compile(r"(?:[Tt]he\s+)?[Aa]nnual\s+")
YEAR_BEFORE = re.compile(r"(?:[Tt]he\s+)?((?:19|20)\d\d)\s+(?=\S)")
PLACE_AFTER = re.compile(r"\s+\((?!\d)[^()]{2,40}\)$")  # 'Drama Guild Awards (Oslo)'
YEAR_AFTER = re.compile(r"(?:\s+of|,)?\s+\(?((?:19|20)\d\d)\)?$")
NOUN = re.compile(rf"\b{award_noun()}\b")


@dataclass(frozen=True, slots=True)
class AwardName:
    """An award without ordinal and year, which are told apart from the name."""

    name: str
    edition: int | None = None
    year: int | None = None


def read_award(text: str) -> AwardName:
    """The name, edition and year in a text that is an award's name."""
    name, edition, year = " ".join(text.split()).strip(" ,;:"), None, None
    if found := YEAR_AFTER.search(name):
        name, year = name[: found.start()], int(found[1])
    if found := YEAR_BEFORE.match(name):
        name, year = name[found.end() :], int(found[1])
    if found := INAUGURAL.match(name):
        name, edition = name[found.end() :], 1
    if found := ORDINAL.match(name):
        ordinal = parse_ordinal(found[1].casefold())
        if ordinal is not None and len(name) > found.end():
            name, edition = name[found.end() :], ordinal
    elif found := ANNUAL.match(name):
        name = name[found.end() :]
    return AwardName(name.strip(" ,;:'"), edition, year)


def read_heading(text: str) -> AwardName:
    """The award that a heading names; where it is held, said in brackets, only tells two sections apart."""
    return read_award(PLACE_AFTER.sub("", text))


def names_award(heading: str) -> bool:
    """Whether a heading is the name of an award, not a word for awards in general."""
    if not NOUN.search(heading):
        return False
    words = re.findall(r"[^\W\d_][\w'’&.-]*", heading)
    return any(word[0].isupper() and word.casefold() not in generic_words() for word in words)


def section_award(section: Sequence[str]) -> str | None:
    """The innermost heading that names an award."""
    return next((heading for heading in reversed(section) if names_award(heading)), None)


def is_category_name(award: str, field: str) -> bool:
    """Whether 'X for Y' names a category Y of X. 'Prize for Fiction' does not: the field is part of the name."""
    singular = re.search(r"(?:Prize|Medal|Award|Trophy)$", award) is not None
    return not singular or looks_like_category(field) or len(field.split()) > 3 or holder_label(field) is not None
