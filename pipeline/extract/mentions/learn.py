"""What the article teaches about its names: one label each, fuller names, and which are no names after all."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.entries import cities, countries
from pipeline.extract.mentions.instalments import series_of, short_titles
from pipeline.extract.mentions.shortened import shortened_titles
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind
from pipeline.values.misspelling import is_typo
from pipeline.vocabulary import load_vocabulary

# How much one sighting tells about a name's label: structure and wording more than the model.
WEIGHT = {
    "title": 60, "stated": 60, "infobox": 40, "table": 40, "list": 30, "cast": 40, "quote": 30, "cue": 30, "head": 40,
    "recipient": 10, "guess": 10, "model": 10,
}  # fmt: skip
COMPASS = frozenset("North South East West Northern Southern Eastern Western Central New Upper Lower Old".split())
SENTENCE = 4  # words of a name that is a whole sentence
LONGEST_NAME = 25  # words; longer runs are no names worth looking into
MOST_NAMESAKES = 50  # people of one first name that a slip is compared with
PART = 3  # what a sighting of one word of a full name weighs, on the model's word alone
CITY = 15  # what being called like a large city weighs
SLIPS = frozenset({"model", "cue", "stated", "guess"})  # families that may take in too many words
STRONG = frozenset({"title", "infobox", "list", "quote", "cast", "table"})
Votes = dict[str, Counter[str]]  # name -> label -> weight of its sightings
PEOPLE = ("PERSON", "CHARACTER")
MAKERS = (*PEOPLE, "ORG")
FIXED = ("AWARD", "EVENT")  # labels by function: a festival in an award column is AWARD there and EVENT elsewhere
PLACING = re.compile(
    r"(?i)\b(?:in|from|at|to|near|around|across|of|throughout|outside|inside|via|between|leave|left|visit\w*|for|on|off)"
    r" (?:(?!the )\w{1,12} )?$|(?-i:[^\W\d_a-z])[\w.\-]{0,20}(?:, | and )$|\| ?$|, and $"
    r"|\b(?:estuary|banks?|coast|shores?|valley|mouth|pans|towns|villages|deserts?|hills|mountains|plains|village|town|city)"
    r"(?:,| of the) $"
)
MAKING = re.compile(r"\b(?i:by|by:) $|© ?$")  # whoever something is by is a person, also where a plot is told
OPENING = re.compile(r"^$|[.!?:“\"][”\"]? ?$")


@dataclass(frozen=True, slots=True)
class Known:
    """A name that the article uses: its label, the fuller name it is part of, and how surely it is a name."""

    label: str
    canonical: str | None
    is_sure: bool
    family: str = "propagated"  # 'known' when structure or wording vouches for it


@dataclass(slots=True)
class Sightings:
    """What was seen of each name: votes for its labels, the families that saw it, and in what places."""

    votes: Votes
    families: dict[str, set[str]]
    placed: set[str]  # stands behind 'in', 'from', a comma: could be a place
    inside: set[str]  # stands elsewhere than at the head of a sentence

    def is_doubtful(self, name: str, label: str) -> bool:
        """Whether a single word is a name on the model's word alone, where any word looks like one."""
        if " " in name or self.families[name] != {"model"}:
            return False
        if label in ("GPE", "LOC") and name not in self.placed:
            return True
        return name not in self.inside and name.istitle() and sum(self.votes[name].values()) <= WEIGHT["model"]


def learn(reading: Reading, candidates: Iterable[Candidate]) -> dict[str, Known]:
    """What the sightings say about each name. A part of one full name shares its label; no label: no name after all."""
    seen = _sightings(reading, candidates)
    votes, families = seen.votes, seen.families
    _resolve_nested(votes, families)
    groups = _full_names(votes, families)
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(groups):
        members[groups[name]].append(name)
    known = {name: Known("GPE", None, True) for name in sorted(countries() | cities())}
    for name in sorted(votes):
        full = groups.get(name)
        label = _winner(_joint_votes(members[full], votes, families) if full else votes[name])
        if full is None and name not in known and seen.is_doubtful(name, label):
            label = ""
        sure = families[name] != {"model"} or sum(votes[name].values()) >= 20 or " " in name or full is not None
        strong = "known" if families[name] & STRONG and len(name) > 3 else "propagated"
        known[name] = Known(label, full if full != name else None, sure, strong)
    _add_forms(known, groups, families)
    _add_misspelt(known, families)
    _add_short_titles(known, series_of(reading), families)
    works = [name for name, entry in known.items() if entry.label == "WORK_OF_ART" and entry.is_sure]
    known |= {
        short: Known("WORK_OF_ART", full, True, "known") for short, full in shortened_titles(reading, works).items()
    }
    return known


def _sightings(reading: Reading, candidates: Iterable[Candidate]) -> Sightings:
    seen = Sightings(defaultdict(Counter), defaultdict(set), set(), set())
    for c in candidates:
        passage = reading.parsed.passages[c.passage]
        text, name = passage.text, passage.text[c.start : c.end]
        label = "ORG" if c.family == "model" and _is_branch(name, c.label) else _in_place(reading, c)
        label = "GPE" if name in countries() and c.family != "title" else label
        label = "WORK_OF_ART" if label in MAKERS and _is_sentence(name) else label
        seen.votes[name][label] += WEIGHT[c.family]
        seen.families[name].add(c.family)
        if passage.kind != PassageKind.PROSE or not OPENING.search(text[max(0, c.start - 3) : c.start]):
            seen.inside.add(name)
        if PLACING.search(text, max(0, c.start - 20), c.start):
            seen.placed.add(name)
    for name in sorted(seen.votes.keys() & cities()):
        seen.votes[name]["GPE"] += CITY
    return seen


