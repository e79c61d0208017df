"""Whether two names are one: of a work, written with and without its subtitle."""


def same_name(one: str, other: str) -> bool:
    """Equal but for case, quotes, closing punctuation and what stands before or behind a colon.

    'Sea of Glass' and 'Sea of Glass: Tides' are one work, 'Sea of Glass' and 'Sea of Glass II' are two.
    """
    first, second = _bare(one), _bare(other)
    return first == second or first in _parts(second) or second in _parts(first)


def is_short_for(name: str, title: str) -> bool:
    """'Orchard' for 'The Tin Orchard': the last word of a title of several, long enough to tell it."""
    words = title.split()
    return len(words) > 1 and len(name) > 4 and name.isalpha() and name[0].isupper() and words[-1].strip("!?.") == name


def _parts(title: str) -> tuple[str, ...]:
    head, colon, tail = title.partition(": ")
    return (head.strip(), tail.strip()) if colon else ()


def _bare(text: str) -> str:
    return text.casefold().replace("’", "'").replace("‘", "'").strip(" !?.'\"“”")
