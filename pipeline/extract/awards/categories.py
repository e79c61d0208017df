"""Categories in running text: 'Best Score', 'in the A category', 'the jury prize', 'director of the year'."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from pipeline.extract.awards.found import CAPITAL, is_category_form
from pipeline.extract.awards.wording import category_heads, category_tails, given_for, plain_categories

IN_CATEGORY = re.compile(
    r"\b(?:in|of|under|for) the "
    r"(?P<name>(?!same |following |latter |former )"
    r"(?:(?! (?:in|of|under) the )(?:[^,.;:()\"“”‘']|(?<=[a-z])['’])){2,60}?) "
    r"(?:category|categories|section|division|department)\b"
)
BRACKETED = re.compile(r"\((?P<name>[^().,;:]{2,40}?) (?:category|division|section|department)\)")
SUPERLATIVE = re.compile(
    r"\b(?:the|[Tt]he) (?P<name>(?:most|best|top|favou?rite) (?:[A-Z][a-z]{2,15} )?[a-z][a-z -]{2,60}?)"
    r"(?= ?[,.;(]| and the | in | of )"
)
LISTED = re.compile(
    r"\b(?:list|ranking|poll|chart|countdown) (?:for|of) (?:the |its |his |her |their )?(?P<name>[a-z][\w'’ -]{3,50}?)"
    r"(?= ?[,.;(]| and | (?:in|of|from|by|at) |$)"
)
CONNECTORS = r"(?:in|of|for|a|an|the|or|by|to|on|from|with|&|/|–|-)"
CAPITALISED = rf"{CAPITAL}[\w'’.&/-]{{0,40}}"
HEADED = re.compile(
    rf"\b{category_heads()}(?:\s+(?:(?:{CONNECTORS}\s+){{0,3}}(?:{CAPITALISED}|\d[\w'’.&/-]{{0,40}})"
    rf"|and\s+(?!{category_heads()}\b){CAPITALISED}|\([^()]{{1,40}}\))){{1,12}}"
)
TAILED = re.compile(rf"(?<!\w)(?:{CAPITALISED}\s+){{1,5}}?{category_tails()}\b(?!\w)")
# 'Far Shores' Game of the Year' is the Game of the Year that Far Shores names
OWNER = re.compile(
    rf"(?:(?!Child|Pe(?:ople|rson)|Reader|Viewer|Critic|Wom[ae]n|M[ae]n|Player|Author|Editor|Fan|Young)(?:{CAPITALISED}\s+){{0,3}}?"
    r"[A-Z]\w{1,20}(?:['’]s|s['’]) (?=[\w -]{2,40} of the (?:Year|Decade|Month)$))?"
)
FOR = re.compile(r"\s+(?:for|with|by)\s")
LEADING = re.compile(r"(?:(?:The|At|In|For|A|An)\s+)*")
JOINED_BEFORE = re.compile(r"(?:\b(?:and|to|for|with|by|at|of|in|from)|,)\s(?:[Tt]he\s|[\"“‘])?$")
TRAILING = re.compile(
    r"(?:\s+in\s+(?:19|20)\d\d\b.*|[,\s]+(?:and|to|for|in|of|at|with|by|on|from)(?:\s+the)?)?[\s,.:;]*(?:['’]s)?$"
)
WHEN = re.compile(
    r"\s+(?:on|in|at|this|last)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\b.*$"
)
HOLDER_BEHIND = re.compile(r"\s+\((?P<holder>[^()]{1,40})\)$")

Place = tuple[int, int]


def find_categories(
    text: str, start: int, end: int, names: Sequence[Place], holders: frozenset[str]
) -> Iterator[Place]:
    """The places of the categories between two offsets. `names` end a category that runs into them; a bracket that
    holds one of `holders` ('Best Director (Lee)') tells who it went to and is no part of the category.
    """
    for pattern in (IN_CATEGORY, BRACKETED, given_for()):
        for found in pattern.finditer(text, start, end):
            yield found.span("name")
    tailed = [found.span() for found in TAILED.finditer(text, start, end)]
    stops = sorted(n for n, _ in (*names, *tailed))
    headed = [_phrase(text, *found.span(), stops, holders) for found in HEADED.finditer(text, start, end)]
    for a, b in tailed:
        if not any(c <= a and b < d and not FOR.match(text, b) for c, d in headed):
            headed.append(_phrase(text, a, b, stops, holders))
    for a, b in sorted(headed):
        a += len(OWNER.match(text[a:b])[0])  # type: ignore[index]
        if is_category_form(text[a:b]) and len(text[a:b].split()) > 1:
            yield a, b
    for pattern in plain_categories():
        for found in pattern.finditer(text, start, end):
            yield found.span("name")


def _phrase(text: str, start: int, end: int, stops: Sequence[int], holders: frozenset[str]) -> Place:
    """The category in a capitalised phrase: up to the first name that is joined to it, without brackets of holders."""
    start += len(LEADING.match(text[start:end])[0])  # type: ignore[index]
    inside = stops[bisect_right(stops, start) : bisect_left(stops, end)]
    end = min([end, *(n for n in inside if JOINED_BEFORE.search(text[start:n]))])
    phrase = TRAILING.sub("", WHEN.sub("", text[start:end]))
    bracket = HOLDER_BEHIND.search(phrase)
    if bracket and bracket["holder"] in holders:
        phrase = phrase[: bracket.start()]
    return start, start + len(phrase)


def find_praise(text: str, start: int, end: int) -> Iterator[Place]:
    """'the most popular hero', 'its list of winter films': a category of rankings, or mere praise."""
    for found in LISTED.finditer(text, start, end):
        yield found.span("name")
    for found in SUPERLATIVE.finditer(text, start, end):
        yield found.span("name")
