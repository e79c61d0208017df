"""The command that fuses a set of claims, on an invented set; the public sets, where they are there."""

import csv
import json
import sys
from pathlib import Path

import pytest

from benchmarks import fusion

FLOORS = {"birthplaces": 0.875, "heritages": 0.79, "book": 0.93, "crowd_dog": 0.84, "crowd_face": 0.65}


def write_set(folder: Path) -> None:
    folder.mkdir()
    (folder / "schema.json").write_text(json.dumps({"predicates": {"*": {"type": "number", "rel_tolerance": 0.01}}}))
    (folder / "claims.csv").write_text("source,subject,predicate,value\na,x,height,100\nb,x,height,100\nc,x,height,7\n")


def test_the_command_writes_one_line_per_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_set(tmp_path / "hills")
    monkeypatch.setattr(sys, "argv", ["fusion", str(tmp_path / "hills"), str(tmp_path / "out.csv")])
    assert fusion.main() == 0
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert (row["subject"], row["predicate"], row["value"]) == ("x", "height", "100")
    assert 0 < float(row["confidence"]) < 1


def test_without_the_sets_the_report_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["fusion", "--all", str(tmp_path)])
    assert fusion.main() == 2
    assert "not part of the repository" in capsys.readouterr().err


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_public_sets(shared_bench: Path, tmp_path: Path, name: str) -> None:
    bench = shared_bench / "fusion"
    if not (bench / name).is_dir():
        pytest.skip(f"no set {name} beside the checkout")
    scorer = fusion.load_scorer(bench)
    fusion.fuse_folder(bench / name, tmp_path / "out.csv")
    scored = scorer.score(str(bench / name), scorer.load_predictions(str(tmp_path / "out.csv")))
    voted = {(s, p): (v, c) for s, p, v, c in scorer.vote(str(bench / name))}
    assert scored["accuracy"] >= max(FLOORS[name], scorer.score(str(bench / name), voted)["accuracy"])
    assert scored["confidence"]["ece"] <= 0.13
