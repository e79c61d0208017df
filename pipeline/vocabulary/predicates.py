"""What can be stated: the predicates of `predicates.toml`, typed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pipeline.vocabulary import load_vocabulary

CARDINALITIES = ("one", "many")
POLICIES = ("finest_date", "latest_as_of", "majority", "keep_all")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A wording that states a predicate, with the conditions under which it does."""

    predicate: str
    pattern: str
    media: tuple[str, ...] = ()  # forms of the work it may be said of; empty: those of the predicate
    needs: tuple[str, ...] = ()  # one of these words stands in the passage
    unless: tuple[str, ...] = ()  # none of these wordings stands in the sentence
    stated: bool = False  # the text must say which form of a work is meant
    form: str | None = None  # the form of the work that the wording tells
    frame: str | None = None  # the shared wording that it comes from
    romanised: bool = False  # the value can be read as Japanese
    adapted: bool | None = None  # said of adaptations only, or never of them; None: of any
    kind: str | None = None  # the kind of work that must be spoken of, of those in passing.toml

    @property
    def name(self) -> str:
        """What `claims.extractor` shows, e.g. 'director: directed by {value}'."""
        return f"{self.predicate}: {self.frame or self.pattern}"


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its mentions marked, and the statements of the predicate that it makes."""

    text: str
    facts: tuple[str, ...] = ()
    topic: str | None = None
    section: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Predicate:
    """One column value of `claims.predicate`."""

    name: str
    wikidata: str | None
    subjects: tuple[str, ...]  # work, person, character
    values: tuple[str, ...]  # kinds of value: person, org, work, place, event, character, date, number, text, ...
    cardinality: str  # one, many
    settle: str  # how reconciliation settles disagreements
    seasonal: bool  # one season may have another value than the next
    widens: bool  # said of one form of a work, it supports the same value said of the work
    media: tuple[str, ...]  # forms of a work that can have it; empty: all
    about: str  # medium: a form of the work has it; franchise: the work as such (medium is null)
    part: str | None  # of a range of dates: start, end; year: years and their seasons alone
    phrase: str | None  # stated by a noun phrase alone: genre, year, channel, adaptation
    phrase_media: tuple[str, ...]  # forms in which it is; empty: those in `media`
    season: str  # inherited: that of the story so far; named: only where the sentence names it
    infobox: tuple[str, ...]  # keys of an infobox entry, casefolded
    infobox_of: dict[str, tuple[str, ...]]  # forms that a key is about, where fewer than `media`
    triggers: tuple[Trigger, ...]
    examples: tuple[Example, ...]
    counter_examples: tuple[Example, ...]
    framed: tuple[Trigger, ...] = ()  # wordings shared by many predicates, with this one's words


@cache
def load_predicates() -> dict[str, Predicate]:
    """All predicates by name, in the order of the file."""
    return {name: _predicate(name, entry) for name, entry in load_vocabulary("predicates").items()}


def _predicate(name: str, entry: dict[str, Any]) -> Predicate:
    return Predicate(
        name=name,
        wikidata=entry.get("wikidata"),
        subjects=tuple(entry["subjects"]),
        values=tuple(entry["values"]),
        cardinality=entry["cardinality"],
        settle=entry["settle"],
        seasonal=entry.get("seasonal", True),
        widens=entry.get("widens", False),
        media=tuple(entry.get("media", ())),
        about=entry.get("about", "medium"),
        part=entry.get("part"),
        phrase=entry.get("phrase"),
        phrase_media=tuple(entry.get("phrase_media", ())),
        season=entry.get("season", "inherited"),
        infobox=tuple(entry.get("infobox", ())),
        infobox_of={key: tuple(media) for key, media in entry.get("infobox_of", {}).items()},
        triggers=tuple(_trigger(name, t) for t in entry.get("triggers", ())),
        examples=tuple(_example(e) for e in entry.get("examples", ())),
        counter_examples=tuple(_example(e) for e in entry.get("counter_examples", ())),
        framed=(*_framed(name, entry), *_in_passing(name)),
    )


def _framed(name: str, entry: dict[str, Any]) -> Iterator[Trigger]:
    """The wordings of `wordings.toml` that the entry has words for."""
    words = {
        "role": {"role": entry.get("roles", ())},
        "credit": {"credit": entry.get("credits", ())},
        "verb": {
            "verb": [form for verb in entry.get("verbs", ()) for form in inflected(verb)],
            "gerund": [inflected(verb)[-1] for verb in entry.get("verbs", ())],
            "participle": entry.get("participles", ()),
        },
    }
    for kind, classes in words.items():
        for frame in load_vocabulary("wordings")[kind]:
            needed = [c for c in classes if f"<{c}>" in frame["pattern"]]
            if all(classes[c] for c in needed):
                pattern = frame["pattern"]
                for c in needed:
                    pattern = pattern.replace(
                        f"<{c}>", f"[{'|'.join(classes[c])}]" if classes[c][1:] else classes[c][0]
                    )
                if "framed_values" in entry:
                    pattern = pattern.replace("{value}", f"{{value:{entry['framed_values']}}}")
                yield Trigger(name, pattern, media=tuple(entry.get("framed", ())), frame=frame["pattern"])


def _in_passing(name: str) -> Iterator[Trigger]:
    """The wordings of `passing.toml` that state the predicate of works of some kind."""
    passing = load_vocabulary("passing")
    for entry in passing["wordings"]:
        for kind, predicate in entry["makes"].items():
            if predicate == name:
                trigger = _trigger(name, entry)
                yield replace(trigger, media=trigger.media or tuple(passing["media"].get(kind, ())), kind=kind)


IRREGULAR = {"write": ("wrote", "written"), "co-write": ("co-wrote", "co-written"), "draw": ("drew", "drawn")}


def inflected(verb: str) -> tuple[str, ...]:
    """All forms of a verb: 'direct' -> direct, directs, directed, directing."""
    stem = verb.removesuffix("e")
    past = IRREGULAR.get(verb, (f"{stem}ed",))
    if verb == "pen":
        return ("pen", "pens", "penned", "penning")
    return (verb, f"{verb}s", *past, f"{stem}ing")


def _trigger(predicate: str, entry: str | dict[str, Any]) -> Trigger:
    if isinstance(entry, str):
        return Trigger(predicate, entry)
    return Trigger(
        predicate,
        entry["pattern"],
        media=tuple(entry.get("media", ())),
        needs=tuple(entry.get("needs", ())),
        unless=tuple(entry.get("unless", ())),
        kind=entry.get("kind"),
        stated=entry.get("stated", False),
        form=entry.get("form"),
        adapted=entry.get("adapted"),
        romanised=entry.get("romanised", False),
    )


def _example(entry: dict[str, Any]) -> Example:
    return Example(entry["text"], tuple(entry.get("facts", ())), entry.get("topic"), tuple(entry.get("section", ())))
