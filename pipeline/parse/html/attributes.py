"""What the attributes of an element tell: hidden, furniture, an infobox, a caption."""

import re
from functools import cache

from pipeline.parse.html.tree import Node
from pipeline.vocabulary import load_vocabulary

WORD = re.compile(r"[\s_-]+")
LONGEST_CLASS = 400
LONGEST_SKIPPED = 2_000  # characters: no class hides more, it may have been named after the page
WHOLE = frozenset(("html", "body", "main", "article", "h1"))


def is_unseen(node: Node, raw: str) -> bool:
    """Whether the element is not shown, or shows nothing that can be read."""
    if node.name in _words("unseen", "elements"):
        return True
    if not node.attributes:
        return False
    if node.has("hidden") or node.get(raw, "aria-hidden") == "true":
        return True
    if "style" in node.attributes and _unseen_style().search(node.get(raw, "style")[:LONGEST_CLASS]):
        return True
    return node.size <= LONGEST_SKIPPED and node.name not in WHOLE and has_class(node, raw, "skipped")


def is_furniture(node: Node, raw: str) -> bool:
    """Whether the element's name or role says that it is no part of the article."""
    if node.name in _words("furniture", "elements"):
        return True
    return "role" in node.attributes and node.get(raw, "role").lower() in _words("furniture", "roles")


def has_class(node: Node, raw: str, kind: str) -> bool:
    """Whether a word of the element's class or id is one of that kind."""
    for name in ("class", "id"):
        if name in node.attributes:
            value = node.get(raw, name)[:LONGEST_CLASS].lower()
            words = _classes()[kind]
            if any(whole in words or not words.isdisjoint(WORD.split(whole)) for whole in value.split()):
                return True
    return False


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(load_vocabulary("html")[table][key])


@cache
def _unseen_style() -> re.Pattern[str]:
    return re.compile(load_vocabulary("html")["unseen"]["styles"], re.IGNORECASE)


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {entry["name"]: frozenset(entry["words"]) for entry in load_vocabulary("html")["class"]}
