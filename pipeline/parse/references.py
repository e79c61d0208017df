"""Character references: '&amp;', '&#233;', '&#xE9;', as browsers read them."""

import re
from functools import cache
from html import unescape
from html.entities import html5

REFERENCE = re.compile(r"&(?:#[0-9]{1,12};?|#[xX][0-9a-fA-F]{1,12};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
LONGEST_OLD_NAME = 6


def decode_reference(written: str) -> tuple[str, int]:
    """What the reference shows, and how many of its characters belong to it; ('', 0) for what is none.

    '&notin;' is one sign, '&copy2020' is '©' and '2020', '&nosuch;' and 'Q&A' are plain text. References to no
    character ('&#0;', lone surrogates) show the replacement character, those to control characters nothing.
    """
    if written[1] == "#":
        return unescape(written), len(written)
    name = written[1:]
    if name in html5:
        return html5[name], len(written)
    for length in range(min(len(name), LONGEST_OLD_NAME), 1, -1):
        if name[:length] in _old_names():
            return html5[name[:length]], length + 1
    return "", 0


def decode_references(text: str) -> str:
    """The text as a reader sees it."""
    return unescape(text) if "&" in text else text


@cache
def _old_names() -> frozenset[str]:
    """The names that need no semicolon."""
    return frozenset(name for name in html5 if not name.endswith(";"))
