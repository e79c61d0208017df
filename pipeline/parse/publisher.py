"""Who publishes a page, as its closing lines tell."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.parse.furniture import is_site_word
from pipeline.vocabulary import load_vocabulary

LONGEST = 200
LEGAL = re.compile(r"\s*(?:all rights? reserved|is a (?:registered )?trademark).*$", re.IGNORECASE)


def find_publisher(closing_lines: Sequence[str]) -> str | None:
    """The name in a copyright line, a logo or a newsletter line below the text; None when nothing names one.

    An image's owners, 'Author/Publisher/Committee', are no publisher of the page.
    """
    return next(_names(closing_lines), None)


def _names(lines: Sequence[str]) -> Iterator[str]:
    for pattern in patterns():
        for line in lines:
            match = pattern.match(line) if len(line) <= LONGEST else None
            name = LEGAL.sub("", match["name"]).strip(" .") if match else ""
            if name and name[0].isupper() and not is_site_word(name):
                yield name


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """The forms of line that name a publisher, the surest first. The first words may have either case, names not."""
    return tuple(re.compile(_any_case(entry["pattern"])) for entry in load_vocabulary("furniture")["publisher"])


def _any_case(pattern: str) -> str:
    """The pattern with its first letters in either case: 'sign up' also finds 'Sign up'."""
    return re.sub(r"(?<![\\\w<])([a-z])(?=[a-z]{2,})", lambda m: f"[{m[1].upper()}{m[1]}]", pattern)
