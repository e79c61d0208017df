"""Values with a label: entries of infoboxes, and lines of credits, fact boxes and staff lists."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.records import Cell, DateMention, Mention, Passage, PassageKind
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.forms import load_forms, medium_of_heading
from pipeline.vocabulary.predicates import Predicate, load_predicates

COLON = re.compile(r"[:：](?=\s|$)")
DASHED = re.compile(r"(?P<key>[^:–—]{2,50}?)\s+[–—-]\s+(?=\S)")
AND = re.compile(r", |/| / | & | and ")  # between the parts of a key
BOUNDARY = re.compile(r"(?:^|[.;,|·•/(\])]\s+|\s[-–—]\s|\n)(?=[^\s.;,|·•/])")
LONGEST_KEY = 50
ENDING = " \t\n.;,|·•/-–—"
OPENING = re.compile(r"[\s.;,|·•/–—-]*")
LINES = (PassageKind.PROSE, PassageKind.LIST_ITEM, PassageKind.HEADING)
HEADS = 60  # characters that the name of a part of an infobox may have


@dataclass(frozen=True, slots=True)
class Entry:
    """A value with its label: clean text that knows where it lies, markup inside or not."""

    passage: Passage
    key: str  # as written
    cell: Cell
    at: int  # where the text begins in the passage
    boxed: bool = True  # in an infobox; else among sentences
    medium: str | None = None  # the form that the part of the box is about

    @property
    def text(self) -> str:
        return self.cell.text

    def local(self, item: Mention | DateMention) -> tuple[int, int]:
        """Start and end of a mention or date in `text`."""
        return self.passage.to_text(item.start) - self.at, self.passage.to_text(item.end - 1) + 1 - self.at


def plain_key(key: str) -> str:
    """'Producer(s)' -> 'producer', 'Release dates' -> 'release date'."""
    word = key.casefold().replace("(s)", "").replace("_", " ").strip(" :.*")
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def keys_of_boxes() -> dict[str, tuple[Predicate, ...]]:
    """What the entry of an infobox states, by its key."""
    keys: dict[str, list[Predicate]] = {}
    for predicate in load_predicates().values():
        for key in dict.fromkeys([*predicate.infobox, *(plain_key(k) for k in predicate.infobox)]):
            keys.setdefault(key, []).append(predicate)
    known = frozenset(keys)
    for name, written in load_vocabulary("credits")["keys"].items():
        for key in dict.fromkeys(plain_key(k) for k in written):
            if key not in known:
                keys.setdefault(key, []).append(load_predicates()[name])
    return {key: tuple(predicates) for key, predicates in keys.items()}


@cache
def keys_of_lines() -> dict[str, tuple[Predicate, ...]]:
    """What a line of credits states, by its key; nothing for keys that only belong to a box."""
    words = load_vocabulary("credits")
    keys: dict[str, tuple[Predicate, ...]] = {plain_key(key): () for key in words["neutral"]["keys"]}
    for name, written in words["keys"].items():
        for key in dict.fromkeys(plain_key(k) for k in written):
            keys[key] = (*keys.get(key, ()), load_predicates()[name])
    return keys


def predicates_of_line(key: str) -> tuple[Predicate, ...] | None:
    """What a line of credits states by its key, or by all parts of it: 'character design, chief animation director'.

    None for what is no key.
    """
    keys = keys_of_lines()
    if key in keys:
        return keys[key]
    parts = [plain_key(part) for part in AND.split(key)]
    if len(parts) < 2 or not all(part in keys for part in parts):
        return None
    return tuple({predicate.name: predicate for part in parts for predicate in keys[part]}.values())


def forms_of(predicate: Predicate, key: str) -> tuple[str, ...]:
    """The forms of a work that a key is about when it states the predicate."""
    fewer = load_vocabulary("credits")["forms_of"].get(predicate.name, {})
    return predicate.infobox_of.get(key) or tuple(fewer.get(key, predicate.media))


def entries_of_boxes(passages: Sequence[Passage], media: Sequence[str]) -> Iterator[Entry]:
    """The entries of infoboxes, each with the form that its part of the box is about."""
    part: list[Entry] = []
    head: str | None = None
    parts: list[tuple[str | None, list[Entry]]] = [(head, part)]
    seen: set[str] = set()
    section: tuple[str, ...] | None = None
    for passage in passages:
        if passage.kind != PassageKind.INFOBOX or len(passage.cells) != 2:
            continue
        key, value = passage.cells
        entry = Entry(passage, key.text, value, passage.to_text(value.start))
        named = medium_of_heading(key.text) if not value.text.strip() and len(key.text) < HEADS else None
        if plain_key(key.text) == "type" and seen:
            named = box_types().get(value.text.strip().lower())
        if named or plain_key(key.text) in seen or passage.section != section:
            head, part, seen = named, [], set()
            parts.append((head, part))
        section = passage.section
        seen.add(plain_key(key.text))
        part.append(entry)
    filled = [(head, part) for head, part in parts if any(entry.text.strip() for entry in part)]
    for head, part in filled:
        medium = head or (_medium_of_part(part, media) if len(filled) > 1 else None)
        for entry in part:
            formed = head or any(p.media for p in keys_of_boxes().get(plain_key(entry.key), ()))
            yield Entry(entry.passage, entry.key, entry.cell, entry.at, medium=medium if formed else None)


@cache
def box_types() -> dict[str, str]:
    """'live film' -> 'film': the form that a part of a box is about, by its type."""
    return {word: medium for medium, words in load_vocabulary("media")["box_types"].items() for word in words}


def _medium_of_part(part: Sequence[Entry], media: Sequence[str]) -> str | None:
    """The one of the article's forms that most entries of a part can be said of."""
    counts: Counter[str] = Counter()
    for entry in part:
        predicates = [p for p in keys_of_boxes().get(plain_key(entry.key), ()) if p.media]
        allowed = {m for p in predicates for m in forms_of(p, plain_key(entry.key))}
        counts.update(m for m in media if m in allowed)
    best = sorted(media, key=lambda m: -counts[m])[:2]
    return best[0] if best and (len(best) == 1 or counts[best[0]] > counts[best[1]]) else None


