"""Months, weekdays and seasons that are part of a name or another word: decided by what stands around them."""

from pipeline.extract.dates.lexicon import load_lexicon
from pipeline.extract.dates.place import Place, told_by

_LONGEST_PLACE = 4  # words
_TITLE_WORDS = 7  # a longer quotation is speech


def is_in_title(place: Place) -> bool:
    """Whether a quotation of a few words holds the expression: a title, such as "Summer of 1969"."""
    kinds, text = place.tokens.kinds, place.tokens.text
    opened = kinds.rfind('"', max(0, place.first - _TITLE_WORDS), place.first)
    closed = kinds.find('"', place.last, place.last + _TITLE_WORDS)
    if opened < 0 or closed < 0 or closed - opened > _TITLE_WORDS + 1 or "¶" in kinds[opened:closed]:
        return False
    start = place.tokens.starts[opened]  # an opening mark: no word and no stop to its left, a word to its right
    opens = start == 0 or (not text[start - 1].isalnum() and text[start - 1] not in ".,!?")
    return opens and not text[start + 1 : start + 2].isspace()


def month_stands(place: Place) -> bool:
    """Abbreviations need a number, and months that are also words or first names need a preposition."""
    if not _name_stands(place):
        return False
    if place.core != "M":
        return place.core not in ("J", "J.")
    if not told_by("word_months", place.tokens.words[place.first]):
        return True
    return (
        told_by("lead", place.lead)
        or place.after == "'"
        or place.ahead(2) in ("-M", "FM", "/M")
        or place.ahead(3) == "&My"
    )


def weekday_stands(place: Place) -> bool:
    """'Friday nights' come every week; 'it was a Friday' tells the day of another date."""
    if place.before == "a" and place.first > 1 and told_by("any_weekday", place.tokens.words[place.first - 2].lower()):
        return False
    return not told_by("nights", place.follow) and _name_stands(place)


def season_stands(place: Place) -> bool:
    """A bare season needs an article or a preposition and no noun after it: 'the fall', not 'fall short'."""
    core = place.core
    if any(kind in core for kind in "yUlnijptm"):
        return True
    if place.ahead(3) in ("/Sy", "-Sy", "&Sy"):  # 'Autumn/Winter 1999'
        return True
    if place.after in ("G", "X") or place.ahead(2) == "'_":
        return False
    led = told_by("lead_of_season", place.lead)
    if led and core[0] == "T":
        return True
    ends = core[0] == "e" or place.after in ("", *".,;:)¶&R-")
    return ends and (led or core[0] in "Te")


def feast_stands(place: Place) -> bool:
    """'by Christmas' and 'Christmas 1914', not 'the Christmas market'."""
    if len(place.core) > 1 or place.tokens.words[place.first] in load_lexicon().bare_feasts:
        return True
    return told_by("lead_of_feast", place.lead) and place.after not in ("_", "X")


def deictic_stands(place: Place) -> bool:
    """'Tomorrow' with a capital inside a sentence is a name: 'Stars of Tomorrow'."""
    capital = place.core[0] == "Y" and place.tokens.words[place.first][0].isupper()
    return not capital or place.tokens.starts_sentence(place.first) or place.before not in ("X", "G")


def century_stands(place: Place) -> bool:
    """'18th Century Pictures' is a name."""
    return not (place.after == "X" and place.tokens.words[place.last - 1][0].isupper())


def _follows_place(place: Place) -> bool:
    """'Officials in Lund Tuesday said': a place before the day, the verb of a report behind it."""
    at = place.first - 1
    while at >= 0 and place.first - at <= _LONGEST_PLACE and place.tokens.kinds[at] in "X&":
        at -= 1
    lexicon = load_lexicon()
    told = place.follow in lexicon.back or (place.follow.endswith("ed") and len(place.follow) > 4)
    return told and at >= 0 and told_by("before_place", place.tokens.words[at].lower())


def _name_stands(place: Place) -> bool:
    """A bare month or weekday is no part of a name: 'Black Friday', 'The Sunday Courier', 'April Ludgate'."""
    if any(kind in place.core for kind in "ylnijpe") or place.core[0] in "tm":
        return True
    if place.before == "X" and not told_by("openers", place.tokens.words[place.first - 1]):
        return "W" in place.core and _follows_place(place)
    if place.after == "X" and (
        place.before == "T" or (place.before != "_" and not told_by("lead_of_name", place.lead))
    ):
        return False
    if place.after == "-" and place.is_tied_right:
        return place.ahead(2) in ("-M", "-J", "-W")
    return place.before != "'"
