"""Front matter: 'key: value' lines (YAML) or 'key = value' lines (TOML) between two rulers at the beginning."""

import re
from dataclasses import dataclass, field
from datetime import date

from pipeline.parse.dateline import find_days, names_in
from pipeline.parse.lines import Line, trimmed
from pipeline.parse.markup import Atom, MarkedText, clean

OPENING = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
ENTRY = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*(?::(?=\s|$)|=)[ \t]*(.*)$")
ITEM = re.compile(r"[ \t]*-[ \t]+(?=\S)")
MOST_LINES = 200
QUOTES = "\"'"
TITLE, AUTHORS = ("title", "headline"), ("author", "authors", "byline", "by")
DATES = (
    "date",
    "published",
    "published_on",
    "published_at",
    "publishdate",
    "publish_date",
    "pubdate",
    "pub_date",
    "date_published",
    "datepublished",
    "publication_date",
    "posted",
    "created",
)
PUBLISHERS = ("publisher", "site", "site_name", "publication", "source_name")
LANGUAGES = ("lang", "language")


@dataclass(slots=True)
class FrontMatter:
    """The values by key in small letters, each with its place; `end` is where the article begins."""

    values: dict[str, list[Line]] = field(default_factory=dict)
    end: int = 0

    def first(self, keys: tuple[str, ...]) -> Line | None:
        return next((self.values[key][0] for key in keys if self.values.get(key)), None)

    def title(self, raw: str) -> MarkedText | None:
        found = self.first(TITLE)
        return clean(raw, [Atom(found.start, found.end)]) if found is not None else None

    @property
    def authors(self) -> tuple[str, ...]:
        written = [line.text for key in AUTHORS for line in self.values.get(key, ())]
        names = [name for text in written for name in names_in(text) or (text,)]
        return tuple(dict.fromkeys(name.removeprefix("By ") for name in names))

    @property
    def published_on(self) -> date | None:
        found = self.first(DATES)
        if found is None:
            return None
        try:
            return date.fromisoformat(found.text[:10])
        except ValueError:
            day = next(find_days(found.text), None)
            return day.value if day is not None else None

    def text(self, keys: tuple[str, ...]) -> str | None:
        found = self.first(keys)
        return found.text if found is not None else None


def read_front_matter(raw: str) -> FrontMatter:
    """The front matter; empty when the text has none, or something else between its first two rulers."""
    opening = OPENING.match(raw)
    matter = FrontMatter()
    if opening is None:
        return matter
    at, key = opening.end(), ""
    for _ in range(MOST_LINES):
        found = LINE.match(raw, at)
        assert found is not None
        line = trimmed(found[0], at)
        at = found.end()
        if line.text == opening[1]:
            return FrontMatter(matter.values, at) if matter.values else matter
        if at >= len(raw):
            break
        entry = ENTRY.match(line.text) if not raw[found.start() : found.start() + 1].isspace() else None
        if entry is not None:
            key = entry[1].casefold()
            matter.values[key] = _values(line.part(entry.start(2)))
        elif key and (item := ITEM.match(line.text)):
            matter.values[key] += _values(line.part(item.end()))
        elif line.text and not line.text.startswith("#") and not (key and raw[found.start()].isspace()):
            return FrontMatter()
    return FrontMatter()


def _values(line: Line) -> list[Line]:
    """'[A, B]' -> A, B; without quotation marks; nothing for an empty value."""
    if line.text.startswith("[") and line.text.endswith("]"):
        inner, values, at = line.part(1, len(line.text) - 1), list[Line](), 0
        for part in inner.text.split(","):
            values += _values(inner.part(at, at + len(part)))
            at += len(part) + 1
        return values
    if len(line.text) > 1 and line.text[0] in QUOTES and line.text[0] == line.text[-1]:
        line = line.part(1, len(line.text) - 1)
    return [line] if line.text else []
