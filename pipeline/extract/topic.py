"""What an article is about: the thing that 'the series' and a table without a nominee column refer to."""

import re
from collections.abc import Sequence

from pipeline.extract.reading import Findings
from pipeline.records import Mention, Metadata, Name

THINGS = ("WORK_OF_ART", "PERSON")
DISAMBIGUATION = re.compile(r"\s*\(([^()]{1,60})\)\s*$")
OCCUPATION = re.compile(r"\b(?:act(?:or|ress)|singer|musician|writer|author|director|artist|animator|rapper|model)\b")


def find_topic(metadata: Metadata, findings: Findings) -> Name | None:
    """The work (or person) that the title names, else the work that stands out; None when nothing does.

    A page titled exactly like a thing is about that thing. A headline is about the work it names; one that names
    an award and no work is about nothing that could be a subject, nor is an article in which several works are
    mentioned about equally often.
    """
    things = [m for m in findings.mentions if m.label in THINGS]
    if metadata.title is None:
        return _standing_out(things)
    title, label = _without_bracket(metadata.title)
    exact = [m for m in things if _fold(m.words) == _fold(title) or _fold(m.canonical or "") == _fold(title)]
    if exact:
        return Name(title, _label_of_page(exact, label))
    named = [m for m in things if _names(title, m.words) or _names_shortly(title, m)]
    works = [m for m in named if m.label == "WORK_OF_ART"]
    if works:
        return _name_of(min(works, key=lambda m: (_fold(title).find(_fold(m.words)), -len(m.words))))
    if _is_page(metadata, title):
        return Name(title, label or "WORK_OF_ART")
    if any(m.label in ("AWARD", "EVENT") and _names(title, m.words) for m in findings.mentions):
        return None
    return _standing_out(things) or (_name_of(named[0]) if named else None)


def _standing_out(things: Sequence[Mention]) -> Name | None:
    """The work mentioned at least twice as often as any other, or opening the article and most frequent of all."""
    counts: dict[str, int] = {}
    for mention in things:
        if mention.label == "WORK_OF_ART":
            counts[_key(mention)] = counts.get(_key(mention), 0) + 1
    if not counts:
        return None
    (best, most), *rest = sorted(counts.items(), key=lambda item: -item[1])
    second = rest[0][1] if rest else 0
    if most < 2 * second or (most == 1 and rest):
        return None
    return Name(best, "WORK_OF_ART")


def _label_of_page(exact: Sequence[Mention], label: str | None) -> str:
    """What the bracket of the title says, else what most mentions of that name are labelled."""
    labels = [m.label for m in exact]
    return label if label in labels else max(sorted(set(labels)), key=labels.count)


def _without_bracket(title: str) -> tuple[str, str | None]:
    """'Sea of Glass (2011 film)' -> ('Sea of Glass', 'WORK_OF_ART'); no bracket: label None."""
    found = DISAMBIGUATION.search(title)
    if not found:
        return title.strip(), None
    label = "PERSON" if OCCUPATION.search(found[1].casefold()) else "WORK_OF_ART"
    return title[: found.start()].strip(), label


def _is_page(metadata: Metadata, title: str) -> bool:
    """An encyclopedia page has a name as its title and nobody who signs it; headlines hold words in lower case."""
    signed = metadata.publisher or metadata.authors or metadata.published_on
    return not signed and not re.search(r"(?<!\w)[a-z]{4,}", title)


def _name_of(mention: Mention) -> Name:
    """The mention's fuller name, where one is known."""
    return Name(mention.canonical or mention.words, mention.label)


def _names(title: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_fold(text))}(?!\w)", _fold(title)) is not None


def _names_shortly(title: str, mention: Mention) -> bool:
    """'Season two of Sea of Glass' names 'Sea of Glass: Tides'."""
    head, colon, _ = (mention.canonical or mention.words).partition(": ")
    return bool(colon) and len(head) >= 4 and mention.label == "WORK_OF_ART" and _names(title, head)


def _key(mention: Mention) -> str:
    return mention.canonical or mention.words


def _fold(text: str) -> str:
    return text.casefold().replace("’", "'").replace("‘", "'").strip(" !?.")
