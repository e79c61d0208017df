"""What a person has decided comes before every rule."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import ReviewUnreadable
from pipeline.publish import open_snapshot
from pipeline.records import Extraction, Mention, Metadata
from pipeline.resolve import Review, read_review, resolve_entities
from pipeline.resolve.review import Usage
from pipeline.run.settings import Settings
from pipeline.run.whole import run_pipeline

SAME = '[[same]]\nnames = ["Tilda Brook", "T. Riverside"]\nreason = "pen name"\n'
DIFFERENT = '[[different]]\nnames = ["Ann Marsh", "Marsh Ann"]\n'


def review(tmp_path: Path, text: str) -> Review:
    (tmp_path / "review.toml").write_text(text, encoding="utf-8")
    return read_review(tmp_path / "raw")


def entities(tmp_path: Path, text: str, **articles: str) -> dict[str, set[str]]:
    """Name -> aliases, of a run over the articles with this review."""
    raw = tmp_path / "raw"
    raw.mkdir(exist_ok=True)
    for name, words in articles.items():
        (raw / f"{name}.txt").write_text(words, encoding="utf-8")
    (tmp_path / "review.toml").write_text(text, encoding="utf-8")
    run_pipeline(Settings(raw, tmp_path / "processed"))
    rows = open_snapshot(tmp_path / "processed").table("entities").to_pylist()
    return {row["name"]: set(row["aliases"]) for row in rows if row["label"] == "PERSON"}


ONE = "The Glass Orchard is a novel written by Tilda Brook.\n"
TWO = "Night Ferry is a novel written by Toby Riverside.\n"


def test_no_file_no_decisions(tmp_path: Path) -> None:
    assert read_review(tmp_path / "raw") == Review()
    assert Review().fingerprint() == {}


def test_the_same(tmp_path: Path) -> None:
    text = '[[same]]\nnames = ["tilda  BROOK", "Toby Riverside"]\n'
    assert entities(tmp_path, "", one=ONE, two=TWO) == {"Tilda Brook": set(), "Toby Riverside": set()}
    joined = entities(tmp_path, text)
    assert [{name, *aliases} for name, aliases in joined.items()] == [{"Tilda Brook", "Toby Riverside"}]
    assert entities(tmp_path, "") == {"Tilda Brook": set(), "Toby Riverside": set()}, "taken back"


def test_different_beats_what_the_rules_think(tmp_path: Path) -> None:
    turned = "Night Ferry is a novel written by Brook Tilda.\n"
    assert entities(tmp_path, "", one=ONE, two=turned).popitem()[1], "one person in two orders"
    text = '[[different]]\nnames = ["Tilda Brook", "Brook Tilda"]\n'
    assert entities(tmp_path, text) == {"Tilda Brook": set(), "Brook Tilda": set()}


def test_a_decision_on_names_nobody_uses_does_nothing(tmp_path: Path) -> None:
    decided = review(tmp_path, SAME + DIFFERENT)
    assert resolve_entities({}, decided).entities == ()
    assert decided.same[0].reason == "pen name"
    assert decided.different[0].names == (Usage("Ann Marsh"), Usage("Marsh Ann"))


def met(**articles: str) -> dict[str, Extraction]:
    """Articles that mention these people; 'Orchard*' is a work."""
    return {
        f"{doc_id}.txt": Extraction("test", Metadata(), 999, 9, tuple(_mentions(names.split(", "))), (), (), ())
        for doc_id, names in articles.items()
    }


def _mentions(names: list[str]) -> Iterator[Mention]:
    for place, name in enumerate(names):
        label, text = ("WORK_OF_ART" if name.endswith("*") else "PERSON"), name.rstrip("*")
        yield Mention(100 * place, 100 * place + len(text), text, label, None, "test")


def who_is_who(decided: Review, **articles: str) -> list[str]:
    """Each entity as 'article: name' of its mentions."""
    extractions = met(**articles)
    found: dict[str, list[str]] = {}
    for doc_id, ids in resolve_entities(extractions, decided).mention_ids.items():
        for mention, entity_id in zip(extractions[doc_id].mentions, ids, strict=True):
            found.setdefault(entity_id, []).append(f"{doc_id[0]}: {mention.text}")
    return sorted(", ".join(sorted(each)) for each in found.values())


ELSEWHERE = '[[different]]\nnames = ["Ken Hale", {name = "Ken Hale", articles = ["b.txt"]}]\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["a: Ken Hale, b: Hale, b: Ken Hale, c: Ken Hale, d: Hale Ken"]),
        (ELSEWHERE, ["a: Ken Hale, c: Ken Hale, d: Hale Ken", "b: Hale, b: Ken Hale"]),
        (
            '[[different]]\nnames = [{name = "ken hale", articles = ["b.txt", "c.txt"]}, "Ken Hale"]\n',
            ["a: Ken Hale, d: Hale Ken", "b: Hale, b: Ken Hale, c: Ken Hale"],
        ),
        (
            '[[different]]\nnames = [{name = "Ken Hale", articles = ["b.txt"]}, '
            '{name = "Ken Hale", articles = ["c.txt"]}]',
            ["a: Ken Hale, d: Hale Ken", "b: Hale, b: Ken Hale", "c: Ken Hale"],
        ),
        (
            '[[different]]\nnames = ["Ken Hale", {name = "Ken Hale", articles = ["a.txt"]}]\n',
            ["a: Ken Hale", "b: Hale, b: Ken Hale, c: Ken Hale, d: Hale Ken"],
        ),
        (
            ELSEWHERE + '[[same]]\nnames = [{name = "Ken Hale", articles = ["c.txt"]}, '
            '{name = "Ken Hale", articles = ["b.txt"]}]\n',
            ["a: Ken Hale, d: Hale Ken", "b: Hale, b: Ken Hale, c: Ken Hale"],
        ),
        (
            '[[different]]\nnames = ["Ken Hale", {name = "Ken Hale", articles = ["no such.txt"]}]\n',
            ["a: Ken Hale, b: Hale, b: Ken Hale, c: Ken Hale, d: Hale Ken"],
        ),
    ],
    ids=[
        "nothing said",
        "one article",
        "two articles",
        "two of three",
        "the first article",
        "and the same",
        "no such article",
    ],
)
def test_people_of_one_name_are_told_apart_by_their_articles(tmp_path: Path, text: str, expected: list[str]) -> None:
    decided = review(tmp_path, text)
    assert who_is_who(decided, a="Ken Hale", b="Ken Hale, Hale", c="Ken Hale", d="Hale Ken") == expected


def test_works_and_single_names_are_told_apart_by_their_articles_too(tmp_path: Path) -> None:
    text = '[[different]]\nnames = ["Orchard", {name = "Orchard", articles = ["b.txt"]}]\n'
    assert who_is_who(review(tmp_path, text), a="Orchard*", b="Orchard*", c="Orchard*") == [
        "a: Orchard, c: Orchard",
        "b: Orchard",
    ]
    world = {"a": "The Long Orchard*, Mina", "b": "The Long Orchard*, Mina", "c": "The Long Orchard*, Mina"}
    text = '[[different]]\nnames = ["Mina", {name = "Mina", articles = ["b.txt"]}]\n'
    assert "a: Mina, b: Mina, c: Mina" in who_is_who(review(tmp_path, ""), **world)
    assert {"a: Mina, c: Mina", "b: Mina"} <= set(who_is_who(review(tmp_path, text), **world))
    first = review(tmp_path, text.replace("b.txt", "a.txt"))
    assert {"b: Mina, c: Mina", "a: Mina"} <= set(who_is_who(first, **world))


def test_claims_are_about_the_one_that_the_article_means(tmp_path: Path) -> None:
    """Through a whole run: what is said of each of two authors of one name."""
    (tmp_path / "raw").mkdir()
    for name, title in (("a", "The Glass Orchard"), ("b", "Night Ferry")):
        page = f"= {title} =\n\nInfobox\n- Author: Ken Hale\n\n{title} is a novel written by Ken Hale.\n"
        (tmp_path / "raw" / f"{name}.txt").write_text(page, encoding="utf-8")
    values = []
    for text in ("", ELSEWHERE):
        review(tmp_path, text)
        run_pipeline(Settings(tmp_path / "raw", tmp_path / "processed"))
        facts = open_snapshot(tmp_path / "processed").table("facts").to_pylist()
        values.append([row["value_id"] for row in facts if row["predicate"] == "author"])
    assert [len(values[0]), len(set(values[0])), len(set(values[1]))] == [2, 1, 2]
    assert set(values[0]) & set(values[1]), "one of them keeps the id"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("same = 3", "number 1 needs names"),
        ("[[same]\n", "is not TOML in UTF-8"),
        ("[[alike]]\nnames = []\n", "not 'alike'"),
        ("[[same]]\n", 'needs names = \\["one name"'),
        ('[[same]]\nnames = ["One"]\n', "two or more names"),
        ('[[different]]\nnames = ["Ōta", "OTA"]\n', "differ in more than case and accents"),
        ('[[same]]\nnames = ["A", ""]\n', "needs names"),
        ('[[different]]\nnames = ["A", {name = "A"}]\n', 'or { name = "one name", articles'),
        ('[[different]]\nnames = ["A", {name = "A", articles = []}]\n', "needs names"),
        ('[[different]]\nnames = ["A", {name = "A", articles = "a.txt"}]\n', "needs names"),
        ('[[different]]\nnames = ["A", {name = "A", articles = ["a"], in = 1}]\n', "needs names"),
        ('[[different]]\nnames = [{name = "A", articles = ["a", "b"]}]\n', "two or more names"),
        (
            '[[different]]\nnames = [{name = "A", articles = ["a", "b"]}, {name = "a", articles = ["b"]}]\n',
            "or in their articles",
        ),
        (
            '[[same]]\nnames = ["B", {name = "A", articles = ["a"]}]\n[[same]]\nnames = ["B", "A"]\n'
            '[[different]]\nnames = ["A", {name = "A", articles = ["a", "b"]}]\n',
            "both that 'A' and 'A' in a and b are the same",
        ),
        ('[[same]]\nnames = ["A", "B"]\nwhy = "x"\n', "nothing else"),
        ('[[same]]\nnames = ["A", "B"]\nreason = 3\n', "nothing else"),
        (
            '[[same]]\nnames = ["A", "B"]\n[[same]]\nnames = ["B", "C"]\n[[different]]\nnames = ["c", "a"]\n',
            "says both that 'c' and 'a'",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ReviewUnreadable, match=message) as found:
        review(tmp_path, text)
    assert "\n" not in str(found.value)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "review.toml").write_bytes(b"\xff\xfe[")
    with pytest.raises(ReviewUnreadable, match="is not TOML in UTF-8"):
        read_review(tmp_path / "raw")