def _joint_votes(names: list[str], votes: Votes, families: dict[str, set[str]]) -> Counter[str]:
    """The votes of a full name and its parts; what the model makes of a part alone says little."""
    joint: Counter[str] = Counter()
    for name in names:
        is_weak = " " not in name and families[name] == {"model"}
        for label, weight in votes[name].items():
            joint[label] += weight * PART // WEIGHT["model"] if is_weak else weight
    return joint


def _add_forms(known: dict[str, Known], groups: dict[str, str], families: dict[str, set[str]]) -> None:
    """Adds parts of full names, and full names the other way round."""
    for part, full in _parts(groups, families).items():
        if part not in known and full in known:
            known[part] = Known(known[full].label, full, True)
    for name, full in sorted(groups.items()):
        swapped = " ".join(reversed(name.split()))
        if len(name.split()) == 2 and swapped not in known:
            known[swapped] = Known(known[full].label, full, True)


def _add_misspelt(known: dict[str, Known], families: dict[str, set[str]]) -> None:
    """A full name that only the model knows as something else is whoever it is misspelt for: 'Rook Aldr'."""
    people: dict[str, list[str]] = defaultdict(list)
    for name, entry in sorted(known.items()):
        if entry.label in PEOPLE and " " in name:
            people[name.split()[0]].append(name)
    for name in sorted(known):
        if " " in name and known[name].label not in PEOPLE and families.get(name) == {"model"}:
            namesakes = people.get(name.split()[0], ())
            meant = [other for other in namesakes[:MOST_NAMESAKES] if is_typo(name, other)]
            if len(meant) == 1:
                known[name] = Known(known[meant[0]].label, None, True)


def _add_short_titles(known: dict[str, Known], series: str, families: dict[str, set[str]]) -> None:
    """Adds subtitles that stand alone: 'Ash' for 'Ember Days: Ash', unless it is another thing's name as well."""
    titles = [name for name, entry in known.items() if entry.label == "WORK_OF_ART"]
    for short, title in short_titles(series, titles).items():
        entry = known.get(short)
        if entry is None or entry.label == "WORK_OF_ART" or not families.get(short, set()) & STRONG:
            known[short] = Known("WORK_OF_ART", title, True, "known")


def _is_branch(name: str, label: str) -> bool:
    """'Otterbox Japan': a company's branch, which looks like a person or a place."""
    words = name.split()
    is_branch = len(words) > 1 and words[-1] in countries() and name not in countries() and words[0] not in COMPASS
    return is_branch and label in ("PERSON", "CHARACTER", "GPE", "LOC")


@cache
def _sentence_words() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["sentences"]["words"])


def _is_sentence(name: str) -> bool:
    """'My Landlord Is a Retired Ghost': no company or person is called so."""
    words = name.split()
    return len(words) >= SENTENCE and not _sentence_words().isdisjoint(words)


def _resolve_nested(votes: Votes, families: dict[str, set[str]]) -> None:
    """Drops slips, names seen hardly ever that contain a well-known one: 'When does Ember Days', 'Ember Days OST'."""
    firm = {n for n in votes if " " in n and (families[n] & STRONG or sum(votes[n].values()) >= 20)}
    for name in sorted(votes):
        if sum(votes[name].values()) > 30 or not families[name] <= SLIPS:
            continue
        inner = next((f for f in _inner_names(name) if f in firm and _winner(votes[f]) == _winner(votes[name])), None)
        if inner is None or (families[name] & {"cue", "stated"} and _is_fuller(name, inner)):
            continue
        label = votes.pop(name)
        firm.discard(name)
        if name.startswith(f"{inner} and "):
            rest = name[len(inner) + 5 :]
            votes[rest].update(label)
            families[rest] |= families[name]


def _is_fuller(name: str, inner: str) -> bool:
    """'The Clerk of Lamp Street' is no slip for 'Lamp Street', the name's last words."""
    return re.match(r"(?:The|An?) .* (?:of|from|in|at|on|for) $", name.removesuffix(inner)) is not None


def _inner_names(name: str) -> Iterator[str]:
    """Every run of at least two of its words that is not the name itself, the longest first."""
    words = name.rstrip("?").split(" ")
    if len(words) > LONGEST_NAME:
        return
    for length in range(len(words) - (words == name.split(" ")), 1, -1):
        for first in range(len(words) - length + 1):
            yield " ".join(words[first : first + length])


def _winner(votes: Counter[str]) -> str:
    return max(votes.items(), key=lambda item: (item[1], item[0] != "PERSON", item[0]))[0]


def _in_place(reading: Reading, candidate: Candidate) -> str:
    """The label, with people that only the model knows being characters in sections that tell a story."""
    if candidate.label != "PERSON" or candidate.family != "model":
        return candidate.label
    passage = reading.parsed.passages[candidate.passage]
    is_maker = MAKING.search(passage.text, max(0, candidate.start - 12), candidate.start)
    return "CHARACTER" if is_maker is None and _is_fiction(passage.section) else "PERSON"


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
