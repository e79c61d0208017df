"""The words of dates as a grammar sees them: every token has a kind, one letter; the words come from calendar.toml.

M month  J month, abbreviated  W weekday  V weekday, abbreviated  S season  H feast
y four digits  d 1 to 31  c up to four other digits  # other numbers  o 21st  O first  x twelve  a a, an  f half
I full numeric date  D 1990s, nineties  Q Q3  U '82
u year  v month  w week  z day  k quarter  L decade  Z century  K weekend  h hour, minute
P part of the day  Y today  N present  e early  E end (of)  l last  n next  i this  t that  m same
p previous  j following  q past  g ago  r later  b earlier  s after, before  + consecutive  * every  4 final
T the  G of  R other prepositions  F to  B between  & and  ~ circa  C BC  A AD
5 era of years: Heisei
X another capitalised word  _ another word  ? anything else; punctuation stands for itself, '¶' ends a paragraph
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from pipeline.values.numbers import ORDINAL_TENS, ORDINAL_UNITS, TENS, UNITS
from pipeline.vocabulary import load_vocabulary

_CLASSES = {
    "part_of_day": "P",
    "modifier": "e",
    "phase": "E",
    "last": "l",
    "next": "n",
    "this": "i",
    "that": "t",
    "same": "m",
    "previous": "p",
    "following": "j",
    "past": "q",
    "ago": "g",
    "later": "r",
    "earlier": "b",
    "after": "s",
    "present": "N",
    "circa": "~",
    "before_christ": "C",
    "anno_domini": "A",
    "to": "F",
    "between": "B",
    "and": "&",
    "the": "T",
    "of": "G",
    "a": "a",
    "half": "f",
    "repetition": "*",
    "running": "+",
    "final": "4",
    "preposition": "R",
}
_UNITS = {
    "year": "u",
    "month": "v",
    "week": "w",
    "day": "z",
    "quarter": "k",
    "decade": "L",
    "century": "Z",
    "weekend": "K",
    "hour": "h",
    "minute": "h",
}


class Unit(NamedTuple):
    """A unit of time and how it is written in an ISO 8601 duration."""

    name: str
    iso: str
    size: int


class Lexicon(NamedTuple):
    """What each word is (`kinds`) and what it stands for; the keys are spelled as in a text, by case."""

    kinds: dict[str, str]
    numbers: dict[str, int]  # months, weekdays, seasons, days of 'today'
    units: dict[str, Unit]
    feasts: dict[str, tuple[int, int]]
    eras: dict[int, int]  # the year before an era -> how many years it had
    bare_feasts: frozenset[str]  # feasts that are a day wherever they stand
    season_months: dict[int, int]
    decades: dict[str, int]
    ahead: frozenset[str]
    coming: frozenset[str]
    present: frozenset[str]
    ahead_phrases: frozenset[str]
    ahead_before: frozenset[str]
    ahead_or_done: frozenset[str]
    done: frozenset[str]
    back: frozenset[str]
    clause: frozenset[str]
    counted: frozenset[str]
    around: dict[str, frozenset[str]]  # words around an expression, by what they tell


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of calendar.toml, built once per process."""
    calendar = load_vocabulary("calendar")
    kinds: dict[str, str] = {}
    numbers: dict[str, int] = {}
    for word, kind, number in _words(calendar):
        for form in _spellings(word, kind):
            kinds[form] = kind
            if number is not None:
                numbers[form] = number
    directions = {name: frozenset(words) for name, words in calendar["direction"].items()}
    return Lexicon(
        kinds,
        numbers,
        {form: Unit(u["name"], u["iso"], u["count"]) for u in calendar["unit"] for form in _forms(u["words"])},
        {name: (feast["month"], feast["day"]) for feast in calendar["holiday"] for name in feast["names"]},
        {era["before"]: era["years"] for era in calendar["era"]},
        frozenset(name for feast in calendar["holiday"] if feast["always"] for name in feast["names"]),
        {season["code"]: season["month"] for season in calendar["season"]},
        {form: name["decade"] for name in calendar["decade_name"] for form in _forms(name["words"])},
        counted=frozenset(calendar["counted"]["words"]),
        around={name: frozenset(words) for name, words in calendar["around"].items()},
        **directions,
    )


def feast_pattern() -> str:
    """A regular expression for the names of feasts, longest first."""
    names = [name for feast in load_vocabulary("calendar")["holiday"] for name in feast["names"]]
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _words(calendar: dict[str, Any]) -> Iterator[tuple[str, str, int | None]]:
    for entry, full, short in ((calendar["month"], "M", "J"), (calendar["weekday"], "W", "V")):
        for item in entry:
            yield from ((name, full, item["number"]) for name in item["names"])
            yield from ((name, short, item["number"]) for name in item["abbreviations"])
    for item in calendar["era"]:
        yield from ((name, "5", item["before"]) for name in item["names"])
    for item in calendar["season"]:
        yield from ((word, "S", item["code"]) for word in item["words"])
    for item in calendar["decade_name"]:
        yield from ((word, "D", None) for word in item["words"])
    for item in calendar["deictic"]:
        yield from ((word, "Y", item["value"]) for word in item["words"])
    for item in calendar["unit"]:
        yield from ((word, _UNITS[item["name"]], None) for word in item["words"])
    for item in calendar["class"]:
        yield from ((word, _CLASSES[item["name"]], None) for word in item["words"])
    yield from ((word, "x", None) for word in (*UNITS[1:], *TENS))
    yield from ((word, "O", None) for word in (*ORDINAL_UNITS[1:], *ORDINAL_TENS))


def _spellings(word: str, kind: str) -> tuple[str, ...]:
    """The spellings that count: names of months and weekdays need their capital."""
    return (word, word.upper()) if kind in "MJWVCA5" else _forms([word])


def _forms(words: list[str]) -> tuple[str, ...]:
    return tuple(form for word in words for form in (word, word.capitalize(), word.upper()))
