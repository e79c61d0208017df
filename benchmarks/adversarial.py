"""Time on hostile texts, at n and at 2n: `python -m benchmarks.adversarial [--size 500000] [--only html]`.

For every layout, the table repair, the date finder, both language pipelines alone, and extraction as a whole with the
smaller one; the last three read a part of the size only, SHARES. CPU seconds without the collector's pauses; a case
whose ratio is not clearly below the limit is measured again, and the best of three counts. Exits with 1 when a ratio is
above the limit; cases faster than a few milliseconds have no ratio.
"""

import argparse
import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from time import process_time

from benchmarks.hostile import PIECES, Case, cases, docx_with, pdf_with
from pipeline.errors import ArticleRejected
from pipeline.extract import Language, extract_claims, load_language
from pipeline.extract.dates import find_temporal_expressions
from pipeline.extract.language import SHIPPED
from pipeline.parse import parse_article
from pipeline.parse.tables import repair_table
from pipeline.records import Article, Cell

LIMIT = 2.5
DOUBTFUL = 2.25  # from here on a case is measured again
REPEATS = 3
SHORTEST = 0.02  # seconds at n: below them a ratio tells nothing
SHARES = {"accurate": 40, "fast": 10, "extraction": 10}
TEXT_LAYOUTS = ("html", "wikitext", "wiki_dump", "markdown", "web_text")


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table of ratios."""
    parser = argparse.ArgumentParser(description="Time on hostile texts, at n and at 2n.")
    parser.add_argument("--size", type=int, default=500_000, help="n in characters")
    parser.add_argument("--only", choices=list(PIECES))
    options = parser.parse_args(arguments)
    print(f"{'reader':<10} {'case':<30} {'at n':>8} {'at 2n':>8} {'ratio':>6}  outcome")
    worst = 0.0
    for case in cases(options.only):
        once, twice, outcome = measure(case, options.size)
        ratio = ratio_of(once, twice)
        worst = max(worst, ratio or 0.0)
        shown = f"{ratio:6.2f}" if ratio is not None else "     -"
        print(f"{case.reader:<10} {case.piece.name:<30} {once:8.3f} {twice:8.3f} {shown}  {outcome}", flush=True)
    print(f"worst ratio {worst:.2f}, limit {LIMIT}")
    if worst > LIMIT:
        sys.exit(1)


def ratio_of(once: float, twice: float) -> float | None:
    """How much longer twice the text takes; None when it is too fast to tell."""
    return twice / once if once >= SHORTEST else None


def measure(case: Case, size: int) -> tuple[float, float, str]:
    """CPU seconds at n and at 2n, and what came of the longer text."""
    short, long = prepared(case, size), prepared(case, 2 * size)
    (once, _), (twice, outcome) = timed(short), timed(long)
    for _ in range(REPEATS - 1):
        if (ratio_of(once, twice) or 0.0) < DOUBTFUL:
            break
        once, twice = min(once, timed(short)[0]), min(twice, timed(long)[0])
    return once, twice, outcome


def prepared(case: Case, size: int) -> Callable[[], str]:
    """The work to be timed: what stands around it, such as packing a file, is done before."""
    text = case.text(size // SHARES.get(case.reader, 1))
    if case.reader in SHIPPED:
        return lambda: f"{len(_language(case.reader)(text).ents)} entities"
    if case.reader == "extraction":
        return lambda: _extract(_article("web_text", text.encode("utf-8", "replace").decode("utf-8")))
    if case.reader == "dates":
        return lambda: f"{len(find_temporal_expressions(text, date(2021, 6, 16)))} dates"
    if case.reader == "tables":
        lines = list(_rows(text))
        return lambda: f"{len(repair_table(('Awards',), lines).rows)} rows"
    return lambda: _parse(_article(case.reader, text))


@cache
def _language(name: str) -> Language:
    nlp = load_language(name)
    nlp("Ada Quill wrote Ember Days.")  # the network is made ready when it is first needed
    return nlp


def _article(reader: str, text: str) -> Article:
    if reader in TEXT_LAYOUTS:
        return Article("a", text, "0", "utf-8")
    data = docx_with(text) if reader == "docx" else pdf_with(text.encode("cp1252"))
    return Article("a", "", "0", None, data)


def _parse(article: Article) -> str:
    try:
        parsed = parse_article(article)
    except ArticleRejected as rejected:
        return f"rejected: {str(rejected)[:60]}"
    return f"{parsed.layout}, {len(parsed.passages)} passages, {len(parsed.tables)} tables"


def _extract(article: Article) -> str:
    try:
        parsed = parse_article(article)
    except ArticleRejected as rejected:
        return f"rejected: {str(rejected)[:60]}"
    return f"{len(next(extract_claims([parsed], _language('fast'))).mentions)} mentions"


def _rows(text: str) -> Iterator[list[Cell]]:
    for line in text.split("\n"):
        yield [Cell(part, 0, len(part)) for part in line.split("|")]


def timed(work: Callable[[], str]) -> tuple[float, str]:
    """CPU seconds of the work, and what came of it."""
    gc.collect()
    gc.disable()
    started = process_time()
    outcome = work()
    seconds = process_time() - started
    gc.enable()
    return seconds, outcome


if __name__ == "__main__":
    main()
