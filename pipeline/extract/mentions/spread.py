"""What the article teaches about its names: every place where a known one stands, one label each, fuller names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.cues import not_names
from pipeline.extract.mentions.entries import cities, countries
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind
from pipeline.vocabulary import load_vocabulary

# How much one sighting tells about a name's label: structure and wording more than the model.
WEIGHT = {
    "title": 60, "infobox": 40, "table": 40, "list": 30, "cast": 40, "quote": 30, "cue": 30, "head": 40,
    "recipient": 10, "guess": 10, "model": 10,
}  # fmt: skip
CITY = 15  # what being called like a large city weighs
SLIPS = frozenset({"model", "cue", "guess"})  # families that may take in too many words
STRONG = frozenset({"title", "infobox", "list", "quote", "cast", "table"})
Votes = dict[str, Counter[str]]  # name -> label -> weight of its sightings
PEOPLE = ("PERSON", "CHARACTER")
FIXED = ("AWARD", "EVENT")  # labels by function: a festival in an award column is AWARD there and EVENT elsewhere
FIRST_WORD = re.compile(r"[^\W_]+")
CAPITAL_BEFORE = re.compile(r"(?P<stop>^|[.!?:;\"“”(]\s)?(?P<word>[^\W\d_][\w'’\-]*) $")
OFFICE = re.compile(r"(?<!\w)[A-Z]\w{1,30} of (?:the )?$")  # 'Diet of Japan' names no place
YEAR = re.compile(r" (?:19|20)\d\d(?!\d)")
PLACING = re.compile(
    r"(?i)\b(?:in|from|at|to|near|around|across|of|throughout|outside|inside|via|between|leave|left|visit\w*|for)"
    r" (?:the )?(?:\w{1,12} )?$|[^\W\d_], $|\| ?$|, and $"
)
INSIDE = re.compile(r"\b(?:in|at|on|into|across) (?:the )?$")
CAPITAL_AFTER = re.compile(r" [^\W\d_]\w+")


@dataclass(frozen=True, slots=True)
class Known:
    """A name that the article uses: its label, the fuller name it is part of, and how surely it is a name."""

    label: str
    canonical: str | None
    is_sure: bool
    family: str = "propagated"  # 'known' when structure or wording vouches for it


def learn(reading: Reading, candidates: Iterable[Candidate]) -> dict[str, Known]:
    """What the sightings say about each name. A part of one full name shares its label."""
    votes: Votes = defaultdict(Counter)
    families: dict[str, set[str]] = defaultdict(set)
    placed: set[str] = set()
    for c in candidates:
        text = reading.parsed.passages[c.passage].text
        name = text[c.start : c.end]
        votes[name][_in_place(reading, c)] += _weight(c, text)
        if PLACING.search(text, max(0, c.start - 20), c.start):
            placed.add(name)
        families[name].add(c.family)
    for name in votes.keys() & cities():
        votes[name]["GPE"] += CITY
    _resolve_nested(votes, families)
    groups = _full_names(votes, families)
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(groups):
        members[groups[name]].append(name)
    known = {name: Known("GPE", None, True) for name in sorted(countries() | cities())}
    for name in sorted(votes):
        full = groups.get(name)
        label = _winner(sum((votes[n] for n in members[full]), Counter()) if full else votes[name])
        if families[name] == {"model"} and label in ("GPE", "LOC") and " " not in name and not full:
            label = label if name in placed or name in known else ""
        sure = families[name] != {"model"} or sum(votes[name].values()) >= 20 or " " in name or full is not None
        strong = "known" if families[name] & STRONG and len(name) > 3 else "propagated"
        known[name] = Known(label, full if full != name else None, sure, strong)
    for part, full in _parts(groups, families).items():
        if part not in known and full in known:
            known[part] = Known(known[full].label, full, True)
    for name, full in sorted(groups.items()):
        swapped = " ".join(reversed(name.split()))
        if len(name.split()) == 2 and swapped not in known:
            known[swapped] = Known(known[full].label, full, True)
    return known


def _resolve_nested(votes: Votes, families: dict[str, set[str]]) -> None:
    """Drops slips, names seen hardly ever that contain a well-known one: 'When does Ember Days', 'Ember Days OST'."""
    firm = {n for n in votes if " " in n and (families[n] & STRONG or sum(votes[n].values()) >= 20)}
    for name in sorted(votes):
        if sum(votes[name].values()) > 30 or not families[name] <= SLIPS:
            continue
        inner = next((f for f in _inner_names(name) if f in firm and _winner(votes[f]) == _winner(votes[name])), None)
        if inner is None:
            continue
        label = votes.pop(name)
        if name.startswith(f"{inner} and "):
            rest = name[len(inner) + 5 :]
            votes[rest].update(label)
            families[rest] |= families[name]


def _inner_names(name: str) -> Iterator[str]:
    """Every run of at least two of its words that is not the name itself, the longest first."""
    words = name.rstrip("?").split(" ")
    for length in range(len(words) - (words == name.split(" ")), 1, -1):
        for first in range(len(words) - length + 1):
            yield " ".join(words[first : first + length])


def _weight(candidate: Candidate, text: str) -> int:
    """A sighting's weight; less for the model's characters, and for labels that the words before do not bear out."""
    if candidate.family != "model":
        return WEIGHT[candidate.family]
    if candidate.label == "CHARACTER":
        return 7
    before = text[max(0, candidate.start - 20) : candidate.start]
    if candidate.label in ("GPE", "LOC") and not PLACING.search(before):
        return 4
    return 6 if candidate.label == "PERSON" and INSIDE.search(before) else 10


def _winner(votes: Counter[str]) -> str:
    return max(votes.items(), key=lambda item: (item[1], item[0] != "PERSON", item[0]))[0]


def _in_place(reading: Reading, candidate: Candidate) -> str:
    """The label, with people that only the model knows being characters in sections that tell a story."""
    if (
        candidate.label == "PERSON"
        and candidate.family == "model"
        and _is_fiction(reading.parsed.passages[candidate.passage].section)
    ):
        return "CHARACTER"
    return candidate.label


@cache
def _fiction() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["fiction"]["sections"])


def _is_fiction(section: tuple[str, ...]) -> bool:
    return any(word in _fiction() for heading in section for word in heading.casefold().split())


def _full_names(votes: Votes, families: dict[str, set[str]]) -> dict[str, str]:
    """Full name of each person's name: itself, the same words in another order, or the one name that has this part."""
    people = [n for n in votes if _winner(votes[n]) in PEOPLE]
    full = sorted((n for n in people if 2 <= len(n.split()) <= 4), key=lambda n: (-sum(votes[n].values()), n))
    by_words: dict[frozenset[str], str] = {}
    groups: dict[str, str] = {}
    for name in full:
        groups[name] = by_words.setdefault(frozenset(name.split()), name)
    parts = _parts(groups, families)
    for name in sorted(votes):
        is_titled = bool(families[name] & {"title", "infobox"})
        if " " not in name and name in parts and _winner(votes[name]) not in FIXED and not is_titled:
            groups[name] = parts[name]
    return groups


