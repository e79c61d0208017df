"""What may stand in a slot of a wording, as regular expressions over folded clauses."""

import re
from functools import cache

from pipeline.extract.statements.folding import KINDS
from pipeline.values.numbers import ORDINAL_TENS, ORDINAL_UNITS, TENS, UNITS
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.forms import load_forms
from pipeline.vocabulary.predicates import Predicate

ADJECTIVE = r" [\w-]*(?:ese|ish|ian|ean|can|ench|wiss|born|based|winning|nominated)"
SEPARATOR = r"(?: ,)?(?: and| &| or| as well as| along with)?(?: by| the)?"
SLOT_KINDS = {
    "subject": "subject",
    "character": "character person",
    "theme": "work",
    "language": "language",
    "region": "place",
    "as_of": "date",
    "any": "person org work character event award",
    "any_language": "language",
    "any_work": "subject",
}
ENTITY_KINDS = frozenset("person org work place event character platform".split())


def slot_regex(text: str, predicate: Predicate) -> str:
    name, _, kinds = text.partition(":")
    several = kinds.endswith("+")
    kinds = kinds.rstrip("+")
    if name == "value" and not kinds:
        kinds = " ".join(predicate.values)
        several = predicate.cardinality == "many" and bool(ENTITY_KINDS & set(predicate.values))
    one = _one_of((kinds or SLOT_KINDS.get(name, name)).replace("+", " "))
    if several:
        one = rf"{one}(?:{SEPARATOR}{described(predicate.name)}{one}){{0,30}}"
    if name == "value":
        one = f"(?P<value>{one})"
        return described() + one if ENTITY_KINDS & set(kinds.split()) else one
    if name in SLOT_KINDS and not name.startswith("any"):
        return f"(?P<{name}>{one})"
    return described() + one if name == "org" else one


def slot_things(slot: str, predicate: Predicate) -> frozenset[str]:
    """The characters of the things that a slot takes; none where words may fill it as well."""
    name, _, stated = slot.partition(":")
    usual = " ".join(predicate.values) if name == "value" else SLOT_KINDS.get(name, name)
    kinds = (stated.rstrip("+") or usual).replace("+", " ").split()
    return frozenset() if any(map(_words_of, kinds)) else frozenset("".join(map(_characters, kinds)))


def _one_of(kinds: str) -> str:
    """A regular expression for one thing of any of the kinds."""
    characters = "".join(_characters(kind) for kind in kinds.split())
    patterns = [f" [{characters}]"] if characters else []
    patterns += [pattern for kind in kinds.split() if (pattern := _words_of(kind))]
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"


def _characters(kind: str) -> str:
    several = {
        "subject": ("work", "reference", "pronoun"),
        "ref": ("work", "reference"),
        "place": ("place",),
        "platform": ("org",),
        "native": ("work", "person"),
        "latin": ("work", "person"),
        "name": ("work", "org", "person", "character"),
        "when": ("date", "range"),
    }
    return "".join(KINDS[k] for k in several.get(kind, (kind,)) if k in KINDS)


@cache
def _words_of(kind: str) -> str:
    """Kinds that are told by their words."""
    if kind == "number":
        units = "|".join(UNITS[1:])
        return rf" (?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|(?:{'|'.join(TENS)})(?:-(?:{units}))?|{units})"
    if kind == "ordinal":
        words = "|".join([*ORDINAL_UNITS[1:], *ORDINAL_TENS])
        return rf" (?:\d{{1,4}}(?:st|nd|rd|th)|(?:(?:{'|'.join(TENS)})-)?(?:{words}))"
    if kind == "language":
        return f" (?:{'|'.join(re.escape(name.lower()) for name in load_vocabulary('media')['languages'])})"
    if kind == "platform":
        return f" (?:{'|'.join(load_vocabulary('platforms')['platforms']['words'])})"
    if kind == "isbn":
        return r" [0-9][0-9-]{8,15}[0-9x]"
    if kind == "native":
        return r" [^ ]{0,40}[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3][^ ]{0,40}"
    if kind == "adjective":
        return ADJECTIVE
    if kind == "genre":
        forms = sorted((" ".join(words) for words in load_forms().genres), key=lambda f: (-len(f), f))
        return f" (?:{'|'.join(map(re.escape, forms))})s?"
    return ""


@cache
def described(continues: str | None = None) -> str:
    """What may stand between a wording and its value: 'by the Tokyo-based studio X', 'by director X'.

    In a list that `continues`, the role of another predicate begins something else: 'by A and illustrator B'.
    """
    entries = load_vocabulary("predicates")
    others = {
        role for name, entry in entries.items() if continues and name != continues for role in entry.get("roles", ())
    }
    own = set(entries[continues].get("roles", ())) if continues else set()
    words = [word for word in load_vocabulary("roles")["roles"]["words"] if word in own or word not in others]
    roles = "|".join(words)
    return rf"(?:(?: (?:the|a|an|its|his|her|their|fellow))?(?: [\w-]+){{0,3}}? (?:{roles}))?(?: the)?(?:{ADJECTIVE})?"
