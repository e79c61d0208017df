"""Whole runs without Prefect: what is counted, what is kept, what the bytes depend on."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from pipeline.errors import ArticlefactsError, WorkspaceError
from pipeline.run.settings import Settings
from pipeline.run.whole import run_pipeline

ARTICLE = (
    "= The Glass Orchard =\n\nThe Glass Orchard is a novel written by Mira Holt. It began publication in March 2018.\n"
)


def tables(processed: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(processed.glob("*.parquet"))}


@pytest.fixture
def workspace(tmp_path: Path) -> Settings:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "orchard.txt").write_text(ARTICLE, encoding="utf-8")
    return Settings(raw, tmp_path / "processed")


def test_every_file_is_counted_once(workspace: Settings) -> None:
    (workspace.raw / "copy.txt").write_text(ARTICLE, encoding="utf-16")
    (workspace.raw / "empty.txt").write_bytes(b"")
    (workspace.raw / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (workspace.raw / "out.txt").symlink_to("/etc/hostname")
    os.mkfifo(workspace.raw / "pipe.txt")
    report = run_pipeline(workspace)
    assert (report.read, report.unchanged) == (1, 0)
    assert [r.doc_id for r in report.duplicates] == ["orchard.txt"]  # copy.txt comes first
    assert [r.doc_id for r in report.rejected] == ["empty.txt", "out.txt", "picture.txt", "pipe.txt"]
    documents = pd.read_parquet(workspace.processed / "documents.parquet").set_index("doc_id")
    assert documents.loc["copy.txt", "status"] == "ok"
    assert documents.loc["orchard.txt", "duplicate_of"] == "copy.txt"
    assert documents.loc[[r.doc_id for r in report.rejected], "reason"].str.len().min() > 5


def test_an_unreadable_article_does_not_take_others_with_it(
    workspace: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An extractor that fails on one article rejects that article with a reason."""
    import pipeline.extract as extract

    find_dates = extract.find_dates

    def fails(reading: object) -> object:
        if "Jinx" in reading.parsed.text:  # type: ignore[attr-defined]
            raise RuntimeError("boom")
        return find_dates(reading)  # type: ignore[arg-type]

    monkeypatch.setattr(extract, "find_dates", fails)
    (workspace.raw / "jinx.txt").write_text("Jinx is a novel.", encoding="utf-8")
    report = run_pipeline(workspace)
    assert report.read == 1
    assert [(r.doc_id, "boom" in r.reason) for r in report.rejected] == [("jinx.txt", True)]


def test_a_program_that_fails_on_everything_publishes_nothing(
    workspace: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pipeline.extract as extract

    run_pipeline(workspace)
    before = tables(workspace.processed)
    monkeypatch.setattr(extract, "find_dates", lambda _reading: 1 / 0)
    with pytest.raises(ArticlefactsError, match="nothing was published"):
        run_pipeline(replace(workspace, force=True))
    assert tables(workspace.processed) == before


def test_nothing_new_publishes_nothing(workspace: Settings) -> None:
    first = run_pipeline(workspace)
    again = run_pipeline(workspace)
    assert first.published
    assert not again.published
    assert (again.read, again.unchanged, again.snapshot) == (0, 1, first.snapshot)
    assert len(list((workspace.processed / "snapshots").iterdir())) == 1


def test_force_reads_again_and_publishes_only_what_differs(workspace: Settings) -> None:
    run_pipeline(workspace)
    forced = run_pipeline(Settings(workspace.raw, workspace.processed, force=True))
    assert (forced.read, forced.published) == (1, False)


def test_a_lost_table_is_published_again(workspace: Settings) -> None:
    run_pipeline(workspace)
    before = tables(workspace.processed)
    (workspace.processed / "facts.parquet").resolve().unlink()
    assert run_pipeline(workspace).published
    assert tables(workspace.processed) == before


def test_changes_are_told(workspace: Settings) -> None:
    run_pipeline(workspace)
    (workspace.raw / "orchard.txt").write_text(ARTICLE.replace("March", "May"), encoding="utf-8")
    report = run_pipeline(workspace)
    assert report.read == 1
    assert any((change.before, change.after) == ("2018-03", "2018-05") for change in report.changes.changed)


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="--raw"):
        run_pipeline(Settings(tmp_path / "nowhere", tmp_path / "processed"))


def test_settings_that_make_no_sense(tmp_path: Path) -> None:
    with pytest.raises(ArticlefactsError, match="workers"):
        Settings(tmp_path, tmp_path, workers=0)


ANOTHER_WORLD = {"PYTHONHASHSEED": "77", "TZ": "Pacific/Apia", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"}
RUN = """
import sys
from dataclasses import replace
from pathlib import Path
from pipeline.run.settings import Settings
from pipeline.run.whole import run_pipeline
if __name__ == "__main__":
    run_pipeline(Settings(Path(sys.argv[1]), Path(sys.argv[2]), workers=2))
"""


def test_same_bytes_in_another_process_with_other_workers_hash_seed_locale_and_time_zone(
    raw_dir: Path, tmp_path: Path
) -> None:
    run_pipeline(Settings(raw_dir, tmp_path / "here"))
    script = tmp_path / "run.py"
    script.write_text(RUN)
    command = [sys.executable, str(script), str(raw_dir), str(tmp_path / "there")]
    subprocess.run(command, check=True, env={**os.environ, **ANOTHER_WORLD}, timeout=120)
    assert tables(tmp_path / "here") == tables(tmp_path / "there")
    assert len(tables(tmp_path / "here")) == 8


def test_spans_of_the_three_articles_are_their_words(raw_dir: Path, tmp_path: Path) -> None:
    """As an analyst would check it: with pandas and the encoding column, without this package."""
    run_pipeline(Settings(raw_dir, tmp_path))
    documents = pd.read_parquet(tmp_path / "documents.parquet").set_index("doc_id")
    texts = {d: (raw_dir / d).read_bytes().decode(row.encoding) for d, row in documents.iterrows()}
    checked = 0
    for name in ("mentions", "dates"):
        for row in pd.read_parquet(tmp_path / f"{name}.parquet").itertuples():
            assert texts[row.doc_id][row.start : row.end] == row.text
            checked += 1
    assert checked > 100
