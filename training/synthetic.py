# ruff: noqa: E501  (word lists)
"""Synthetic training passages: the templates of `templates.txt` filled with the invented names of `names.py`."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

from training import names

TEMPLATES = Path(__file__).with_name("templates.txt")
LABELS = {
    "P": "PERSON",
    "p": "PERSON",
    "C": "CHARACTER",
    "c": "CHARACTER",
    "W": "WORK_OF_ART",
    "S": "WORK_OF_ART",
    "O": "ORG",
    "B": "ORG",
    "I": "ORG",
    "M": "ORG",
    "A": "AWARD",
    "E": "EVENT",
    "G": "GPE",
    "L": "LOC",
    "F": "FAC",
    "U": "ORG",
    "N": "ORG",
    "T": "ORG",
}
MONTHS = "January February March April May June July August September October November December".split()
WORDS = {
    "nat": "Japanese American British Korean French Indian German Italian Chinese Canadian Australian Spanish Mexican Swedish".split(),
    "g": ["romantic comedy", "science fiction", "drama", "fantasy", "horror", "mystery", "thriller", "slice of life", "action", "historical", "isekai"],
    "role": ["actor", "actress", "singer", "director", "manga artist", "writer", "novelist", "composer", "voice actress", "illustrator", "student", "detective"],
    "cat": ["Best Picture", "Best Director", "Anime of the Year", "Game of the Year", "Best Supporting Actress", "Best Original Score", "Album of the Year", "Best New Artist",
            "Best Male Character", "Best Romance", "Best Score and Music", "Best Animated Feature", "New Creator Prize", "Best Voice Actor", "Director of the Year", "Best Couple Award",
            "Song of the Year", "Best Performance", "Popularity Award", "Best Art Direction", "Top Excellence Award, Actor", "Best Comedy Anime", "Best Film", "Audience Award"],
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "month": MONTHS,
}  # fmt: skip
ORDINALS = ["first", "second", "third", "18th", "11th", "3rd", "42nd", "69th", "1st", "10th", "27th", "55th"]
SLOT = re.compile(r"\{([A-Za-z]+)(\d*)\}")
CHOICE = re.compile(r"\[([^\[\]]*)\]")


def passages(rng: Random, count: int) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """`count` passages of one to four templates each, with their entities."""
    sections = _sections()
    weights = [len(lines) for lines in sections.values()]
    for _ in range(count):
        lines = rng.choices(list(sections.values()), weights)[0]
        yield _join([_fill(rng, rng.choice(lines)) for _ in range(rng.choice([1, 1, 1, 2, 2, 3, 4]))], rng)


def _sections() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for line in TEMPLATES.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            sections[line[3:]] = []
        elif line and not line.startswith("#"):
            sections[list(sections)[-1]].append(line)
    return sections


def _name(rng: Random, kind: str) -> tuple[str, str]:
    """(full, short) name for a slot."""
    pairs = {"P": names.person, "C": names.character}
    if kind in pairs:
        return pairs[kind](rng)
    whole = {"W": names.title, "S": names.song, "O": names.company, "B": names.band, "I": names.imprint, "M": names.magazine, "A": names.award,
             "E": names.event, "G": names.place, "F": names.facility, "U": names.school}  # fmt: skip
    if kind in whole:
        text = whole[kind](rng)
    else:
        text = rng.choice({"L": names.REGIONS, "N": names.NETWORKS, "T": names.STREAMING}[kind]).replace("_", " ")
    return text, text


def _plain(rng: Random, kind: str) -> str:
    year = str(rng.randint(1955, 2027))
    month, day = rng.choice(MONTHS), rng.randint(1, 28)
    if kind == "d":
        return rng.choice(
            [f"{month} {day}, {year}", f"{day} {month} {year}", f"{month} {year}", f"{month} {day}", year]
        )
    if kind in ("y", "n"):
        return year if kind == "y" else str(rng.choice([1, 2, 2, 3, 4, 5, 6, 8, 12, 24]))
    return rng.choice(ORDINALS if kind == "ord" else WORDS[kind])


def _fill(rng: Random, template: str) -> tuple[str, list[tuple[int, int, str]]]:
    while CHOICE.search(template):
        template = CHOICE.sub(lambda m: rng.choice(m[1].split("|")), template, count=1)
    known: dict[str, tuple[str, str]] = {}
    text, spans, at = "", [], 0
    for slot in SLOT.finditer(template):
        text += template[at : slot.start()]
        at = slot.end()
        kind = slot[1]
        if kind not in LABELS:
            text += _plain(rng, kind)
            continue
        key = kind.upper() + slot[2]
        if key not in known:
            known[key] = _name(rng, kind.upper())
        name = known[key][kind.islower()]
        if name.startswith("the_"):
            text, name = text + "the ", name[4:]
        spans.append((len(text), len(text) + len(name), LABELS[kind]))
        text += name
    return _quoted(rng, re.sub(r"^(\s*)", "", text + template[at:])), spans


def _quoted(rng: Random, text: str) -> str:
    """Quotes and apostrophes in another shape of the same length, sometimes."""
    style = rng.random()
    if style < 0.3:
        text = text.replace("'", "’")
    if style < 0.2:
        marks = iter("“”" * text.count('"'))
        text = re.sub('"', lambda _: next(marks), text)
    return text


def _join(parts: list[tuple[str, list[tuple[int, int, str]]]], rng: Random) -> tuple[str, list[tuple[int, int, str]]]:
    text, spans = "", []
    for part, found in parts:
        if text:
            text += rng.choice([" ", " ", " ", "\n"])
        spans += [(a + len(text), b + len(text), label) for a, b, label in found]
        text += part
    return text, spans
