"""Files that are no text, from raw/ to the tables: as an analyst checks them."""

import shutil
from pathlib import Path

import pandas as pd

from pipeline.publish import check_snapshot, open_snapshot
from pipeline.run.settings import Settings
from pipeline.run.whole import run_pipeline

DATA = Path(__file__).parents[1] / "parse" / "data"


def test_a_pdf_and_a_word_document_become_facts(tmp_path: Path) -> None:
    raw, processed = tmp_path / "raw", tmp_path / "processed"
    raw.mkdir()
    for document in DATA.glob("lantern_keepers.*"):
        shutil.copy(document, raw)
    (raw / "copy.pdf").write_bytes((DATA / "lantern_keepers.pdf").read_bytes() + b"\n")  # other bytes, the same text
    (raw / "scan.pdf").write_bytes(b"%PDF-1.7\n")
    report = run_pipeline(Settings(raw, processed))
    assert report.published
    documents = pd.read_parquet(processed / "documents.parquet").set_index("doc_id")
    assert documents["status"].to_dict() == {
        "copy.pdf": "ok", "lantern_keepers.docx": "ok", "lantern_keepers.pdf": "rejected", "scan.pdf": "rejected",
    }  # fmt: skip
    assert documents.loc["lantern_keepers.pdf", "duplicate_of"] == "copy.pdf"
    assert documents["encoding"].isna().all()
    for name in ("mentions", "dates"):
        rows = pd.read_parquet(processed / f"{name}.parquet")
        assert set(rows.doc_id) == {"copy.pdf", "lantern_keepers.docx"}
        for row in rows.itertuples():
            assert documents.rendering[row.doc_id][row.start : row.end] == row.text
    facts = pd.read_parquet(processed / "facts.parquet")
    assert {("director", "Anna Lind"), ("composer", "Jonas Ek")} <= set(zip(facts.predicate, facts.value, strict=True))
    awards = pd.read_parquet(processed / "awards.parquet")
    assert "Northern Light Award" in set(awards.award)
    assert check_snapshot(open_snapshot(processed), raw) == []
    assert not run_pipeline(Settings(raw, processed)).published
    (raw / "copy.pdf").write_bytes(b"%PDF-1.7 other bytes")
    assert [problem.is_stale for problem in check_snapshot(open_snapshot(processed), raw)] == [True]
