"""What an article is about: the thing that 'the series' and a table without a nominee column refer to."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.extract.headlines import name_in_headline, person_in_headline, repeated_name
from pipeline.extract.reading import Findings
from pipeline.records import Mention, Metadata, Name

THINGS = ("WORK_OF_ART", "PERSON")
DISAMBIGUATION = re.compile(r"\s*\(([^()]{1,60})\)\s*$")
LEAD = 600  # characters in which an article without a title introduces its topic
LONGEST_NAME = 8  # words of the name of a page
BRACKET = 250  # characters that a list of credits may have
FORM = re.compile(r"[”\"’']?(?: \w+)? (?:light novel|manga|anime|novel|film|movie|game|series|season)")
FORM_BEFORE = re.compile(
    r"(?:light novels?|manga|anime|novel|film|movie|game|season|series)(?: series)? (?:of |for )?[“\"‘']?$"
)
NUMBERED = re.compile(r" (?:\d{1,2}|[ivx]+)$")
SPOKEN = re.compile(r"[”\"’'](?::|,? (?:says|said|told|tells|asks|admits)\b)")  # behind what somebody said
OCCUPATION = re.compile(r"\b(?:act(?:or|ress)|singer|musician|writer|author|director|artist|animator|rapper|model)\b")


def find_topic(metadata: Metadata, findings: Findings, text: str = "") -> Name | None:
    """The work (or person) that the title names, else the work that stands out; None when nothing does.

    `text` is the raw text: it tells works in brackets, which are credits, and works introduced by their form.

    A page titled exactly like a thing is about that thing. A headline is about the work it names; one that names
    an award and no work is about nothing that could be a subject, nor is an article in which several works are
    mentioned about equally often.
    """
    things = [m for m in findings.mentions if m.label in THINGS]
    if metadata.title is None:
        return _standing_out(things, text)
    listed = name_in_headline(metadata.title, ("list",))
    title, label = _without_bracket(listed or metadata.title)
    person = person_in_headline(title)
    people = [m for m in things if m.label == "PERSON" and person and _fold(m.words) == _fold(person)]
    if people:
        return _name_of(people[0])
    exact = [m for m in things if _fold(m.words) == _fold(title) or _fold(m.canonical or "") == _fold(title)]
    if exact:
        return Name(title, _label_of_page(exact, label))
    named = [m for m in things if _names(title, m.words) or _names_shortly(title, m)]
    told_of = Counter(m.words for m in things)
    named = [m for m in named if told_of[m.words] > 1 or not _is_only_said(m, metadata.title)]
    works = [m for m in named if m.label == "WORK_OF_ART"]
    quoted = {m.words for m in works if m.extractor == "quote" and _is_quoted(metadata.title, m.words)}
    works = [m for m in works if m.words in quoted] or works
    if works:
        body = max(text.find(metadata.title), 0) + len(metadata.title) if text else 0
        return _name_of(_first_in(title, works, body))
    others = [m for m in findings.mentions if m.label != "WORK_OF_ART"]
    told = name_in_headline(title) or repeated_name(title, text, [m.words for m in others])
    if told and not SPOKEN.match(title, title.find(told) + len(told)):
        return Name(told, "WORK_OF_ART")
    if _is_page(metadata, title):
        return Name(title, label or "WORK_OF_ART")
    if any(m.label in ("AWARD", "EVENT") and _names(title, m.words) for m in findings.mentions):
        return None
    return _standing_out(things, text) or (_name_of(named[0]) if named else None)


def _is_only_said(mention: Mention, title: str) -> bool:
    """Of what the headline alone has: a word that the model took for a title, or a quotation."""
    if mention.canonical is not None:
        return False
    word = " " not in mention.words and mention.extractor == "model"
    return word or (mention.extractor == "quote" and SPOKEN.search(title, title.find(mention.words)) is not None)


def _is_quoted(title: str, words: str) -> bool:
    return re.search(rf"[‘“'\"]{re.escape(words)},?[’”'\"]", title) is not None


def _first_in(title: str, works: Sequence[Mention], body: int) -> Mention:
    """What the title names shortly, else what stands first in it; of equals the longest.

    'Season two of Sea of Glass' names 'Sea of Glass: Tides', unless in a longer name ('Sea of Glass 2 announced'), or
    where the text from `body` on has the short name first: then the long one is an offshoot. 'Sea of Glass 2' has none.
    """
    whole = {_fold(m.words) for m in works if _names(title, m.words)}
    longer = {m for m in works if any(w.startswith(f"{_head(m)} ") for w in whole if w != _head(m))}
    first: dict[str, int] = {}
    for m in works:
        if m.start >= body:
            first.setdefault(_fold(_key(m)), m.start)
    later = {m for m in works if first.get(_head(m), m.start) < first.get(_fold(_key(m)), m.start)}
    offshoots = {m for m in later if not NUMBERED.search(_head(m))}
    kept = [m for m in works if m not in longer | offshoots] or works
    return min(kept, key=lambda m: (_fold(title).find(_fold(m.words)), -len(m.words)))


def _head(mention: Mention) -> str:
    """What stands before the subtitle."""
    return _fold(_key(mention).partition(": ")[0])


def _standing_out(things: Sequence[Mention], text: str) -> Name | None:
    """The work mentioned at least twice as often as any other, else the first that its form introduces."""
    works = [m for m in things if m.label == "WORK_OF_ART" and not _is_credit(m, text)]
    counts: dict[str, int] = {}
    for mention in works:
        counts[_key(mention)] = counts.get(_key(mention), 0) + 1
    if not counts:
        return None
    (best, most), *rest = sorted(counts.items(), key=lambda item: -item[1])
    if most > 1 and (not rest or most >= 2 * rest[0][1]):
        return Name(best, "WORK_OF_ART")
    introduced = next((m for m in works if m.start < LEAD and _is_introduced(m, text)), None)
    return Name(_key(introduced), "WORK_OF_ART") if introduced else None


def _is_credit(mention: Mention, text: str) -> bool:
    """'Ann Oba (Kites)': a work in brackets tells who somebody is."""
    before = text[max(mention.start - BRACKET, 0) : mention.start]
    return before.rfind("(") > before.rfind(")")


def _is_introduced(mention: Mention, text: str) -> bool:
    """'the X light novels', 'the anime of X': a form of a work stands beside its name."""
    return bool(FORM.match(text, mention.end) or FORM_BEFORE.search(text[max(mention.start - 60, 0) : mention.start]))


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
    return not signed and not re.search(r"(?<!\w)[a-z]{4,}", title) and len(title.split()) <= LONGEST_NAME


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
