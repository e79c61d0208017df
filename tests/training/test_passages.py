"""Annotated passages: every file of training/data parses, and malformed marks are refused with their line."""

from pathlib import Path

import pytest

from training.passages import LABELS, Passage, read_passages

DATA = Path(__file__).resolve().parents[2] / "training" / "data"


def test_every_passage_parses_and_ids_are_unique() -> None:
    seen = set[str]()
    for path in sorted(DATA.glob("*.txt")):
        for passage in read_passages(path):
            assert passage.id not in seen, f"{passage.id} stands twice ({path.name})"
            seen.add(passage.id)
            assert {label for _, _, label in passage.spans} <= LABELS
            assert not set("[]|") & set(passage.text)
            ends = [0, *(end for _, end, _ in passage.spans)]
            assert all(last <= start < end for last, (start, end, _) in zip(ends, passage.spans, strict=False))


def test_offsets_count_from_the_start_of_the_passage(tmp_path: Path) -> None:
    path = tmp_path / "few.txt"
    path.write_text(
        "\n## a1 | news | film\nTwo lines.\n[Ana|PERSON] in [Lima|GPE].\n\n## a2 | news | film\nNone.\n", "utf-8"
    )
    assert list(read_passages(path)) == [
        Passage("a1", "news", "film", "Two lines.\nAna in Lima.", ((11, 14, "PERSON"), (18, 22, "GPE"))),
        Passage("a2", "news", "film", "None.", ()),
    ]


MALFORMED = "[Ana];Ana|PERSON];[Ana|NOBODY];[Ana |PERSON];[[Ana|PERSON] X|ORG];a | b;[|PERSON];## a2 news".split(";")


@pytest.mark.parametrize("line", MALFORMED)
def test_malformed_marks_are_refused_with_their_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(f"## a1 | news | film\nFine.\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=r"bad\.txt:3: "):
        list(read_passages(path))
