"""What speaks for each work that an article names to be what it is about."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from pipeline.extract.topics.headlines import name_in_headline, repeated_name
from pipeline.records import Mention, Name, ParsedArticle, Passage, PassageKind

Signs = dict[str, float]  # each between 0 and 1, or a logarithm of a count
DISAMBIGUATION = re.compile(r"\s*\(([^()]{1,60})\)\s*$")
OCCUPATION = re.compile(r"\b(?:act(?:or|ress)|singer|musician|writer|author|director|artist|animator|rapper|model)\b")
SPOKEN = re.compile(r":|,? (?:says|said|told|tells|asks|admits)\b")  # behind the quotation
SITE = re.compile(r"\b(?:wiki|fandom)$", re.IGNORECASE)  # 'Ember Days Wiki' is where a page stands
SONG = re.compile(r"\b(?:opening|ending|theme|song|single|track)s?\b[^.!?\"“”]{0,40}[\"“]$")
BEFORE_SONG = 60  # characters in front of a title that may tell that it is a song
SMALL = frozenset("a an the of and or in on at to for from with by is no".split())
WORD = re.compile(r"\w+")
LONGEST_NAME = 8  # words
LONGEST_TITLE = 400  # characters that are read of a title
LEAD = 60  # characters that the first paragraph has at least


@dataclass(frozen=True, slots=True)
class Candidate:
    name: Name
    signs: Signs


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the signs of all candidates need."""

    title: str  # without a bracket behind it
    named_at: dict[tuple[str, ...], int]  # where runs of words stand in the title, in words
    is_page: bool
    body: int  # where the text behind the title begins
    lead: Passage | None
    said: list[int]  # where the passages begin that say something


def candidates(parsed: ParsedArticle, mentions: Sequence[Mention]) -> tuple[list[Candidate], Signs]:
    """The works of the article with their signs, and what speaks for none of them."""
    layout = _layout(parsed)
    others = [m.words for m in mentions if m.label != "WORK_OF_ART"]
    told = name_in_headline(layout.title) or repeated_name(layout.title, parsed.text, others)
    written: dict[str, str] = {}
    found: dict[str, list[Mention]] = {}
    for m in (m for m in mentions if m.label == "WORK_OF_ART" and not SITE.search(m.words)):
        written.setdefault(fold(m.canonical or m.words), m.canonical or m.words)
        found.setdefault(fold(m.canonical or m.words), []).append(m)
    for name in filter(None, (told, layout.title if layout.is_page else None)):
        written.setdefault(fold(name), name)
    after = [name for name, mentioned in found.items() for m in mentioned if m.start >= layout.body]
    in_order = sorted(set(after), key=lambda name: next(m.start for m in found[name] if m.start >= layout.body))
    headed = _in_headings(parsed.passages, {_words(name): name for name in written})
    made = []
    for name, text in written.items():
        signs = _of_work(found.get(name, []), name, layout, len(after)) | {
            "in a heading": float(name in headed),
            "told by headline": float(told is not None and fold(told) == name),
            "first": float(in_order[:1] == [name]),
            "second": float(in_order[1:2] == [name]),
        }
        made.append(Candidate(Name(text, "WORK_OF_ART"), signs))
    return made, _of_none(mentions, len(in_order), layout)


def _of_none(mentions: Sequence[Mention], works: int, layout: _Layout) -> Signs:
    prizes = (m for m in mentions if m.label in ("AWARD", "EVENT"))
    return {
        "none": 1.0,
        "none, with an award in the title": float(any(_words(m.words) in layout.named_at for m in prizes)),
        "none, by the works": log(1 + works),
        "none, with a number in the title": float(re.search(r"\b\d+\b", layout.title) is not None),
    }


def without_bracket(title: str) -> tuple[str, str | None]:
    """'Sea of Glass (2011 film)' -> ('Sea of Glass', 'WORK_OF_ART'); no bracket: label None."""
    found = DISAMBIGUATION.search(title)
    if not found:
        return title.strip(), None
    return title[: found.start()].strip(), "PERSON" if OCCUPATION.search(found[1].casefold()) else "WORK_OF_ART"


