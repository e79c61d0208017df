"""Learns what speaks for a topic from annotated articles: `python -m training.fit_topics RAW GOLD [RAW GOLD ...]`.

The topic of an article is what the most of its annotated claims are about; an article where that is no clear part of
them is about none. Articles whose title alone tells it are left out. The weights are those of a conditional logit,
fitted by gradient descent with an L2 penalty, and go to `pipeline/extract/model/topics/weights.json`.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy
from spacy.language import Language

from pipeline.extract import load_language
from pipeline.extract.dates import find_dates
from pipeline.extract.mentions import find_mentions
from pipeline.extract.reading import Findings, Reading
from pipeline.extract.topics import told_by_title
from pipeline.extract.topics.choosing import WEIGHTS
from pipeline.extract.topics.signs import Signs, candidates
from pipeline.parse import parse_article
from pipeline.records import Article
from training.relation_examples import Annotation

CLEAR = 0.3  # the least part of the claims that is about the topic
PENALTY, STEPS, RATE = 0.3, 3000, 0.03


@dataclass(frozen=True)
class Choice:
    """The signs of all candidates and, last, of none; and which of them are right."""

    signs: list[Signs]
    right: list[bool]

    def table(self, names: Sequence[str]) -> numpy.ndarray:
        """One row per candidate, one column per sign."""
        return numpy.array([[of.get(sign, 0.0) for sign in names] for of in self.signs])


def choices(raw: Path, gold: Path, nlp: Language) -> Iterator[Choice]:
    """The choices that the articles of a folder are."""
    for path in sorted(gold.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        annotation = Annotation(content)
        text = (raw / content["doc"]).read_bytes().decode("utf-8")
        parsed = parse_article(Article(content["doc"], text, "", "utf-8"))
        reading = Reading(parsed, tuple(nlp.pipe(passage.text for passage in parsed.passages)))
        mentions = find_mentions(reading, Findings(dates=find_dates(reading)))
        if told_by_title(parsed, mentions) is not None:
            continue
        named, none = candidates(parsed, mentions)
        topic, part = _topic(annotation)
        right = [part >= CLEAR and annotation.key_of(c.name) == topic for c in named]
        yield Choice([*(c.signs for c in named), none], [*right, part < CLEAR])


def _topic(annotation: Annotation) -> tuple[str, float]:
    """What the most claims are about, and what part of them is."""
    about = Counter(claim.subject for claim, _ in annotation.claims)
    topic, count = about.most_common(1)[0] if about else ("", 0)
    return topic, count / max(1, about.total())


def fit(data: Sequence[Choice], names: Sequence[str]) -> numpy.ndarray:
    """The weights of the signs: Adam on the log-likelihood of any right candidate."""
    tables = [(choice.table(names), numpy.array(choice.right, dtype=float)) for choice in data if any(choice.right)]
    weights, mean, square = (numpy.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = 2 * PENALTY * weights
        for signs, right in tables:
            chances = _softmax(signs @ weights)
            slope = slope + signs.T @ (chances - chances * right / (chances @ right))
        slope /= len(tables)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (numpy.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def _softmax(scores: numpy.ndarray) -> numpy.ndarray:
    chances: numpy.ndarray = numpy.exp(scores - scores.max())
    return chances / chances.sum()


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folders", type=Path, nargs="+", help="RAW GOLD, in pairs")
    ap.add_argument("--test", type=Path, nargs=2, action="append", default=[], metavar=("RAW", "GOLD"))
    args = ap.parse_args()
    nlp = load_language()
    learned = {
        raw: list(choices(raw, gold, nlp)) for raw, gold in zip(args.folders[::2], args.folders[1::2], strict=True)
    }
    data = [choice for folder in learned.values() for choice in folder]
    names = sorted({sign for choice in data for signs in choice.signs for sign in signs})
    weights = fit(data, names)
    for raw, tried in (*learned.items(), *((raw, list(choices(raw, gold, nlp))) for raw, gold in args.test)):
        hits = sum(choice.right[int((choice.table(names) @ weights).argmax())] for choice in tried)
        print(f"{raw}: {hits} of {len(tried)}")
    found = {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}
    WEIGHTS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
