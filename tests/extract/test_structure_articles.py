"""What boxes, lists, tables and credits of short invented articles state: how much is found, how much is right.

`structure/development.txt` helped to write the rules; `structure/held_back.txt` is only ever scored.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.extract import extract_claims, load_language
from pipeline.parse import parse_article
from pipeline.records import Article, Statement
from pipeline.values.folding import fold

FOLDER = Path(__file__).with_name("structure")
ARTICLE = re.compile(r"^#### ", re.MULTILINE)
Row = tuple[str, ...]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_language()


def _articles(name: str) -> Iterator[tuple[str, str, list[Row]]]:
    """Name, text and expected rows: subject, predicate, value, form and season, character, theme."""
    for part in ARTICLE.split((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))[1:]:
        title, _, body = part.partition("\n")
        text, _, facts = body.partition("\n----\n")
        yield title, text + "\n", [_expected(line) for line in facts.splitlines() if line.strip()]


def _expected(line: str) -> Row:
    subject, form, predicate, value, *rest = [cell.strip() for cell in line.split(" | ")]
    said = dict(pair.strip().split("=") for pair in rest[0].split(";")) if rest else {}
    return (
        fold(subject),
        predicate,
        fold(value),
        form.strip("-"),
        *(fold(said.get(q, "")) for q in ("character", "theme")),
    )


def _found(s: Statement) -> Row:
    form = " ".join([s.medium or "", *([str(s.season)] if s.season else [])]).strip()
    qualifiers = (fold(s.qualifiers.character or ""), fold(s.qualifiers.theme or ""))
    return (fold(s.subject.text), s.predicate, fold(s.value), form, *qualifiers)


def _score(name: str, nlp: Language, length: int) -> tuple[float, float]:
    """Precision and recall; of each row its first `length` cells count."""
    right = found = asked = 0
    for title, text, expected in _articles(name):
        article = parse_article(Article(title, text, "", "utf-8"))
        (extraction,) = extract_claims([article], nlp)
        left = [row[:length] for row in expected]
        asked, found = asked + len(left), found + len(extraction.statements)
        for statement in extraction.statements:
            if (row := _found(statement)[:length]) in left:
                left.remove(row)
                right += 1
    return right / found, right / asked


@pytest.mark.parametrize(
    ("name", "length", "precision", "recall"),
    [
        ("development", 3, 0.0, 0.0),
        ("development", 6, 0.0, 0.0),
        ("held_back", 3, 0.0, 0.0),
        ("held_back", 6, 0.0, 0.0),
    ],
)
def test_structure_is_read_as_well_as_measured(
    name: str, length: int, precision: float, recall: float, nlp: Language
) -> None:
    measured = _score(name, nlp, length)
    assert measured[0] >= precision
    assert measured[1] >= recall
