"""The wording of awards.toml, compiled."""

import re
from functools import cache
from typing import Any

from pipeline.vocabulary import load_vocabulary

BARE_CUE = re.compile(
    r"\b(?:w[io]n|wins|winning|earned|received|nominated|shortlisted|longlisted|up for|named|voted|ranked|placed)\b"
)
UNREAL_WITHIN = 70  # characters before a cue that can deny it

Patterns = tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _vocabulary() -> dict[str, Any]:
    return load_vocabulary("awards")


@cache
def _results() -> Patterns:
    return tuple((entry["name"], re.compile(entry["pattern"])) for entry in _vocabulary()["result"])


@cache
def _holders() -> Patterns:
    return tuple((entry["label"], re.compile(entry["pattern"])) for entry in _vocabulary()["holder"])


@cache
def award_noun() -> str:
    """An alternation of the words that end the name of an award."""
    words = sorted(_vocabulary()["nouns"]["words"], key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"


@cache
def adjectives() -> frozenset[str]:
    """Of nationality and language, the list that mentions have: 'Canadian'."""
    return frozenset(load_vocabulary("mentions")["adjectives"]["words"])


@cache
def generic_words() -> frozenset[str]:
    return frozenset(_vocabulary()["generic"]["words"])


@cache
def category_heads() -> str:
    return "(?:" + "|".join(_vocabulary()["category"]["heads"]) + ")"


@cache
def category_tails() -> str:
    return "(?:" + "|".join(_vocabulary()["category"]["tails"]) + ")"


def read_result(text: str) -> str | None:
    """'Won (tied)' -> 'won', '#3' -> 'ranked'; None for anything that is no result."""
    return next((name for name, pattern in _results() if re.match(rf"(?:{pattern.pattern})\b", text.strip())), None)


def holder_label(category: str) -> str | None:
    """What kind of thing a category is given to: 'Best Actress' -> 'PERSON'; None: no word tells."""
    if re.search(r"(?i)\b(?:character|costume|production|set|sound|art) design", category):
        return None
    return next((label for label, pattern in _holders() if pattern.search(category)), None)


def looks_like_category(text: str) -> bool:
    """'Best Fantasy', 'Song of the Year', 'Audience Award'."""
    plain = text.strip(" '\"“”‘’:")
    plain = plain.title() if plain.isupper() else plain
    return bool(re.match(rf"{category_heads()}\b", plain) or re.search(rf"\b{category_tails()}$", plain))


def labels_category(text: str) -> bool:
    """What a line of winners may open with: a category by its form, or the field of a prize ('Poetry')."""
    return looks_like_category(text) or _field().fullmatch(text.strip(" :")) is not None


def is_field(text: str) -> bool:
    """'Poetry', 'Non-fiction': what prizes are given in."""
    return _field().fullmatch(text) is not None


@cache
def _field() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(_vocabulary()["category"]["fields"]) + ")")


@cache
def list_rules() -> Patterns:
    """What articles say about the lists of winners that follow."""
    return tuple((entry["name"], re.compile(entry["pattern"])) for entry in _vocabulary()["list_rule"])


@cache
def winner_marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The marks before and behind a winner's name."""
    marks = _vocabulary()["marks"]
    return re.compile(marks["winner_before"]), re.compile(rf"{marks['winner_after']}$")


@cache
def cues() -> Patterns:
    """What the verbs of a sentence say happened; the earlier entry wins where two overlap."""
    return tuple((entry["name"], re.compile(entry["pattern"])) for entry in _vocabulary()["cue"])


@cache
def pronouns() -> re.Pattern[str]:
    """The words that stand for the article's subject."""
    return re.compile(rf"\b{_vocabulary()['subject']['pronouns']}\b")


@cache
def _personal() -> re.Pattern[str]:
    return re.compile(_vocabulary()["subject"]["personal"])


def is_personal(pronoun: str) -> bool:
    """Whether 'he', 'the singer' mean a person and not a work."""
    return _personal().search(pronoun) is not None


@cache
def plain_categories() -> tuple[re.Pattern[str], ...]:
    """Categories in small letters; the group `name` is the category."""
    return tuple(re.compile(entry["pattern"]) for entry in _vocabulary()["plain_category"])


@cache
def _unreal() -> re.Pattern[str]:
    return re.compile(rf"{_vocabulary()['unreal']['pattern']}[^.,;:()]{{0,40}}$")


def is_unreal(text: str, start: int, cue: int) -> bool:
    """Whether the words right before a cue say that it did not happen, or may: 'has never', 'would have'."""
    return _unreal().search(text[max(start, cue - UNREAL_WITHIN) : cue]) is not None


@cache
def fields() -> str:
    """What a prize in small letters is given for: 'the Heron prize for fiction'."""
    return "(?:" + "|".join(_vocabulary()["small_name"]["fields"]) + ")"


@cache
def given_for() -> re.Pattern[str]:
    """What an award is given for, where that is no part of its name: 'the Heron Award for lifetime achievement'."""
    fields = "|".join(_vocabulary()["category"]["given_for"])
    return re.compile(rf"(?<=[\w’'”\"]) for (?:an? )?(?P<name>(?:{fields}))(?=[ ,.;:)”\"]|$)")


@cache
def small_stops() -> str:
    """Words in small letters that cannot stand inside a name before 'prize' or 'award'."""
    return "(?:" + "|".join(_vocabulary()["small_name"]["stops"]) + ")"


@cache
def roster_marks() -> re.Pattern[str]:
    """What a line of nominees begins with."""
    return re.compile(_vocabulary()["marks"]["nominees_before"])


@cache
def outcome_marks() -> re.Pattern[str]:
    """What a line of results begins with: 'Winner:', 'Runner-up:', '2nd place:'; the groups tell which."""
    return re.compile(_vocabulary()["marks"]["outcome"])


@cache
def nominee_heading() -> re.Pattern[str]:
    """The headings of lists of nominees, with the year before or behind."""
    return re.compile(_vocabulary()["marks"]["shortlist"])


@cache
def roll_heading() -> re.Pattern[str]:
    """The headings of lists of past winners."""
    return re.compile(_vocabulary()["marks"]["roll"])


def can_name_award(text: str, start: int, end: int) -> bool:
    """Whether a sentence may name an award by what is done with it alone: 'won an X', 'named Book of the Year by Y'."""
    return BARE_CUE.search(text, start, end) is not None
