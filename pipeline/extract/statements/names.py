"""Whether two names are one: of a work, written with and without its subtitle."""


def same_name(one: str, other: str) -> bool:
    """Equal but for case, quotes, closing punctuation and what stands before or behind a colon.

    'Sea of Glass' and 'Sea of Glass: Tides' are one work, 'Sea of Glass' and 'Sea of Glass II' are two.
    """
    first, second = _bare(one), _bare(other)
    return first == second or first in _parts(second) or second in _parts(first)


def _parts(title: str) -> tuple[str, ...]:
    head, colon, tail = title.partition(": ")
    return (head.strip(), tail.strip()) if colon else ()


def _bare(text: str) -> str:
    return text.casefold().replace("’", "'").replace("‘", "'").strip(" !?.'\"“”")
