"""What only looks like a date: parts of names and titles, counts, ages, repetitions. Decided by form alone."""

import re

from pipeline.extract.dates.lexicon import load_lexicon
from pipeline.extract.dates.tokens import Tokens

_LEAD = frozenset(
    "in on at by since during until till from before after through to of between and or for as".split()
)
_LEAD_OF_NAME = frozenset("in on at by since during until till before after".split())
_SEASON_LEAD = frozenset("in by since during until till before after for of and or this".split())
_FISCAL = frozenset({"fiscal", "financial"})
_AGE = frozenset({"old", "olds", "aged", "anniversary", "birthday"})
_ONE_DAY = frozenset({"ending", "end", "ended", "finish", "finished", "finishing", "close", "closed", "closing"})
_BRACKETED = re.compile(r"\(y[_X]{1,3}\)")
_TITLE_WORDS = 7  # a longer quotation is speech


def is_date(tokens: Tokens, family: str, first: int, last: int) -> bool:
    """Whether the form around tokens `first` to `last` leaves room for a date."""
    if _is_repeated(tokens, first) or in_short_quotes(tokens, first, last):
        return False
    check = _CHECKS.get(family)
    return check is None or check(tokens, first, last)


def in_short_quotes(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a quotation of a few words holds the expression: a title, such as "Summer of 1969"."""
    kinds = tokens.kinds
    opened = kinds.rfind('"', max(0, first - _TITLE_WORDS), first)
    closed = kinds.find('"', last, last + _TITLE_WORDS)
    if opened < 0 or closed < 0 or closed - opened > _TITLE_WORDS + 1 or "¶" in kinds[opened:closed]:
        return False
    # the mark before it opens: white space or a bracket to its left, a word right after it
    start, text = tokens.starts[opened], tokens.text
    return (start == 0 or (not text[start - 1].isalnum() and text[start - 1] not in ".,!?")) and not text[
        start + 1 : start + 2
    ].isspace()


def _is_repeated(tokens: Tokens, first: int) -> bool:
    return tokens.kinds[first - 1 : first] == "*"


def _year_stands(tokens: Tokens, first: int, last: int) -> bool:
    """A bare year is no part of a name ('Expo 2000'), of a code or a sum, and counts nothing ('1500 people')."""
    kinds, words = tokens.kinds, tokens.words
    before, after = kinds[first - 1 : first], kinds[last : last + 1]
    core = kinds[first:last]
    if any(word.lower() in _FISCAL for word in words[max(first - 2, 0) : first]):
        return False
    if "C" in core or "A" in core:
        return True
    if before and before in "$#_dcyx?" and not _spaced(tokens, first):
        return False
    if before == "$" or after in ("%", "$") or (after == "-" and not _spaced(tokens, last) and _joins(tokens, last)):
        return False
    if before == "-" and not _spaced(tokens, first) and kinds[first - 2 : first - 1] in ("X", "_", "?"):
        return False
    if last < len(words) and words[last].lower() in load_lexicon().counted and not _spaced_mark(tokens, last):
        return False
    if _is_bracketed_name(tokens, first, last) or (
        after == ":" and kinds[last + 1 : last + 2] in ("X", "a", "T") and before
    ):
        return False
    if before in ("X", "Q", "x", "#") and not _starts_sentence(tokens, first - 1):
        return False
    if core == "U":
        return before in ("R", "F", "G", "s", "b") or before == "T"
    year = int(words[last - 1]) if core.endswith("y") else None
    return year is None or 1500 <= year <= 2060 or before in ("R", "F", "G", "&", "B", "-", "(", "~")


def _is_bracketed_name(tokens: Tokens, first: int, last: int) -> bool:
    """'(2011 film)' tells one title from another."""
    return bool(_BRACKETED.match(tokens.kinds, max(first - 1, 0))) and last - first == 1


def _joins(tokens: Tokens, position: int) -> bool:
    """Whether a hyphen ties what stands before it to a word or a number: '2000-page', '1991-92'."""
    return tokens.kinds[position + 1 : position + 2] in ("_", "X", "c", "#", "?") and not _spaced(tokens, position + 1)


def _weekday_stands(tokens: Tokens, first: int, last: int) -> bool:
    """As `_name_stands`; 'Friday nights' come every week."""
    after = tokens.words[last].lower() if last < len(tokens.words) else ""
    return after not in ("nights", "mornings", "afternoons", "evenings") and _name_stands(tokens, first, last)


def _deictic_stands(tokens: Tokens, first: int, last: int) -> bool:
    """'Tomorrow' with a capital inside a sentence is a name: 'Stars of Tomorrow'."""
    if tokens.kinds[first] != "Y" or not tokens.words[first][0].isupper() or _starts_sentence(tokens, first):
        return True
    return tokens.kinds[first - 1] not in "XG"


def _name_stands(tokens: Tokens, first: int, last: int) -> bool:
    """A bare month or weekday is no part of a name: 'Black Friday', 'The Sunday Courier', 'April Ludgate'."""
    kinds, words = tokens.kinds, tokens.words
    core = kinds[first:last]
    if "y" in core or any(kind in core for kind in "lnijpe") or core[:1] in ("t", "m"):
        return True
    before, after = kinds[first - 1 : first], kinds[last : last + 1]
    lead = words[first - 1].lower() if first else ""
    if before == "X" and not _starts_sentence(tokens, first - 1):
        return False
    if after == "X" and lead not in _LEAD_OF_NAME and before != "_":
        return False
    if before == "T" and after == "X":
        return False
    return not (before == "'" or (after == "-" and not _spaced(tokens, last) and kinds[last + 1 : last + 2] not in ("M", "J", "W")))


def _month_stands(tokens: Tokens, first: int, last: int) -> bool:
    """As `_name_stands`; abbreviations need a number, and months that are also words need a preposition."""
    core = tokens.kinds[first:last]
    if not _name_stands(tokens, first, last):
        return False
    if core not in ("M", "J", "J."):
        return True
    if core != "M":
        return False
    lead = tokens.words[first - 1].lower() if first else ""
    word = tokens.words[first]
    if word in ("May", "March", "April", "June", "August"):
        return lead in _LEAD or lead in ("late", "early") or tokens.kinds[last : last + 1] in ("'",)
    return True


def _season_stands(tokens: Tokens, first: int, last: int) -> bool:
    """A bare season needs an article or a preposition and no noun after it: 'in spring', 'the fall', not 'fall short'."""
    kinds = tokens.kinds
    core, words = kinds[first:last], tokens.words
    if any(kind in core for kind in "yUlnijptm"):
        return True
    after = kinds[last : last + 1]
    if after in ("G", "X") or kinds[last : last + 2] == "'_":
        return False
    lead = words[first - 1].lower() if first else ""
    return (core.startswith(("T", "e")) or lead in _SEASON_LEAD) and (
        after == "" or after in ".,;:)¶&R-" or core[0] == "e"
    )


def _unit_stands(tokens: Tokens, first: int, last: int) -> bool:
    """'the same day' and 'last year', but no 'next day delivery', no 'last day of school'."""
    kinds = tokens.kinds
    core, after = kinds[first:last], kinds[last : last + 1]
    if after == "-" and not _spaced(tokens, last):
        return False
    if core in ("Tlz", "lz", "Tnz") and after == "G":
        return False
    return not (core[-1] == "u" and "l" in core and after == "G" and core[0] == "T" and "E" not in core)


def _duration_stands(tokens: Tokens, first: int, last: int) -> bool:
    """No age ('25-year-old'), anniversary, rate ('15 a year') or share ('a quarter of')."""
    kinds, words = tokens.kinds, tokens.words
    around = [word.lower() for word in (*words[max(first - 1, 0) : first], *words[last : last + 2])]
    if any(word in _AGE for word in around) or words[last : last + 1] == ["than"]:
        return False
    core = kinds[first:last]
    if core[:1] == "a" and (
        kinds[first - 1 : first] in tuple("xdcy#") or words[first - 1 : first] in (["once"], ["twice"], ["times"])
    ):
        return False
    if core[-1] == "k" and kinds[last : last + 1] == "G":
        return False
    return not (first and kinds[first - 1] in "$" and not _spaced(tokens, first))


def _day_stands(tokens: Tokens, first: int, last: int) -> bool:
    """'On the 16th,' and 'ending the day'; other ordinals and days are no dates."""
    kinds, words = tokens.kinds, tokens.words
    lead = words[first - 1].lower() if first else ""
    if kinds[last - 1] == "z":
        if lead == "for":
            return kinds[last : last + 1] in (",", ".")
        return lead in _ONE_DAY or (lead == "in" and kinds[first - 2 : first - 1] in ("e", "r", "b"))
    return lead in ("on", "by", "until") and (kinds[last : last + 1] in tuple(",.;)¶&F") or last == len(words))


def _days_stand(tokens: Tokens, first: int, last: int) -> bool:
    """'May 5' counts nothing ('May 5 people') and 'Mar' needs its number."""
    after = tokens.words[last].lower() if last < len(tokens.words) else ""
    return tokens.kinds[last - 1] == "y" or after not in load_lexicon().counted


def _feast_stands(tokens: Tokens, first: int, last: int) -> bool:
    core = tokens.kinds[first:last]
    if len(core) > 1 or tokens.words[first] in load_lexicon().bare_feasts:
        return True
    lead = tokens.words[first - 1].lower() if first else ""
    return lead in ("on", "by", "before", "until", "since", "at") and tokens.kinds[last : last + 1] not in ("_", "X")


def _decade_stands(tokens: Tokens, first: int, last: int) -> bool:
    """Two-digit decades are ages as well ('in his 80s') and need an article or an apostrophe."""
    core, word = tokens.kinds[first:last], tokens.slice(first, last)
    digits = sum(c.isdigit() for c in word)
    if digits != 2:
        return digits == 4 or "C" in core
    lead = tokens.words[first - 1].lower() if first else ""
    return "T" in core or word[0] in "'’‘" or lead in ("and", "or", "early", "late")


def _starts_sentence(tokens: Tokens, position: int) -> bool:
    return position <= 0 or tokens.kinds[position - 1] in '.¶:"|('


def _spaced(tokens: Tokens, position: int) -> bool:
    """Whether white space (or nothing) stands before the token at this position."""
    return position <= 0 or position >= len(tokens.words) or tokens.starts[position] > tokens.ends[position - 1]


def _spaced_mark(tokens: Tokens, position: int) -> bool:
    return tokens.kinds[position] in ",.;"


_CHECKS = {
    "days": _days_stand,
    "month": _month_stands,
    "season": _season_stands,
    "weekday": _weekday_stands,
    "deictic": _deictic_stands,
    "unit": _unit_stands,
    "duration": _duration_stands,
    "shift": _duration_stands,
    "day": _day_stands,
    "year": _year_stands,
    "feast": _feast_stands,
    "decade": _decade_stands,
}
