"""Plain columns of text, the same on a terminal and in a file."""

import os
import sys
from collections.abc import Iterable, Sequence


def columns(rows: Iterable[tuple[str, str]], indent: str = "") -> list[str]:
    """Two columns: a name on the left, a number on the right, aligned at its end."""
    pairs = list(rows)
    left = max((len(name) for name, _ in pairs), default=0)
    right = max((len(value) for _, value in pairs), default=0)
    return [f"{indent}{name:<{left}}  {value:>{right}}".rstrip() for name, value in pairs]


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """'1 article', '3 articles', '1,200 facts'."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def shortened(items: Sequence[str], limit: int) -> list[str]:
    """The first items and how many more there are."""
    rest = len(items) - limit
    return [*items[:limit], *([f"... and {rest:,} more"] if rest > 0 else [])]


def plain(text: str) -> str:
    """The text without what a terminal would obey: articles may hold escape sequences."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def marker() -> tuple[str, str]:
    """What to put around words to make them stand out: bold on a terminal, brackets elsewhere."""
    is_terminal = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return ("\x1b[1m", "\x1b[0m") if is_terminal else ("[", "]")
