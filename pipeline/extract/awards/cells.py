"""What the cells of an awards table say: recipients one by one, categories without what is only added to them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.extract.awards.wording import category_heads
from pipeline.values.spans import Span

NOTHING = re.compile(r"(?i:[-–—―*]{0,3}|n/?a\.?|none|tb[ad]|various)")
SELF = re.compile(r"(?i:herself|himself|themselves|itself)")
OPEN, CLOSE = "\"“„«'‘", "\"”“»'’"
QUOTED = re.compile(r'["“„«]([^"“”„«»]{1,250}?)[,.]?["”“»]')
IN_SERIES = re.compile(r"(?i:(?:episode|ep\.?|chapter|track|song|part)\s*\d{0,4}\s*[:.,–-]?\s*)(?=[\"“„«])")
NOTE = re.compile(r"\s*\(([^()]{1,120})\)\s*$")
NAME_WORD = r"[^\W\d_a-z][\w'’.\-]*"
PERSON = re.compile(rf"(?:(?:{NAME_WORD}|de|da|di|del|van|von|der|den|la|le|bin|al|of)\s+){{1,4}}{NAME_WORD}")
AS_ROLE = re.compile(r"\s+as\s+[\"“'‘A-Z].{1,80}$")  # 'Mike Tanner as "Lou"'
JOINT = re.compile(r"\s*,\s*(?:and\s+|&\s+)?|\s+and\s+|\s*;\s*|\s+/\s+")
PARTNER = re.compile(
    rf"[\s,(]*\b(?:shared with|tied with|along with|together with|jointly with|with)\s+"
    rf"({NAME_WORD}(?:\s+{NAME_WORD}){{0,4}}(?:(?:,\s+|\s+and\s+|,\s+and\s+){NAME_WORD}(?:\s+{NAME_WORD}){{0,4}}){{0,4}})"
    rf"(?:\s+for\s+[\"“][^\"”]{{1,120}}[\"”])?(?P<end>\)?)\s*$"
)
ADDED = re.compile(
    r"\s*\((?:for\s+[\"“][^\"”]{1,150}[\"”]|(?:the\s+)?(?:song)?(?:writers?|producers?|composers?|lyricists?|directors?)\s*:[^()]{1,200})\)\s*$",
    re.IGNORECASE,
)
CITATION = re.compile(r",\s*[\"“](?:for|in)\b.{1,400}$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name inside a cell, with its place in the cell's text; `note` is what stood in brackets behind it."""

    text: str
    start: int
    end: int
    is_quoted: bool = False
    note: str | None = None

    def span(self, offset: int) -> Span:
        return Span(offset + self.start, offset + self.end)


def is_nothing(text: str) -> bool:
    """'', '—' and 'N/A' name nobody."""
    return bool(NOTHING.fullmatch(text.strip()))


FOR_WORK = re.compile(r"\s+for\s+[\"“]([^\"“”]{1,80})[\"”]$")  # 'Ann Lee for "Grey Harbour"'


def read_recipients(text: str, whole_names: Collection[str] = ()) -> list[Named]:
    """The recipients that a cell names, one by one. `whole_names` are known names that hold commas or 'and'."""
    if is_nothing(text):
        return []
    series = IN_SERIES.match(text)
    quoted = list(QUOTED.finditer(text, series.end() if series else 0))
    if quoted and quoted[0].start() == (series.end() if series else 0):
        return _quoted_names(text, quoted)
    text = AS_ROLE.sub("", text) if text not in whole_names else text
    end = len(text.rstrip())
    note = NOTE.search(text) or FOR_WORK.search(text)
    if note and note.start() > 0 and not _belongs(note[1]):
        end = note.start()
    body = text[:end]
    parts = [] if body in whole_names else _joint(body)
    inner = note[1] if note and end == note.start() else None
    if len(parts) > 1:
        return [Named(body[a:b], a, b, note=inner) for a, b in parts]
    return [Named(body.strip(), len(body) - len(body.lstrip()), end, note=inner)]


def read_category(text: str) -> tuple[str, list[Named]]:
    """The category's name, and the partners that its cell names ('Best Duo, with Ida Blau')."""
    partners: list[Named] = []
    name = CITATION.sub("", text).rstrip()
    if found := PARTNER.search(name):
        start = found.start(1)
        partners = [Named(found[1][a:b], start + a, start + b) for a, b in _pieces(found[1])]
        opened = "(" in name[found.start() : found.start(1)]
        name = name[: found.start()] + (")" if found["end"] and not opened else "")
    name = ADDED.sub("", name)
    return name.strip(" ,"), partners


def split_categories(text: str) -> list[str]:
    """'Best Score, Best Sound' names two categories; 'Best Actress, Drama' one."""
    parts = [part.strip() for part in re.split(r",\s+|;\s*|\s+and\s+(?=[A-Z])", text)]
    head = re.compile(rf"{category_heads()}\b")
    return parts if len(parts) > 1 and all(head.match(part) for part in parts) else [text]


def is_self(text: str) -> bool:
    """'Herself': the page's subject."""
    return bool(SELF.fullmatch(text.strip()))


def is_person_like(text: str) -> bool:
    """Two to five capitalised words: a full name, or something that looks like one."""
    return bool(PERSON.fullmatch(text.strip()))


def _quoted_names(text: str, quoted: Sequence[re.Match[str]]) -> list[Named]:
    """Every quoted title that stands in a row with the first: '"A", "B" and "C"'."""
    names: list[Named] = []
    end = quoted[0].start()
    for found in quoted:
        if names and not re.fullmatch(r"[\s,;/&]*(?:and)?\s*", text[end : found.start()]):
            break
        names.append(Named(found[1], found.start(1), found.end(1), is_quoted=True))
        end = found.end()
    return names


def _joint(text: str) -> list[tuple[int, int]]:
    """The parts of 'Ann Lee, Bo Ek and Cy Dahl'; nothing when a part does not look like a full name."""
    pieces = _pieces(text)
    return pieces if all(is_person_like(text[a:b]) for a, b in pieces) else []


def _pieces(text: str) -> list[tuple[int, int]]:
    pieces, start = [], 0
    for found in JOINT.finditer(text):
        pieces.append((start, found.start()))
        start = found.end()
    return [(a, b) for a, b in [*pieces, (start, len(text))] if a < b]


def _belongs(note: str) -> bool:
    """Whether brackets are part of a title: '(and other stories)' is, '(himself)' and '(Grey Harbour)' are not."""
    return (
        note[:1].islower()
        and not is_self(note)
        and len(note.split()) > 2
        and not re.match(r"(?:for|with|as|from|in)\b", note)
    )
