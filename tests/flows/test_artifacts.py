"""What a run leaves in the interface."""

from dataclasses import replace

from flows.artifacts import conflict_rows, headline, summary_markdown
from pipeline.publish import Changes
from pipeline.records import Candidate, Conflict, Rejection
from pipeline.run.report import RunReport

REPORT = RunReport(
    published=True,
    snapshot="000002-1f0c",
    read=2,
    unchanged=1,
    duplicates=(),
    rejected=(Rejection("a|b.txt", "empty <file>"),),
    removed=(),
    rows={"facts": 1200},
    changes=Changes(new_conflicts=("Kaze studio (typo): undecided",)),
    decided=12,
    kept=1300,
    seconds={"plan": 0.25},
)


def test_headline_says_what_happened() -> None:
    assert headline(REPORT) == "2 read, 1 unchanged, 1 rejected; published 000002-1f0c"
    assert headline(replace(REPORT, published=False, read=0)) == (
        "1 unchanged, 1 rejected; nothing new, still 000002-1f0c"
    )


def test_the_summary_counts_and_lists() -> None:
    lines = summary_markdown(REPORT).splitlines()
    assert "| facts | 1,200 |" in lines
    assert "| plan | 0.2 |" in lines
    assert "12 questions decided anew, 1,300 decisions kept from before." in lines
    assert "## New conflicts (1)" in lines
    assert "- Kaze studio \\(typo\\): undecided" in lines
    assert not any(line.startswith("## Duplicates") for line in lines)


def test_words_of_articles_are_never_markup() -> None:
    assert "- a\\|b.txt: empty \\<file\\>" in summary_markdown(REPORT).splitlines()


def test_contradictions_come_first() -> None:
    rows = conflict_rows([conflict("b", "alias"), conflict("c", "contradiction"), conflict("a", "typo")])
    assert [(row["subject"], row["kind"]) for row in rows] == [("c", "contradiction"), ("a", "typo"), ("b", "alias")]
    assert rows[0]["candidates"] == "x | y"


def conflict(subject: str, kind: str) -> Conflict:
    candidates = (Candidate("x", (), (), 1.0), Candidate("y", (), (), 1.0))
    return Conflict(f"cfl-{subject}", subject, None, None, None, "studio", kind, candidates, None, "rule", "Why.")
