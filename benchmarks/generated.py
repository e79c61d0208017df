"""Invented articles in the two text layouts, for speed and memory: same seed, same articles."""

import random
from pathlib import Path

SYLLABLES = "ka ri to mo na shi ro ha ne su da vel mar lin tor es bran quo wex ol".split()
MONTHS = "January February March April May June July August September October November December".split()
ROLES = ("written by", "illustrated by", "directed by", "composed by", "produced by", "designed by")
PRIZES = ("Best Picture", "Best Score", "Story of the Year", "Best Supporting Voice", "Best Debut")


def _name(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 3))).capitalize()


def _person(rng: random.Random) -> str:
    return f"{_name(rng)} {_name(rng)}"


def _title(rng: random.Random) -> str:
    return f"The {_name(rng)} of {_name(rng)}"


def _date(rng: random.Random) -> str:
    return f"{rng.choice(MONTHS)} {rng.randint(1, 28)}, {rng.randint(1990, 2025)}"


def _sentence(rng: random.Random, title: str) -> str:
    return rng.choice(
        (
            f"{title} is {rng.choice(ROLES)} {_person(rng)} and was first published on {_date(rng)}.",
            f"A second season was announced on {_date(rng)} by {_name(rng)} Pictures.",
            f"The cast includes {_person(rng)} as {_person(rng)} and {_person(rng)} as {_person(rng)}.",
            f"Critics compared it with {_title(rng)}, which {_person(rng)} made in {rng.randint(1950, 2020)}.",
            f"As of {_date(rng)}, {rng.randint(2, 30)} volumes have been released by {_name(rng)} Books.",
        )
    )


def _paragraph(rng: random.Random, title: str) -> str:
    return " ".join(_sentence(rng, title) for _ in range(rng.randint(3, 7)))


def encyclopedia_dump(rng: random.Random) -> str:
    """An article of some 6,000 characters with an infobox, sections and a flattened awards table."""
    title = _title(rng)
    sections = (
        f"== {head} ==\n{_paragraph(rng, title)}\n\n{_paragraph(rng, title)}\n" for head in ("Plot", "Manga", "Anime")
    )
    rows = "\n".join(f"| {rng.choice(PRIZES)} | {_person(rng)} | Won |" for _ in range(6))
    return (
        f"= {title} =\n\nInfobox\n- Genre: Drama\n- Author: {_person(rng)}\n\n{_paragraph(rng, title)}\n\n"
        + "\n".join(sections)
        + "\n== Accolades ==\n| Year | Award | Category | Recipient | Result |\n"
        f"| {rng.randint(2000, 2025)} | {_name(rng)} Awards | {rng.choice(PRIZES)} | {_person(rng)} | Won |\n{rows}\n"
    )


def news_story(rng: random.Random) -> str:
    """A news text of some 3,000 characters with a leading date."""
    title = _title(rng)
    day = f"{rng.randint(2015, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    paragraphs = "\n\n".join(_paragraph(rng, title) for _ in range(5))
    return f" date {day} {paragraphs}\n\nAlso read: {_title(rng)}\n"


def write_articles(folder: Path, count: int, *, seed: int = 7) -> list[Path]:
    """`count` articles as files below `folder`, half of each layout; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        rng = random.Random(seed * 1_000_003 + number)
        write = encyclopedia_dump if number % 2 else news_story
        path = folder / f"{number:06}.txt"
        path.write_text(write(rng), encoding="utf-8")
        paths.append(path)
    return paths
