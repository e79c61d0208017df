"""Award names in running text, with the year right behind them: 'the 9th Heron Awards of 2014'."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.extract.awards.found import OPENERS, OWNING, WORD, FoundAward, is_category_form, skip_openers, with_year
from pipeline.extract.awards.names import read_award
from pipeline.extract.awards.other_names import by_giver, by_small_noun
from pipeline.extract.awards.wording import award_noun, category_heads
from pipeline.records import Mention, Passage

IS_FOR = re.compile(r"\s+for\s+(?:the\s+)?")
NOUN = re.compile(rf"\b{award_noun()}(?![\w'’-])(?!\s+{award_noun()}\b)")
CONNECTORS = frozenset("of and & de du des der del la le el ga no wa ni to the di do da e y".split())
HOLDERS = frozenset("Winner Winners Finalist Finalists Nominee Nominees Recipient Recipients Laureate".split())
MOST_WORDS = 10
LONGEST_ABBREVIATION = 4  # characters with the full stop
SUM_BEFORE = (",", ".", "£", "$", "€", "¥")


def find_award_names(text: str) -> list[FoundAward]:
    """All award names of a text in order; what is a category by its form ('Best Score Award') is none."""
    found: list[FoundAward] = []
    taken = bytearray(len(text))
    for candidate in (*_by_noun(text), *by_giver(text), *by_small_noun(text)):
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
        start = skip_openers(passage.text, start, end)
        end -= len(OWNING.search(passage.text[start:end])[0])  # type: ignore[index]
        if not any(taken[start:end]) and not is_category_form(passage.text[start:end]):
            is_certain = NOUN.search(passage.text, start, end) is not None
            added.append(replace(with_year(passage.text, start, end), is_certain=is_certain))
    return sorted(added, key=lambda one: one.start)


def _by_noun(text: str) -> Iterator[FoundAward]:
    nouns = list(NOUN.finditer(text))
    words = list(WORD.finditer(text)) if nouns else []
    numbers = {word.start(): number for number, word in enumerate(words)}
    for noun in nouns:
        last = numbers.get(noun.start())
        if last is None:
            continue
        first = _first_word(text, words, last)
        start = skip_openers(text, words[first].start(), noun.end())
        joined = text.rfind(" and ", start, noun.start())
        if joined >= 0 and re.match(rf"{category_heads()}\b", text[start : noun.end()]):
            start = joined + len(" and ")  # 'Best Debut and Heron Award'
        if start < noun.start() and not is_category_form(text[start : noun.end()]):
            yield with_year(text, start, noun.end())


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
