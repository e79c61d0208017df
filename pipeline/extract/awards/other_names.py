"""Award names that end in no capitalised noun: guides that rank, prizes in small letters, orders of states."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.awards.found import CAPITAL, OWNING, FoundAward, is_category_form, skip_openers, with_year
from pipeline.extract.awards.names import read_award
from pipeline.extract.awards.wording import adjectives, fields, generic_words, small_stops

GIVER = r"(?:guide ?book|ranking|poll|chart|best-of list)"
NAME = (
    rf"(?<!\w)(?:{CAPITAL}|\d)[\w'’.&!+-]{{0,40}}"
    rf"(?:\s+(?:[a-z&]{{1,3}}\s+){{0,2}}(?:{CAPITAL}|\d)[\w'’.&!+-]{{0,40}}){{0,8}}"
)
SMALL = re.compile(
    rf"(?P<name>(?:(?:\d{{1,3}}(?:st|nd|rd|th)|(?:19|20)\d\d)\s+)?{CAPITAL}[\w'’.-]{{1,30}}"
    rf"(?:\s+{CAPITAL}[\w'’.-]{{1,30}}){{0,3}}(?:\s+(?!{small_stops()}\b)[a-z-]{{3,15}}){{0,2}}"
    rf"\s+(?:prize|award|medal)(?:\s+for\s+{fields()})?)(?![\w’'-]|\s+(?:winner|winning))"
)
PRIX = re.compile(
    rf"\b(?P<name>(?<!Grand )Prix(?:\s+(?:d[eu]s?|de la|du)\s+|\s+|\s+d[’'])(?:{CAPITAL}[\w’'-]{{2,20}}\s?){{1,3}}"
    rf"(?:(?<=\s)[a-z]{{0,9}}[éèêà][a-zéèêà]{{0,9}})?)(?!\w)"
)
# 'Premios Heron de Cine', 'Troféu Heron': in Spanish, Portuguese and Italian the noun comes first
LEADING = re.compile(
    rf"\b(?P<name>(?:\d{{1,3}}(?:st|nd|rd|th)\s+)?(?:Premios?|Pr[êé]mios?|Trofe[oi]s?|Troféus?|Medalla|Medalha|Medaglia)"
    rf"(?:\s+(?:(?:de|del|da|do|dos|das|di|della|al|à)\s+(?:l[ao]s?\s+)?)?{CAPITAL}[\w’'-]{{1,20}}){{1,4}})(?!\w)"
)
# 'Knight of the Order of the Silver Heron', 'Medal with Blue Ribbon': honours of states open with what they are
ORDER = re.compile(
    rf"\b(?P<name>(?:(?:Knight|Dame|Officer|Commander|Companion|Member|Chevali[eè]re?|Grand Officer)(?: Commander)?"
    rf" (?:of|in) (?:the )?)?(?:Order|Medal|Cross|Legion) (?:of|with) (?:the )?{CAPITAL}[\w’'-]{{1,20}}"
    rf"(?: (?:(?:of|and) (?:the )?)?{CAPITAL}[\w’'-]{{1,20}}){{0,4}})(?!\w)"
)
GIVER_BEFORE = re.compile(rf"\b{GIVER}\s+[“\"]?(?P<name>{NAME})")
GIVER_AFTER = re.compile(rf"(?P<name>{NAME})\s+is\s+(?:an?|the)\s+(?:[a-z-]{{2,15}}\s+){{0,3}}{GIVER}\b")
EDITION_OF = re.compile(rf"\b(?:19|20)\d\d edition of (?:the )?(?:[a-z-]{{2,12}} ){{0,3}}(?P<name>{NAME})")
CHART = re.compile(rf"(?P<name>{NAME})\s+(?:[Ss]ingles\s+|[Aa]lbums?\s+|[Ss]ongs\s+)?chart\b")
OWNER_OF = re.compile(
    rf"(?P<name>{NAME})(?:\s+(?:magazine|newspaper|website|readers))?['’]s?\s+(?:annual\s+)?(?P<year>(?:19|20)\d\d\s+)?(?:[a-z-]{{2,12}}\s+){{0,2}}"
    rf"(?:list|ranking|poll|countdown|top \d+)\b"
)
OWNER = re.compile(r"[\w.-]{1,30}(?:['’]s|s['’])\s+(?:best|first|only|last|biggest|[a-z]+ing)\b")
# 'the main prize at the 17th Lakeside Animation Days'
CEREMONY = re.compile(
    rf"\b(?:prizes?|awards?|honou?rs|winners?|trophy|medal) (?:at|of|from) the "
    rf"(?P<name>\d{{1,3}}(?:st|nd|rd|th) {NAME})"
)
LIST_WORDS = ("list", "ranking", "poll", "countdown", "top ")
GIVER_WORDS = ("guide", "ranking", "poll", "chart", "best-of", "edition of")  # each of these patterns needs one
SMALL_WORDS = ("prize", "award", "medal")  # SMALL needs one


def by_giver(text: str) -> Iterator[FoundAward]:
    if any(word in text for word in LIST_WORDS):
        yield from _by_owner(text)
    if not any(word in text for word in GIVER_WORDS):
        return
    for pattern in (GIVER_BEFORE, GIVER_AFTER, EDITION_OF, CHART):
        for found in pattern.finditer(text):
            start = skip_openers(text, found.start("name"), found.end("name"))
            end = found.end("name") - (text[found.end("name") - 1] in ".,")
            end -= len(OWNING.search(text[start:end])[0])  # type: ignore[index]
            if start < end:
                yield FoundAward(start, end, read_award(text[start:end]), is_ranking=True)


def _by_owner(text: str) -> Iterator[FoundAward]:
    """'the Far Shores magazine’s 2031 ranking': who ranks is the award."""
    for found in OWNER_OF.finditer(text):
        start = skip_openers(text, found.start("name"), found.end("name"))
        if start < found.end("name"):
            award = read_award(text[start : found.end("name")])
            year = int(found["year"]) if found["year"] else award.year
            yield FoundAward(start, found.end("name"), replace(award, year=year), is_ranking=True, is_certain=False)


def by_small_noun(text: str) -> Iterator[FoundAward]:
    """'the 34th Heron prize for fiction', 'the Alder first novel award', 'the Prix Heron', 'the Premio Heron'."""
    patterns = [SMALL] if any(word in text for word in SMALL_WORDS) else []
    for pattern in (*patterns, PRIX, LEADING, ORDER, CEREMONY):
        for found in pattern.finditer(text):
            start = skip_openers(text, found.start("name"), found.end("name"))
            end = found.start("name") + len(found["name"].rstrip())
            if start < end and _is_small_name(text[start:end]) and not OWNER.match(text, start):
                yield with_year(text, start, end)


def _is_small_name(name: str) -> bool:
    """'the first award' and 'Canadian literary award' name none."""
    name = name.removeprefix("The ")
    words = name.split()
    is_common = all(word.casefold() in generic_words() for word in words[1:]) and words[0] in adjectives()
    return not name[0].islower() and not is_common and not is_category_form(name)
