"""What the head of a page says about it: <meta> elements, JSON-LD, marked-up dates and authors."""

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from pipeline.parse.dateline import find_days, names_in
from pipeline.parse.html.inline import plain
from pipeline.parse.html.tokens import Kind, Token
from pipeline.parse.html.tree import Node
from pipeline.parse.markup import MarkedText, clean, text_atoms
from pipeline.parse.references import decode_references
from pipeline.vocabulary import load_vocabulary

LARGEST_SCRIPT = 500_000  # characters
MOST_NODES = 5_000  # of one JSON-LD script
LONGEST_BYLINE = 200
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
SEPARATOR = re.compile(r"\s+(?:[|·•»«:]{1,2}|[-–—])\s+")


@dataclass(slots=True)
class Stated:
    """What the page says about itself, each list the surest first."""

    titles: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    published: list[date] = field(default_factory=list)
    times: list[tuple[int, date]] = field(default_factory=list)  # <time datetime>: where, and which day
    languages: list[str] = field(default_factory=list)
    generator: str = ""
    title_element: MarkedText | None = None

    @property
    def is_encyclopedia(self) -> bool:
        """Whether a program for encyclopedias wrote the page."""
        return self.generator.startswith(tuple(load_vocabulary("html")["encyclopedia"]["generators"]))


def read_stated(root: Node, raw: str) -> Stated:
    """Everything that the page states in elements made for it."""
    stated = Stated()
    metas: dict[str, list[str]] = {}
    marked: list[tuple[str, Node]] = []
    for node in root.walk():
        if node.name == "meta":
            for key in ("property", "name", "itemprop"):
                if node.has(key) and (value := " ".join(node.get(raw, "content").split())):
                    metas.setdefault(node.get(raw, key).lower(), []).append(value)
        elif node.name == "script" and "ld+json" in node.get(raw, "type").lower():
            _read_json(node, raw, stated)
        elif node.name == "title" and stated.title_element is None:
            stated.title_element = _title(node, raw)
        elif node.name == "html" and not stated.languages:
            stated.languages += [node.get(raw, "lang"), node.get(raw, "xml:lang")]
        elif node.name == "time" and not node.has("itemprop") and not node.has("pubdate"):
            stated.times += [(node.start, day)] if (day := read_day(node.get(raw, "datetime"))) else []
        elif node.has("itemprop") or node.has("rel") or node.has("pubdate"):
            marked.append((node.get(raw, "itemprop") or node.get(raw, "rel"), node))
    _read_metas(metas, stated)
    _read_marked(marked, raw, stated)
    stated.languages += metas.get("og:locale", [])
    return stated


def read_day(text: str) -> date | None:
    """The day of '2024-05-03T10:00:00+09:00', '20240503' or '3 May 2024'; None for anything else."""
    found = re.match(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)", text)
    if found is None:
        day = next(find_days(text[:LONGEST_BYLINE]), None)
        return day.value if day is not None else None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def language_of(stated: Stated) -> str | None:
    """The language that the page says it is in, without region."""
    found = (LANGUAGE.match(text.strip()) for text in stated.languages)
    return next((match[0].lower() for match in found if match), None)


def without_site(title: str, sites: list[str]) -> str:
    """'Blue Orchard | Harbour Post' -> 'Blue Orchard', where the page says that its site is so called.

    A bar separates the site's name even where the page does not say it.
    """
    cuts = [(found.start(), found.end()) for found in SEPARATOR.finditer(title)]
    known = {site.casefold() for site in sites}
    for start, end in reversed(cuts):
        if title[end:].casefold() in known or ("|" in title[start:end] and start):
            title = title[:start]
        else:
            break
    for start, end in cuts:
        if title[:start].casefold() in known:
            return title[end:]
    return title


def _title(node: Node, raw: str) -> MarkedText | None:
    texts = [child for child in node.children if isinstance(child, Token) and child.kind == Kind.TEXT]
    return clean(raw, (atom for token in texts for atom in text_atoms(raw, token.start, token.end)))


