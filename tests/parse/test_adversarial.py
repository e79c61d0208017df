"""Hostile texts, briefly: all layouts, the table repair, the date finder. `benchmarks.adversarial` has the long run."""

import contextlib

import pytest

from benchmarks.adversarial import prepared, ratio_of, timed
from benchmarks.hostile import HTML, WIKI, Case, Piece, cases
from pipeline.errors import ArticleRejected
from pipeline.parse import parse_article
from pipeline.parse.tables import repair_table
from pipeline.records import Article, Cell

SIZE = 2_000
LIMIT = 3.0  # of so short texts; a quadratic reader is near 4
ATTEMPTS = 8  # on a machine that does other things as well


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.reader}: {case.piece.name}")
def test_twice_the_text_takes_about_twice_the_time(case: Case) -> None:
    short, long = prepared(case, SIZE), prepared(case, 2 * SIZE)
    once = twice = float("inf")
    for _ in range(ATTEMPTS):
        once, twice = min(once, timed(short)[0]), min(twice, timed(long)[0])
        if (ratio_of(once, twice) or 0.0) < LIMIT:
            return
    pytest.fail(f"{once:.3f} s for {SIZE} characters, {twice:.3f} s for twice as many")


@pytest.mark.parametrize(
    "text",
    [
        HTML + "<div>" * 100_000 + "Deep words stand here, in the end.",
        HTML + "<table><tr>" + "<td>a" * 10_000,
        HTML + f"<table><tr><td rowspan={2**31} colspan={2**31}>a</td></tr><tr><td>b</td></tr></table>",
        WIKI + "{{a|" * 20_000,
        WIKI + "{|\n|-\n| a" + " || b" * 10_000 + "\n|}",
        WIKI + f"{{|\n|-\n| rowspan={2**31} colspan={2**31} | a\n|-\n| b\n|}}",
        "# Title\n\n**a** [b](c)\n\n" + "> " * 50_000 + "a",
        "# Title\n\n**a** [b](c)\n\n|" + " a |" * 10_000 + "\n|" + "---|" * 10_000 + "\n",
    ],
    ids=lambda text: f"{len(text)} characters from {text[-12:]!r}",
)
def test_what_nobody_would_write_is_read_or_rejected(text: str) -> None:
    with contextlib.suppress(ArticleRejected):
        assert parse_article(Article("a", text, "0", "utf-8")).passages


def test_ten_thousand_columns_keep_their_order() -> None:
    row = [Cell(str(i), i, i + 1) for i in range(10_000)]
    assert repair_table(("Awards",), [row, row]).rows[0][9_999] == row[9_999]


def test_a_case_has_about_the_size_asked_for() -> None:
    text = Case("dates", Piece("a", "ab", "(", ")")).text(10)
    assert text == "(abababab)"
