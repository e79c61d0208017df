"""Names looked up in published tables, and what is known about their entity."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from published_sample import FINGERPRINTS, LINE

from pipeline.errors import UnknownName
from pipeline.publish import Content, Snapshot, publish_tables
from pipeline.publish.catalog import describe, find_entities
from pipeline.records import Entity, NameVariant


@pytest.fixture
def raw(tmp_path: Path, texts: dict[str, str]) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for doc_id, text in texts.items():
        (folder / doc_id).write_bytes(text.encode())
    return folder


@pytest.fixture
def snapshot(tmp_path: Path, content: Content, texts: dict[str, str]) -> Snapshot:
    documents = [
        replace(row, sha256=hashlib.sha256(texts[row.doc_id].encode()).hexdigest()) if row.doc_id in texts else row
        for row in content.documents
    ]
    entities = [
        *content.entities,
        entity("ent-2", "Vane", 9, "Ada V."),
        entity("ent-3", "Café Ōta", 2),
        entity("ent-4", "Ada", 3, "Vane"),
        entity("ent-5", "Twin", 1),
        entity("ent-6", "Twin", 5),
    ]
    whole = replace(content, documents=documents, entities=entities)
    return publish_tables(whole, tmp_path / "processed", fingerprints=FINGERPRINTS).snapshot


def entity(entity_id: str, name: str, mentions: int, *aliases: str) -> Entity:
    variants = tuple(NameVariant(alias, ("000.txt",), 1, "alias", "test") for alias in aliases)
    return Entity(entity_id, name, "PERSON", variants, mentions, 1)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Vane", ["ent-2"]),  # a name hides another entity's alias
        ("Ada V.", ["ent-2"]),
        ("ada  v", ["ent-2"]),
        ("CAFE OTA", ["ent-3"]),
        ("ent-4", ["ent-4"]),
        ("Twin", ["ent-6", "ent-5"]),  # the most mentioned first
    ],
)
def test_find_entities(snapshot: Snapshot, name: str, expected: list[str]) -> None:
    assert [each.entity_id for each in find_entities(snapshot, name)] == expected


def test_an_unknown_name_comes_with_near_ones(snapshot: Snapshot) -> None:
    with pytest.raises(UnknownName, match=r"^nothing called 'Kafe Otta' in the tables; near names: Café Ōta"):
        find_entities(snapshot, "Kafe Otta")
    with pytest.raises(UnknownName, match=r"^nothing called 'Xyzzy' in the tables$"):
        find_entities(snapshot, "Xyzzy")


def test_describe_quotes_the_articles(snapshot: Snapshot, raw: Path) -> None:
    (known,) = find_entities(snapshot, "ent-1")
    dossier = describe(snapshot, known, raw)
    (fact,) = dossier.facts
    assert (fact.row["predicate"], fact.row["value"], fact.qualifiers) == ("volumes", "8", {})
    (evidence,) = fact.evidence
    assert evidence.quote is not None
    assert evidence.quote.before + evidence.quote.words + evidence.quote.after == LINE.strip()
    assert evidence.title == "run 1"
    (award,) = dossier.awards
    assert [each.doc_id for each in award.evidence] == ["000.txt", "001.txt"]


def test_an_article_that_changed_is_not_quoted(snapshot: Snapshot, raw: Path) -> None:
    (raw / "000.txt").write_text("something else entirely, and long enough for every offset " * 3)
    (known,) = find_entities(snapshot, "ent-1")
    dossier = describe(snapshot, known, raw)
    quotes = {each.doc_id: each.quote for award in dossier.awards for each in award.evidence}
    assert quotes["000.txt"] is None
    assert quotes["001.txt"] is not None