def _parts(groups: dict[str, str], families: dict[str, set[str]]) -> dict[str, str]:
    """First and last words of full names: those of one name, or of several when one of them is the page's title."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name, full in groups.items():
        words = name.split()
        for word in (words[0], words[-1]) if len(words) > 1 else ():
            owners[word].add(full)
    parts = {}
    for word, names in sorted(owners.items()):
        titled = sorted(n for n in names if "title" in families.get(n, ()))
        chosen = next(iter(names)) if len(names) == 1 else titled[0] if titled else None
        if chosen and len(word) > 2 and word[0].isupper() and not word.endswith("."):
            parts[word] = chosen
    return parts


def spread(reading: Reading, known: dict[str, Known]) -> Iterator[Candidate]:
    """Every place where a sure name stands, the longest name first."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in sorted(known, key=lambda n: (-len(n), n)):
        first = FIRST_WORD.search(name)
        if (
            known[name].is_sure
            and known[name].label
            and first
            and first.start() == 0
            and name not in not_names()
            and len(name) > 2
            and known[name].label not in FIXED[1:]
        ):
            by_word[first[0]].append(name)
    for number, passage in enumerate(reading.parsed.passages):
        if passage.kind != PassageKind.FURNITURE:
            yield from _places(number, passage.text, by_word, known)


def _places(number: int, text: str, by_word: dict[str, list[str]], known: dict[str, Known]) -> Iterator[Candidate]:
    end = 0
    for match in FIRST_WORD.finditer(text):
        names = by_word.get(match[0])
        if names is None or match.start() < end:
            continue
        for name in names:
            stop = match.start() + len(name)
            if text.startswith(name, match.start()) and _is_whole(text, match.start(), stop, name, known[name].label):
                if known[name].label == "AWARD" and (year := YEAR.match(text, stop)):
                    stop = year.end()
                yield Candidate(number, match.start(), stop, known[name].label, known[name].family)
                end = stop
                break


def _is_whole(text: str, start: int, end: int, name: str, label: str) -> bool:
    """Whether the name stands there on its own: no word goes on, and a single word is no part of another name."""
    if end < len(text) and (text[end].isalnum() or text[end] == "_") and (name[-1].isalnum()):
        return False
    if (start and text[start - 1] in "-'’") or text[end : end + 1] == "-":
        return False
    if " " in name and label not in ("ORG", "GPE", "LOC", "FAC"):
        return True
    if label == "GPE" and OFFICE.search(text[max(0, start - 40) : start]):
        return False
    after = CAPITAL_AFTER.match(text, end)
    if after and after[0][1].isupper():
        return False
    before = CAPITAL_BEFORE.search(text[max(0, start - 30) : start])
    return not (before and before["word"][0].isupper() and before["stop"] is None and start > len(before["word"]) + 1)


def relabel(reading: Reading, candidates: Iterable[Candidate], known: dict[str, Known]) -> Iterator[Candidate]:
    """The candidates under the label that their name has in the article, except labels that go by function."""
    for c in candidates:
        entry = known.get(reading.parsed.passages[c.passage].text[c.start : c.end])
        if (entry is None and known and c.family in SLIPS) or (entry is not None and not entry.label):
            continue  # a slip that contains a known name, or a place that nothing places
        if entry is None or c.label in FIXED or entry.label in FIXED or c.family == "title":
            yield c
        else:
            yield replace(c, label=entry.label)