def fold(text: str) -> str:
    return text.casefold().replace("’", "'").replace("‘", "'").strip(" !?.")


def _layout(parsed: ParsedArticle) -> _Layout:
    title = (parsed.metadata.title or "")[:LONGEST_TITLE]
    bare, _ = without_bracket(title)
    body = max(parsed.text.find(title), 0) + len(title)
    said = [p for p in parsed.passages if p.kind in (PassageKind.PROSE, PassageKind.LIST_ITEM)]
    prose = (p for p in said if p.kind == PassageKind.PROSE and len(p.text) > LEAD and p.span.start >= body)
    starts = [p.span.start for p in said]
    return _Layout(bare, _runs(bare), _is_page(parsed, bare), body, next(prose, None), starts)


def _is_page(parsed: ParsedArticle, title: str) -> bool:
    """An encyclopedia page has a name as its title and nobody who signs it; headlines hold words in lower case."""
    told = parsed.metadata
    signed = told.publisher or told.authors or told.published_on
    return bool(title) and not signed and not re.search(r"\b[a-z]{4,}", title) and len(title.split()) <= LONGEST_NAME


def _of_work(found: Sequence[Mention], name: str, layout: _Layout, total: int) -> Signs:
    """`total`: the mentions of all works behind the title."""
    title = _words(layout.title)
    forms = {name, *(fold(m.words) for m in found)}
    names = [_words(form) for form in forms]
    heads = [_words(form.partition(": ")[0]) for form in forms if ": " in form]
    in_title = [name for name in names if name in layout.named_at]
    large = [[w for w in name if w not in SMALL] for name in names]
    overlap = max((sum(w in title for w in name) / len(name) for name in large if name), default=0.0)
    after = [m for m in found if m.start >= layout.body]
    passages = {bisect_right(layout.said, m.start) for m in after}
    return {
        "page": float(layout.is_page and title in names),
        "in title": float(bool(in_title)),
        "part of title": max((len(" ".join(n)) for n in in_title), default=0) / max(1, len(layout.title)),
        "first in title": float(any(layout.named_at[name] == 0 for name in in_title)),
        "quoted in title": float(bool(after) and any(_is_quoted(m.words, layout.title) for m in found)),
        "head in title": float(not in_title and any(head in layout.named_at for head in heads)),
        "words in title": 0.0 if in_title else overlap,
        "often": log(1 + len(after)),
        "share": len(after) / max(1, total),
        "in lead": float(any(_is_in(m, layout.lead) for m in found)),
        "spread": len(passages) / max(1, len(layout.said)),
    }


def is_song(parsed: ParsedArticle, mention: Mention) -> bool:
    """'the opening theme, "Ash"': heard in what an article is about."""
    return SONG.search(parsed.text[max(mention.start - BEFORE_SONG, 0) : mention.start]) is not None


def _in_headings(passages: Sequence[Passage], names: dict[tuple[str, ...], str]) -> set[str]:
    """The names, given by their words, that headings hold."""
    headings = (p.text[:LONGEST_TITLE] for p in passages if p.kind == PassageKind.HEADING)
    return {names[run] for text in headings for run in _runs(text) if run in names}


def _is_quoted(words: str, title: str) -> bool:
    """Between quotation marks as a title is, and not as what somebody says."""
    if any(word[0].islower() and word not in SMALL for word in words.split()):
        return False
    found = re.search(rf"[‘“'\"]{re.escape(words)},?[’”'\"]", title) if words in title else None
    return found is not None and not SPOKEN.match(title, found.end())


def _is_in(mention: Mention, passage: Passage | None) -> bool:
    return passage is not None and passage.span.start <= mention.start < passage.span.end


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))


def _runs(text: str) -> dict[tuple[str, ...], int]:
    """Where each run of words of a name's length stands first, counted in words."""
    words = _words(text)
    runs: dict[tuple[str, ...], int] = {}
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST_NAME + 4, len(words)) + 1):
            runs.setdefault(words[start:end], start)
    return runs