def entries_of_lines(passages: Sequence[Passage]) -> Iterator[list[Entry]]:
    """The lines of credits: each group of lines that follow one another, if it is a list of credits."""
    group: list[Entry] = []
    for passage in passages:
        found = list(_entries(passage)) if passage.kind in LINES else []
        if not found:
            yield from _credits(group)
            group = []
        group += found
    yield from _credits(group)


def _credits(group: list[Entry]) -> Iterator[list[Entry]]:
    """Two labels make a list of credits, and one that is an item of a list."""
    keys = {plain_key(entry.key) for entry in group}
    if len(keys) > 1 or (keys and group[0].passage.kind == PassageKind.LIST_ITEM):
        yield group


def _entries(passage: Passage) -> Iterator[Entry]:
    """'Director: P. Cast: Q, R.' as entries; a key is a known one, at the start or behind a sign."""
    text = passage.text
    labels = list(_labels(passage))
    if not labels or (labels[0][0] > 0 and len(labels) < 3):
        return
    for (_, key, start), following in zip(labels, [*labels[1:], (len(text), "", 0)], strict=True):
        value = text[start : following[0]]
        clean = value.strip(ENDING)
        at = start + value.find(clean)
        if clean:
            span = passage.to_raw(at, at + len(clean))
            yield Entry(passage, key, Cell(clean, span.start, span.end), at, boxed=False)


def _labels(passage: Passage) -> Iterator[tuple[int, str, int]]:
    """Where a key begins, the key, and where its value begins."""
    text, end = passage.text, 0
    for colon in COLON.finditer(text):
        window = max(end, colon.start() - LONGEST_KEY)
        starts = [m.end() for m in BOUNDARY.finditer(text, window, colon.start())]
        if window == 0 or window == end:
            starts.append(OPENING.match(text, window).end())  # type: ignore[union-attr]
        known = [at for at in sorted(starts) if predicates_of_line(plain_key(text[at : colon.start()])) is not None]
        if known:
            yield known[0], text[known[0] : colon.start()], colon.end()
            end = colon.end()
    dashed = DASHED.match(text) if end == 0 and passage.kind == PassageKind.LIST_ITEM else None
    if dashed and predicates_of_line(plain_key(dashed["key"])) is not None:
        yield 0, dashed["key"], dashed.end()


def medium_of_keys(entries: Sequence[Entry]) -> str | None:
    """The form of a work that the keys of a box tell, e.g. 'platform' a game; None when they do not agree."""
    keys = {plain_key(entry.key) for entry in entries}
    forms = load_vocabulary("credits")["forms"]
    counts = {medium: len(keys & {plain_key(k) for k in words}) for medium, words in forms.items()}
    best, second = sorted(counts.values(), reverse=True)[:2]
    return next(m for m in forms if counts[m] == best) if best > second else None


def medium_of_type(entries: Sequence[Entry]) -> str | None:
    """'Type: Studio album' says which form the work has; several types are those of parts."""
    types = [e.text for e in entries if plain_key(e.key) in ("type", "media type", "format") and e.medium is None]
    typed = types[0] if len(types) == 1 else None
    head = load_forms().heads.get(tuple(typed.lower().split())) if typed else None
    return head.medium if head else None
