"""What a person has decided comes before every rule."""

from pathlib import Path

import pytest

from pipeline.errors import ReviewUnreadable
from pipeline.resolve import Review, read_review, resolve_entities
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
    from pipeline.publish import open_snapshot

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
    assert decided.different[0].names == ("Ann Marsh", "Marsh Ann")


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
