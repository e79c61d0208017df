"""Short names of works in headlines: 'Glass Orchard' and 'Orchard Queen' for 'The Queen of the Glass Orchard'."""

import re
from collections.abc import Collection, Iterator

from pipeline.extract.reading import Reading
from pipeline.records import PassageKind
from pipeline.vocabulary import load_vocabulary

SHORTER_BY = 2  # words at least
BEFORE = 2  # words in front of the last ones that may tell of another work: 'Return to'; 'The Last Clerk of' does not
NUMBER = re.compile(r"\d|^[IVX]+$")
SAID = (PassageKind.PROSE, PassageKind.LIST_ITEM)


def shortened_titles(reading: Reading, titles: Collection[str]) -> dict[str, str]:
    """The full title by its first or last words, or by a name made of its words, where the headline has these alone.

    No other title may have them.

    The text must give the full title first; 'Return to Glass Orchard' and 'Glass Orchard 2' are other works.
    """
    headline = reading.parsed.metadata.title or ""
    if reading.parsed.is_encyclopedia or not headline:
        return {}
    body = "\n".join(p.text for p in reading.parsed.passages if p.kind in SAID)
    owners: dict[str, set[str]] = {}
    told = [title for title in sorted(titles) if _at(headline, title) >= 0]
    for title in sorted(titles):
        if _at(headline, title) < 0 and ": " not in title:
            for short in (*_parts(title), *_made_of(title, told)):
                if _at(headline, short) >= 0 and _is_first(title, short, body, titles):
                    owners.setdefault(short, set()).add(title)
                    break
    return {short: next(iter(full)) for short, full in sorted(owners.items()) if len(full) == 1}


def _parts(title: str) -> Iterator[str]:
    """The first and the last words of a title, the most first; what they leave out makes no other work of it."""
    words = title.split()
    for length in range(len(words) - SHORTER_BY, 1, -1):
        before = words[:-length][-BEFORE:]
        for part, rest in ((words[:length], words[length:]), (words[-length:], before)):
            if part[0][0].isupper() and (part[-1][0].isupper() or part[-1].isdigit()) and not _makes_another(rest):
                yield " ".join(part)


def _made_of(title: str, told: Collection[str]) -> Iterator[str]:
    """Names of the headline, of words of the title: 'Off-Duty Witch' for 'My Neighbour the Witch Is Off Duty'."""
    words = set(_words(title))
    for other in told:
        named = _words(other)
        rest = [word for word in _words(title) if word not in named]
        if 1 < len(named) <= len(words) - SHORTER_BY and words.issuperset(named) and not _makes_another(rest):
            yield other


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.lower())


def _makes_another(rest: list[str]) -> bool:
    others = load_vocabulary("mentions")["sequels"]["words"]
    return any(word.lower() in others or NUMBER.search(word) for word in rest)


def _is_first(title: str, short: str, body: str, titles: Collection[str]) -> bool:
    """Whether the text gives the full title before it uses the short name outside of any title."""
    full = _at(body, title)
    for other in sorted((t for t in titles if len(t) > len(short) and short in t), key=len, reverse=True):
        body = body.replace(other, "\0" * len(other))
    alone = _at(body, short)
    return full >= 0 and (alone < 0 or full < alone)


def _at(text: str, name: str) -> int:
    if name not in text:
        return -1
    found = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
    return found.start() if found else -1
