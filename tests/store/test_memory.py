"""What a run leaves for the next one: equal records, or none; never damage."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import WorkspaceError
from pipeline.store.memory import RunMemory


@dataclass(frozen=True, slots=True)
class Note:
    words: tuple[str, ...]
    weight: float | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Other:
    number: int


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
WEIGHTS = st.none() | st.floats(allow_nan=False)
NOTES = st.builds(Note, st.lists(TEXTS, max_size=3).map(tuple), WEIGHTS, st.none() | st.dates())


def memory(path: Path, fingerprint: str = "f") -> RunMemory[Note]:
    return RunMemory(path / "sub" / "memory", fingerprint, Note)


def saved(path: Path, **notes: Note) -> RunMemory[Note]:
    first = memory(path)
    for key, note in notes.items():
        first[key] = note
    first.save()
    return memory(path)


@given(note=NOTES)
def test_a_record_comes_back_equal(note: Note, tmp_path_factory: pytest.TempPathFactory) -> None:
    found = saved(tmp_path_factory.mktemp("memory"), a=note).get("a")
    assert repr(found) == repr(note)


def test_nothing_is_known_at_first(tmp_path: Path) -> None:
    assert memory(tmp_path).get("a") is None


def test_what_is_neither_asked_for_nor_put_in_is_forgotten(tmp_path: Path) -> None:
    second = saved(tmp_path, a=Note(("a",)), b=Note(("b",)))
    assert second.get("a") == Note(("a",))
    second["c"] = Note(("c",))
    second.save()
    third = memory(tmp_path)
    assert [third.get(key) is not None for key in "abc"] == [True, False, True]


def test_other_code_starts_from_nothing(tmp_path: Path) -> None:
    saved(tmp_path, a=Note(("a",)))
    assert memory(tmp_path, "g").get("a") is None
    assert RunMemory(tmp_path / "sub" / "memory", "f", Note, forgetful=True).get("a") is None


def test_records_of_another_type_are_not_taken_for_ours(tmp_path: Path) -> None:
    saved(tmp_path, a=Note(("a",)))
    assert RunMemory(tmp_path / "sub" / "memory", "f", Other).get("a") is None


@pytest.mark.parametrize("place", range(0, 60, 3))
def test_damage_counts_as_empty_and_is_made_good(tmp_path: Path, place: int) -> None:
    saved(tmp_path, a=Note(("some words",), 3.0))
    path = tmp_path / "sub" / "memory"
    content = bytearray(path.read_bytes())
    for damaged in (bytes(content[:place]), bytes([*content[:place], content[place] ^ 1, *content[place + 1 :]])):
        path.write_bytes(damaged)
        assert memory(tmp_path).get("a") is None
    assert saved(tmp_path, a=Note(())).get("a") == Note(())


def test_a_foreign_file_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "memory").write_bytes(b"SQLite format 3\x00")
    assert memory(tmp_path).get("a") is None


def test_a_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "sub" / "memory").mkdir(parents=True)
    with pytest.raises(WorkspaceError, match=r"cannot use .*memory: Is a directory; check free space"):
        memory(tmp_path)


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    second = saved(tmp_path, a=Note(("a",)))
    before = (tmp_path / "sub" / "memory").stat().st_mtime_ns
    second.get("a")
    second.save()
    assert (tmp_path / "sub" / "memory").stat().st_mtime_ns == before
