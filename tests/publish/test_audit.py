"""`check_snapshot` finds damage, and tells it from articles that have changed since."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest
from published_sample import FINGERPRINTS, sample_content, sample_texts

from pipeline.publish import Content, check_snapshot, open_snapshot, publish_tables
from pipeline.publish.spans import RawTexts
from pipeline.publish.tables import build_tables


def write_raw(raw: Path, encoding: str) -> Content:
    """Two articles on disk, and the content that a run makes from them."""
    raw.mkdir()
    texts = {doc_id: f"{text} é\r\n" for doc_id, text in sample_texts().items()}
    content = sample_content()
    rows = []
    for row in content.documents:
        if row.status == "ok":
            encoded = texts[row.doc_id].encode(encoding)
            (raw / row.doc_id).write_bytes(encoded)
            n_chars, sha256 = len(texts[row.doc_id]), hashlib.sha256(encoded).hexdigest()
            rows.append(replace(row, sha256=sha256, encoding=encoding, n_chars=n_chars))
        else:
            rows.append(row)
    return replace(content, documents=rows)


@pytest.fixture(params=["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def workspace(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    content = write_raw(tmp_path / "raw", request.param)
    publish_tables(content, tmp_path / "processed", fingerprints=FINGERPRINTS)
    return tmp_path


def problems(workspace: Path) -> list[str]:
    return [str(each) for each in check_snapshot(open_snapshot(workspace / "processed"), workspace / "raw")]


def test_a_sound_workspace_in_any_encoding(workspace: Path) -> None:
    assert problems(workspace) == []
    assert check_snapshot(open_snapshot(workspace / "processed")) == []


@pytest.mark.parametrize("workspace", ["utf-8"], indirect=True)
class TestChanges:
    def test_changed_and_deleted_articles_are_stale(self, workspace: Path) -> None:
        (workspace / "raw" / "000.txt").write_text("Something else")
        (workspace / "raw" / "001.txt").unlink()
        found = check_snapshot(open_snapshot(workspace / "processed"), workspace / "raw")
        assert [str(each) for each in found] == ["documents: changed or gone since the last run: '000.txt', '001.txt'"]
        assert all(each.is_stale for each in found)

    def test_a_pipe_in_place_of_an_article_does_not_block(self, workspace: Path) -> None:
        (workspace / "raw" / "000.txt").unlink()
        os.mkfifo(workspace / "raw" / "000.txt")
        assert problems(workspace) == ["documents: changed or gone since the last run: '000.txt'"]

    def test_a_file_that_cannot_be_read(self, workspace: Path) -> None:
        path = workspace / "processed" / "current" / "facts.parquet"
        path.write_bytes(path.read_bytes()[:-5])
        (problem,) = problems(workspace)
        assert problem.startswith("facts: the file cannot be read: ")

    def test_a_file_of_another_run(self, workspace: Path) -> None:
        publish_tables(sample_content(2), workspace / "other", fingerprints=FINGERPRINTS)
        other = workspace / "other" / "current" / "facts.parquet"
        (workspace / "processed" / "current" / "facts.parquet").write_bytes(other.read_bytes())
        assert problems(workspace) == ["manifest: a file is not the one that the run wrote: run again"]

    def test_tables_of_a_later_schema(self, workspace: Path) -> None:
        snapshot = open_snapshot(workspace / "processed")
        later = replace(snapshot, manifest=replace(snapshot.manifest, schema_version="9.0"))
        (problem,) = check_snapshot(later)
        assert "follow schema 9.0" in str(problem)


def test_texts_are_given_for_published_documents_only(tmp_path: Path) -> None:
    content = write_raw(tmp_path / "raw", "utf-8")
    (tmp_path / "raw" / "new.txt").write_text("new")
    texts = RawTexts(tmp_path / "raw", build_tables(content)["documents"])
    assert texts("000.txt") is not None
    assert texts("000.txt").endswith("é\r\n")
    assert texts("new.txt") is None
    assert texts("pipe") is None
