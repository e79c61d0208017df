"""Award names in running text, with the year right behind them: 'the 9th Heron Awards of 2014'."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.extract.awards.names import AwardName, is_category_name, read_award
from pipeline.extract.awards.wording import (
    award_noun,
    category_heads,
    category_tails,
    fields,
    generic_words,
    small_stops,
)
from pipeline.records import Mention, Passage

WORD = re.compile(r"[\w'’&.!+-]+")
FIELD = re.compile(
    r"\s+for\s+(?P<field>(?:[A-Z][\w’'-]{2,20}(?:\s+(?:and\s+)?[A-Z][\w’'-]{2,20})?))(?![\w’'-]|\s+[A-Z])"
)
IS_FOR = re.compile(r"\s+for\s+(?:the\s+)?")
INAUGURAL = re.compile(r"\b(?:inaugural|first-ever|first ever)\s+$")
YEAR_BEHIND = re.compile(r"(?:\s+of|,)?\s+((?:19|20)\d\d)\b(?!\s*(?:edition|season))")
NOUN = re.compile(rf"\b{award_noun()}(?![\w'’-])(?!\s+{award_noun()}\b)")
CONNECTORS = frozenset("of and & de du des der del la le el ga no wa ni to the di do da e y".split())
OPENERS = frozenset(
    "at in on for from by after before with this that these its his her their a an here when while and but or as "
    "since until during two three four five six seven eight nine ten both all among other another also".split()
)
BLANK = re.compile(r"\s+")
NUMBERED = re.compile(r"\s+(?:\d|[Aa]nnual)")
HOLDERS = frozenset("Winner Winners Finalist Finalists Nominee Nominees Recipient Recipients Laureate".split())
MOST_WORDS = 10
LONGEST_ABBREVIATION = 4  # characters with the full stop
SUM_BEFORE = (",", ".", "£", "$", "€", "¥")
WHEN = re.compile(r"(?i:(?:to|yester|mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight)['’]s")
CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
OWNER = re.compile(r"[\w.-]{1,30}(?:['’]s|s['’])\s+(?:best|first|only|last|biggest|[a-z]+ing)\b")
NAME = (
    rf"(?<!\w)(?:{CAPITAL}|\d)[\w'’.&!+-]{{0,40}}"
    rf"(?:\s+(?:[a-z&]{{1,3}}\s+){{0,2}}(?:{CAPITAL}|\d)[\w'’.&!+-]{{0,40}}){{0,8}}"
)
SMALL = re.compile(
    rf"(?P<name>(?:(?:\d{{1,3}}(?:st|nd|rd|th)|(?:19|20)\d\d)\s+)?{CAPITAL}[\w'’.-]{{1,30}}"
    rf"(?:\s+{CAPITAL}[\w'’.-]{{1,30}}){{0,3}}(?:\s+(?!{small_stops()}\b)[a-z-]{{3,15}}){{0,2}}"
    rf"\s+(?:prize|award|medal)(?:\s+for\s+{fields()})?)(?![\w’'-]|\s+(?:winner|winning))"
)
DEMONYM = re.compile(r"[A-Z][a-z]{2,12}(?:an|ish|ese|ch|ic|ek|eli|elsh|hai|aqi)|Swiss")
PRIX = re.compile(
    rf"\b(?P<name>(?<!Grand )Prix(?:\s+(?:d[eu]s?|de la|du)\s+|\s+|\s+d[’'])(?:{CAPITAL}[\w’'-]{{2,20}}\s?){{1,3}}"
    rf"(?:(?<=\s)[a-z]{{0,9}}[éèêà][a-zéèêà]{{0,9}})?)(?!\w)"
)
GIVER = r"(?:guide ?book|ranking|poll|chart|best-of list)"
GIVER_BEFORE = re.compile(rf"\b{GIVER}\s+[“\"]?(?P<name>{NAME})")
GIVER_AFTER = re.compile(rf"(?P<name>{NAME})\s+is\s+(?:an?|the)\s+(?:[a-z-]{{2,15}}\s+){{0,3}}{GIVER}\b")
EDITION_OF = re.compile(rf"\b(?:19|20)\d\d edition of (?:the )?(?:[a-z-]{{2,12}} ){{0,3}}(?P<name>{NAME})")
CHART = re.compile(rf"(?P<name>{NAME})\s+(?:[Ss]ingles\s+|[Aa]lbums?\s+|[Ss]ongs\s+)?chart\b")

OWNER_OF = re.compile(
    rf"(?P<name>{NAME})(?:\s+(?:magazine|newspaper|website|readers))?['’]s?\s+(?:annual\s+)?(?P<year>(?:19|20)\d\d\s+)?(?:[a-z-]{{2,12}}\s+){{0,2}}"
    rf"(?:list|ranking|poll|countdown|top \d+)\b"
)
OWNING = re.compile(r"(?:['’]s?)?$")

LIST_WORDS = ("list", "ranking", "poll", "countdown", "top ")
GIVER_WORDS = ("guide", "ranking", "poll", "chart", "best-of", "edition of")  # each of these patterns needs one
SMALL_WORDS = ("prize", "award", "medal")  # SMALL needs one


@dataclass(frozen=True, slots=True)
class FoundAward:
    """An award named at `[start, end)` of a text."""

    start: int
    end: int
    award: AwardName
    is_ranking: bool = False
    is_certain: bool = True  # a word in it says that it is an award; others are names that a model took for one


def find_award_names(text: str) -> list[FoundAward]:
    """All award names of a text in order; what is a category by its form ('Best Score Award') is none."""
    found: list[FoundAward] = []
    taken = bytearray(len(text))
    for candidate in (*_by_noun(text), *_by_giver(text), *_by_small_noun(text)):
        if not any(taken[candidate.start : candidate.end]):
            taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
            found.append(candidate)
    return sorted(found, key=lambda one: one.start)


def without_works(found: list[FoundAward], mentions: Iterable[Mention], passage: Passage) -> list[FoundAward]:
    """'won the Heron Prize for Grey Harbour': what it was won for is no part of the name."""
    starts = {passage.to_text(m.start) for m in mentions if m.label in ("WORK_OF_ART", "PERSON", "CHARACTER")}
    kept = []
    for one in found:
        field = IS_FOR.search(passage.text, one.start, one.end)
        is_work = field is not None and field.end() in starts
        end = field.start() if field is not None and is_work else one.end
        kept.append(replace(one, end=end, award=read_award(passage.text[one.start : end])) if is_work else one)
    return kept


def add_mentions(found: list[FoundAward], mentions: Iterable[Mention], passage: Passage) -> list[FoundAward]:
    """The names, and the AWARD mentions of the passage that overlap none of them."""
    added = list(found)
    taken = bytearray(len(passage.text))
    for one in found:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    for mention in mentions:
        if mention.label != "AWARD":
            continue
        start, end = passage.to_text(mention.start), passage.to_text(mention.end)
        start = _skip_openers(passage.text, start, end)
        end -= len(OWNING.search(passage.text[start:end])[0])  # type: ignore[index]
        if not any(taken[start:end]) and not is_category_form(passage.text[start:end]):
            is_certain = NOUN.search(passage.text, start, end) is not None
            added.append(replace(_with_year(passage.text, start, end), is_certain=is_certain))
    return sorted(added, key=lambda one: one.start)


def is_category_form(text: str) -> bool:
    """'Best Score Award', 'New Voice Prize', 'Song of the Year': named like a category."""
    plain = text.strip(" '\"“”‘’")
    singular = not re.search(r"(?:Awards|Prizes|Festival|Ten|Prix)$", plain)
    tail = re.search(rf"\b{category_tails()}$", plain) is not None and not re.search(r"(?:Award|Prize)$", plain)
    return singular and (re.match(rf"(?:[Tt]he\s+)?{category_heads()}\b", plain) is not None or tail)


def _by_noun(text: str) -> Iterator[FoundAward]:
    nouns = list(NOUN.finditer(text))
    words = list(WORD.finditer(text)) if nouns else []
    numbers = {word.start(): number for number, word in enumerate(words)}
    for noun in nouns:
        last = numbers.get(noun.start())
        if last is None:
            continue
        first = _first_word(text, words, last)
        start = _skip_openers(text, words[first].start(), noun.end())
        joined = text.rfind(" and ", start, noun.start())
        if joined >= 0 and re.match(rf"{category_heads()}\b", text[start : noun.end()]):
            start = joined + len(" and ")  # 'Best Debut and Heron Award'
        if start < noun.start() and not is_category_form(text[start : noun.end()]):
            yield _with_year(text, start, noun.end())


def _first_word(text: str, words: list[re.Match[str]], last: int) -> int:
    """Back over capitalised words, and over small words between them, as long as only blanks stand between."""
    first = last
    for number in range(last - 1, max(last - MOST_WORDS, -1), -1):
        if text[words[number].end() : words[number + 1].start()].strip(" '’"):
            break
        word = words[number][0]
        if _ends_sentence(word, words[number + 1][0]) or _is_sum(text, words[number]) or word in HOLDERS:
            break
        if word[0].isupper() or word[0].isdigit():
            if NOUN.fullmatch(word) and number < last - 1:
                break
            first = number
        elif word not in CONNECTORS or f"{word} {words[number + 1][0]}" in ("and the", "and a"):
            break
        elif word == "the" and not words[number - 1][0].islower():
            break  # 'won Ann Lee the Heron Award'
    return first


def _ends_sentence(word: str, following: str) -> bool:
    """'in 2015. At the Heron Awards': the name begins behind the full stop; 'St. Oda Prize' is one name."""
    if word[-1] not in ".!?" or not following[0].isupper():
        return False
    return len(word) > LONGEST_ABBREVIATION or following.casefold() in OPENERS or following == "The"


def _is_sum(text: str, word: re.Match[str]) -> bool:
    """The digits of '£25,000'."""
    return word[0][0].isdigit() and text[max(word.start() - 1, 0) : word.start()] in SUM_BEFORE


def _skip_openers(text: str, start: int, end: int) -> int:
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


def _by_giver(text: str) -> Iterator[FoundAward]:
    if any(word in text for word in LIST_WORDS):
        yield from _by_owner(text)
    if not any(word in text for word in GIVER_WORDS):
        return
    for pattern in (GIVER_BEFORE, GIVER_AFTER, EDITION_OF, CHART):
        for found in pattern.finditer(text):
            start = _skip_openers(text, found.start("name"), found.end("name"))
            end = found.end("name") - (text[found.end("name") - 1] in ".,")
            end -= len(OWNING.search(text[start:end])[0])  # type: ignore[index]
            if start < end:
                yield FoundAward(start, end, read_award(text[start:end]), is_ranking=True)


def _by_owner(text: str) -> Iterator[FoundAward]:
    """'the Far Shores magazine’s 2031 ranking': who ranks is the award."""
    for found in OWNER_OF.finditer(text):
        start = _skip_openers(text, found.start("name"), found.end("name"))
        if start < found.end("name"):
            award = read_award(text[start : found.end("name")])
            year = int(found["year"]) if found["year"] else award.year
            yield FoundAward(start, found.end("name"), replace(award, year=year), is_ranking=True, is_certain=False)


def _by_small_noun(text: str) -> Iterator[FoundAward]:
    """'the 34th Heron prize for fiction', 'the Alder first novel award', 'the Prix Heron'."""
    patterns = [SMALL] if any(word in text for word in SMALL_WORDS) else []
    for pattern in (*patterns, PRIX):
        for found in pattern.finditer(text):
            start = _skip_openers(text, found.start(), found.end())
            end = found.start() + len(found[0].rstrip())
            if start < end and _is_small_name(text[start:end]) and not OWNER.match(text, start):
                yield _with_year(text, start, end)


def _is_small_name(name: str) -> bool:
    """'the first award' and 'Canadian literary award' name none."""
    name = name.removeprefix("The ")
    words = name.split()
    is_common = all(word.casefold() in generic_words() for word in words[1:]) and DEMONYM.fullmatch(words[0])
    return not name[0].islower() and not is_common and not is_category_form(name)


def _with_year(text: str, start: int, end: int) -> FoundAward:
    field = FIELD.match(text, end)
    if field and not is_category_name(text[start:end], field["field"]):
        end = field.end()
    behind = YEAR_BEHIND.match(text, end)
    stop = behind.end() if behind else end
    award = read_award(text[start:stop])
    if award.edition is None and INAUGURAL.search(text[max(start - 16, 0) : start]):
        award = replace(award, edition=1)
    return FoundAward(
        start, stop, award, is_ranking=bool(re.search(r"(?:Ten|100|40|Poll|Rankings?|Charts?)$", text[start:end]))
    )
