"""Resolving and reconciling at size: `python -m benchmarks.scale [--articles N] [--steps K]`.

Invented extractions, 32 mentions and 30 claims an article, eight articles a work, every tenth claim at odds with the
others. Sizes double up to N articles, each in a process of its own; prints seconds (of the processor: it is one
process) and peak memory against claims, as figures and as bars, and the ratio to what growth in proportion to the
smallest size would have cost.
"""

import argparse
import random
import time
from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.speed import in_own_process
from pipeline.reconcile import reconcile_claims
from pipeline.records import Extraction, Mention, Metadata, Name, Statement
from pipeline.resolve import resolve_entities
from pipeline.run.collector import without_collector

SYLLABLES = "ka ri to mo na shi ro ha ne su da vel mar lin tor es bran quo wex ol".split()
MAKERS = ("author", "illustrator", "director", "composer", "screenwriter", "producer", "studio", "publisher")
BAR = 40


def made_up(number: int) -> str:
    """A different word for every number."""
    word = SYLLABLES[number % len(SYLLABLES)]
    while number := number // len(SYLLABLES):
        word += SYLLABLES[number % len(SYLLABLES)]
    return word.capitalize()


def extractions(articles: int) -> Iterator[tuple[str, Extraction]]:
    works = max(1, articles // 8)
    for number in range(articles):
        rng = random.Random(number)
        work = number % works
        title = f"The {made_up(work)} Chronicle"
        people = [f"{made_up(work * 3 % 90_001)} {made_up(work * 8 + place)}" for place in range(len(MAKERS))]
        statements = [_maker(rng, title, place, people) for place in range(len(MAKERS))]
        statements += [_cast(title, work, place) for place in range(18)]
        statements += [_count(rng, title), *(_day(rng, title, work, p) for p in ("premiere", "finale", "release_date"))]
        names = [(title, "WORK_OF_ART")] * 6 + [(person, "PERSON") for person in people]
        names += [(s.value, "CHARACTER") for s in statements if s.predicate == "character"]
        mentions = tuple(Mention(60 * i, 60 * i + len(t), t, label, None, "made") for i, (t, label) in enumerate(names))
        published = date(2015, 1, 1) + timedelta(days=rng.randrange(3000))
        metadata = Metadata(published_on=published)
        yield (
            f"{number:07}.txt",
            Extraction("made", metadata, 2000, 30, mentions, (), (), tuple(statements)),
        )


def _maker(rng: random.Random, title: str, place: int, people: list[str]) -> Statement:
    value = people[place] if rng.random() < 0.9 else people[place - 1]
    label = "ORG" if MAKERS[place] in ("studio", "publisher") else "PERSON"
    return _statement(title, MAKERS[place], value, 500 + place, label)


def _cast(title: str, work: int, place: int) -> Statement:
    return _statement(title, "character", f"{made_up(work * 18 + place)} {made_up(place)}", 1000 + place, "CHARACTER")


def _count(rng: random.Random, title: str) -> Statement:
    number = rng.randint(2, 30)
    return Statement(Name(title, "WORK_OF_ART"), "volumes", str(number), 1900, 1902, "made", value_number=float(number))


def _day(rng: random.Random, title: str, work: int, predicate: str) -> Statement:
    day = date(2000, 1, 1) + timedelta(days=work % 9000 + (rng.random() < 0.1))
    place = 1800 + len(predicate)
    subject = Name(title, "WORK_OF_ART")
    return Statement(
        subject, predicate, day.isoformat(), place, place + 10, "made", value_earliest=day, value_latest=day
    )


def _statement(title: str, predicate: str, value: str, start: int, label: str) -> Statement:
    subject = Name(title, "WORK_OF_ART")
    return Statement(subject, predicate, value, start, start + len(value), "made", value_label=label)


@without_collector()
def decide(articles: int) -> None:
    """What a run does once all articles are read, up to the tables."""
    resolution = resolve_entities(dict(extractions(articles)))
    reconcile_claims(resolution.claims, resolution.entities)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=16_000, help="the largest size")
    parser.add_argument("--steps", type=int, default=4, help="sizes, each half of the next")
    args = parser.parse_args()
    sizes = [args.articles >> step for step in reversed(range(args.steps))]
    measured = []
    for size in sizes:
        claims = sum(len(extraction.statements) for _, extraction in extractions(64)) / 64 * size
        measured.append((claims, *in_own_process(decide, size, clock=time.process_time)))
        print(f"{measured[-1][0]:>12,.0f} claims {measured[-1][1]:8.1f} s {measured[-1][2]:8.0f} MiB", flush=True)
    _plot("seconds", [(claims, seconds) for claims, seconds, _ in measured])
    _plot("MiB", [(claims, mib) for claims, _, mib in measured])


def _plot(unit: str, points: list[tuple[float, float]]) -> None:
    first, top = points[0], max(value for _, value in points)
    print(f"\n{unit} against claims; x: of growth in proportion")
    for claims, value in points:
        ratio = value / (first[1] * claims / first[0])
        print(f"{claims:>12,.0f} {'█' * round(BAR * value / top):<{BAR}} {value:,.1f} ({ratio:.2f} x)")


if __name__ == "__main__":
    main()
