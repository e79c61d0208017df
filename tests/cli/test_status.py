"""What is new, changed, renamed, removed."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.cli.status import compare, status_command, verdict
from pipeline.publish import Manifest
from pipeline.run.settings import Settings
from pipeline.run.whole import run_pipeline


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ({}, {}, ((), (), (), (), ())),
        ({}, {"a": "1"}, (("a",), (), (), (), ())),
        ({"a": "1"}, {"a": "2"}, ((), ("a",), (), (), ())),
        ({"a": "1"}, {"b": "1"}, ((), (), (("a", "b"),), (), ())),
        ({"a": "1"}, {}, ((), (), (), ("a",), ())),
        ({"a": "1"}, {"a": "1"}, ((), (), (), (), ("a",))),
        ({"a": "1"}, {"a": "1", "b": "1"}, (("b",), (), (), (), ("a",))),  # a copy is new, not renamed
        ({"a": "1", "b": "1"}, {"c": "1"}, ((), (), (("a", "c"),), ("b",), ())),
        ({"a": None}, {"b": None}, (("b",), (), (), ("a",), ())),  # unread files have no content to compare
        ({"a": "1", "b": "2"}, {"a": "2", "b": "1"}, ((), ("a", "b"), (), (), ())),
    ],
)
def test_compare(before: Mapping[str, str | None], now: Mapping[str, str | None], expected: tuple[object, ...]) -> None:
    found = compare(before, now)
    assert (found.new, found.changed, found.renamed, found.removed, found.unchanged) == expected


@pytest.mark.parametrize(
    ("fingerprints", "contents", "expected"),
    [
        ({"extraction": "e", "whole": "w"}, {"a": "1"}, "The tables are up to date."),
        ({"extraction": "e", "whole": "w"}, {"a": "2"}, "`articlefacts run` brings the tables up to date."),
        ({"extraction": "e", "whole": "x"}, {"a": "1"}, "publishes anew"),
        ({"extraction": "x", "whole": "x"}, {"a": "1"}, "reads everything again"),
    ],
)
def test_verdict(fingerprints: dict[str, str], contents: dict[str, str | None], expected: str) -> None:
    manifest = Manifest("1.0", "digest", {"extraction": "e", "whole": "w"}, {}, {})
    assert expected in verdict(compare({"a": "1"}, contents), manifest, fingerprints)


def test_status_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw, processed = tmp_path / "raw", tmp_path / "processed"
    raw.mkdir()
    (raw / "b.txt").write_text("Mira Holt wrote a novel.")
    status_command(raw, processed, None)
    assert "new: b.txt\nNothing is published yet" in capsys.readouterr().out
    assert not processed.exists()
    run_pipeline(Settings(raw, processed))
    (raw / "b.txt").rename(raw / "c.txt")
    status_command(raw, processed, None)
    assert "renamed: b.txt -> c.txt" in capsys.readouterr().out
