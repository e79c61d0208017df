"""The grammar of single temporal expressions, as patterns over the kinds of tokens (see `lexicon`).

The alternatives are tried in this order at each token; ranges are joined afterwards (see `ranges`). All repeats are
bounded, so that a scan is linear.
"""

import re
from collections.abc import Iterator

from pipeline.extract.dates.tokens import Tokens

_MONTH = r"(?:M|J\.?)"
_DAY = r"T?[do](?!-?\+?[uvwzh])"
_MORE = r"(?:(?:-|F|&|/)T?[do]|(?:,[do]){1,6},?&[do])?"
_OF_YEAR = r"(?:(?:,?G?|G?Tu)[yU]|G?(?:T?[lnijp]|tm?|Tm)u)"
_MODIFIER = r"(?:T?EGT?|T?e-?)?"
_PART = rf"(?:T?[oOl4]-?[fk]GT?|{_MODIFIER})"  # the second half of the 1920s
_WEEKDAY = r"(?:WG[lin]w,|[linj]?W(?:P,?|,)?|[linj]?V\.?,?)"
_COUNT = r"(?:x-?x|[xdcay])"
_PAIR = r"y[-/][ycd](?![-/]?[dcy])"
_SPAN_OF = r"-?\+?-?[uvwzLZkh]"

_FAMILIES = {
    "iso": r"[WV]?,?I",
    # July 14, 2024; this Friday, 14 July; 3, 4 and 5 May; the 16th of January
    "days": rf"{_WEEKDAY}?T?(?:{_MONTH}{_DAY}{_MORE}|{_DAY}{_MORE}(?:G|-)?{_MONTH}|d\.M(?=,?y)){_OF_YEAR}?",
    "worded_day": rf"T?(?:x-?)?OGT?{_MONTH}{_OF_YEAR}?",  # the twentieth of June, 1837
    # the last week of March; the week of October 12
    "week_of": rf"T?[lO4]wGT?{_MONTH}{_OF_YEAR}?|T?wG{_WEEKDAY}?(?:{_MONTH}{_DAY}|{_DAY}G?{_MONTH}){_OF_YEAR}?",
    # early July 2021; March last year; next May; that November
    "month": rf"{_PART}(?:[linp]|Tj|tm?|Tm)?{_MONTH}(?:-?{_OF_YEAR})?",
    # the 18th century; the 12th and 13th centuries
    "centuries": r"T?[oO](?:&|F|-)T?[oO]-?Z[CA]?",
    "century": rf"(?:T?[oOl4]LGT?|{_PART})T?[oO]-?Z[CA]?",
    "decade": rf"{_PART}T?DC?",
    # the first quarter of 2009; third-quarter; Q3 2009
    "quarter": rf"{_MODIFIER}T?(?:[oO4]|l(?=kG))-?k(?:{_OF_YEAR})?|Q(?:-?y|{_OF_YEAR})?|yQ",
    "half": rf"T?[oO]-?f{_OF_YEAR}",
    "era": "5[dc]",  # Heisei 30
    # Summer 2024; the spring of 1944; that same autumn; winter 1942-43
    "season": rf"{_MODIFIER}T?(?:[linpj]|tm?|m)?S(?:{_OF_YEAR}(?:[-/][cdy])?)?",
    "feast": rf"[lni]?H{_OF_YEAR}?",
    # Friday of next week; Thursday night; the following Monday; that Saturday
    "weekday": r"WP?G?[lin]w|(?:[lin]|T?[jp]|tm?|Tm)?WP?",
    # the same period last year; the same month a year earlier
    "same": r"Tm[vkwz_](?:G?T?[lp]u|au[gb])",
    # two years ago; a week later; three days earlier; two and a half years before
    "shift": rf"(?:{_COUNT}(?:&af)?|af|fa){_SPAN_OF}(?:[rbg]|s(?=[.,;)¶&]|\Z))",
    # 10 years and 9 months; the past nine days; half a century; two and a half years; 60-150 minutes
    "duration": rf"(?:T?[qlnp])?(?:{_COUNT}(?:(?:-|F|&){_COUNT}|&af)?|af|fa?){_SPAN_OF}(?:,?&?{_COUNT}[uvwzh])?",
    # 490-479 BC; AD 79; 2007-10; circa 1650; the end of 1999
    "year": rf"{_MODIFIER}~?\.?(?:[ycd](?:-|F|(?<=B[ycd])&)[ycd]C|A[ycd]|[ycd][CA]|{_PAIR}|T?uy(?![-/][ycd])|y|U)",
    # yesterday morning; this evening; last night; that night
    "deictic": r"TzsY|[bre]?YP?|(?:[li]|T[njp]|tm?|Tm)P",
    # last year; the following month; that same day; the end of the year; the day before; the year previous
    "unit": rf"{_MODIFIER}T?(?:[lnijpq]|tm?|m)[uvwzkLZK]|T[uvwz](?:b|p|s(?=[.,;)¶&]|\Z))|TEGT[uvwzkL]|T\+u|TK",
    "day": r"To|Tz",
}

_STARTS = "ADEHIJMOQSTUVWY45abcdefijlmnopqrtuxy~"  # kinds that an expression can begin with: most tokens are none
_GRAMMAR = re.compile(
    f"(?=[{_STARTS}])(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _FAMILIES.items()) + ")"
)


def find_phrases(tokens: Tokens) -> Iterator[tuple[str, int, int]]:
    """Family, first and last token of every stretch that has the shape of a temporal expression, in order."""
    for match in _GRAMMAR.finditer(tokens.kinds):
        yield str(match.lastgroup), match.start(), match.end()
