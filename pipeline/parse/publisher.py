"""Who publishes a page, as its closing lines tell."""

import re
from collections.abc import Sequence

COPYRIGHT = re.compile(
    r"(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d\s*(?:[-–]\s*(?:(?:19|20)\d\d|present))?,?\s*)?"
    r"(?:by\s+)?(?P<name>[^\d\s|·•,:;][^|·•\n,:;]{1,59})",
    re.IGNORECASE,
)
LOGO = re.compile(r"(?P<name>\S[^|·•\n,:;]{1,39}?)\s+logo$", re.IGNORECASE)
NEWSLETTER = re.compile(
    r"(?:sign up|subscribe) (?:for|to) (?:the\s+)?(?P<name>[^\W\d_][^|·\n,:;]{1,39}?)[’']s?\s", re.IGNORECASE
)
LEGAL = re.compile(r"\.?\s*(?:all rights? reserved.*|is a .*|[.]\s.*)$", re.IGNORECASE)


def find_publisher(closing_lines: Sequence[str]) -> str | None:
    """The name in a copyright line, a logo or a newsletter line below the text; None when nothing names one."""
    for pattern in (COPYRIGHT, LOGO, NEWSLETTER):
        for line in closing_lines:
            match = pattern.match(line) if len(line) <= 200 else None
            if match and (name := LEGAL.sub("", match["name"]).strip(" .")) and name[0].isupper():
                return name
    return None