def _read_metas(metas: dict[str, list[str]], stated: Stated) -> None:
    names = load_vocabulary("html")["meta"]
    stated.titles += [value for name in names["title"] for value in metas.get(name, [])]
    stated.sites[:0] = [value for name in names["site"] for value in metas.get(name, [])]
    stated.published += [
        day for name in names["published"] for value in metas.get(name, []) if (day := read_day(value))
    ]
    if not stated.authors:
        found = (
            n for name in names["author"] for value in metas.get(name, []) for n in names_in(value[:LONGEST_BYLINE])
        )
        stated.authors = list(dict.fromkeys(found))
    stated.generator = next(iter(metas.get("generator", [])), "").lower()


def _read_marked(marked: list[tuple[str, Node]], raw: str, stated: Stated) -> None:
    """Microdata, links to authors, <time pubdate>."""
    authors: list[str] = []
    for name, node in marked:
        if name == "datePublished" or node.has("pubdate"):
            text = node.get(raw, "content") or node.get(raw, "datetime") or plain(node, raw)[:LONGEST_BYLINE]
            stated.published += [day] if (day := read_day(text)) else []
        elif name == "author" and node.name in ("a", "span", "div", "p") and node.size <= LONGEST_BYLINE:
            authors += [
                n for n in names_in(plain(node, raw).removeprefix("By ").removeprefix("by ")) if n not in authors
            ]
        elif name == "headline" and node.name != "meta" and node.size <= 2 * LONGEST_BYLINE:
            stated.titles.append(plain(node, raw))
    stated.authors = stated.authors or authors


def _read_json(node: Node, raw: str, stated: Stated) -> None:
    text = "".join(raw[c.start : c.end] for c in node.children if isinstance(c, Token))
    if len(text) > LARGEST_SCRIPT:
        return
    try:
        data = json.loads(text.strip(), strict=False)
    except (ValueError, RecursionError):
        return
    things = list(_things(data))
    by_id = {str(thing["@id"]): thing for thing in things if "@id" in thing and len(thing) > 1}
    for thing in sorted(things, key=lambda t: "WebPage" in _kinds(t)):
        if _article_kinds() & _kinds(thing):
            _read_article(thing, by_id, stated)


def _read_article(thing: dict[str, Any], by_id: dict[str, dict[str, Any]], stated: Stated) -> None:
    for key in ("headline", "name"):
        if isinstance(thing.get(key), str) and (title := _text(thing[key])):
            stated.titles.append(title)
            break
    if isinstance(thing.get("datePublished"), str) and (day := read_day(thing["datePublished"])):
        stated.published.append(day)
    people = frozenset(load_vocabulary("html")["json_ld"]["people"])
    if not stated.authors:
        for author in _named(thing.get("author"), by_id):
            if not _kinds(author) or people & _kinds(author):
                stated.authors += [name for name in names_in(_text(author["name"])) if name not in stated.authors]
    stated.sites += [_text(site["name"]) for site in _named(thing.get("publisher"), by_id)]


def _named(value: Any, by_id: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The things with a name that a value holds or refers to."""
    for item in (value if isinstance(value, list) else [value])[:20]:
        thing = {"name": item} if isinstance(item, str) else item
        if isinstance(thing, dict) and "name" not in thing:
            thing = by_id.get(str(thing.get("@id")), thing)
        if isinstance(thing, dict) and isinstance(thing.get("name"), str) and thing["name"].strip():
            yield thing


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """All objects of a JSON-LD graph, the outermost first."""
    waiting = deque([data])
    for _ in range(MOST_NODES):
        if not waiting:
            return
        item = waiting.popleft()
        if isinstance(item, dict):
            yield item
            waiting += [value for value in item.values() if isinstance(value, (dict, list))]
        elif isinstance(item, list):
            waiting += item[:MOST_NODES]


def _kinds(thing: dict[str, Any]) -> frozenset[str]:
    value = thing.get("@type")
    return frozenset(str(kind) for kind in (value if isinstance(value, list) else [value] if value else []))


def _text(value: str) -> str:
    return " ".join(decode_references(value).split())


@cache
def _article_kinds() -> frozenset[str]:
    return frozenset(load_vocabulary("html")["json_ld"]["articles"])
