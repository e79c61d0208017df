"""Quality against hand-annotated articles: `python -m benchmarks.quality [--bench DIR] [--misses] [--check]`.

Runs the real pipeline on the annotated articles of `../shared/bench/articles` (the three articles of `raw/`, and dev
articles of other works) and of `tests/articles` (development; held back and fresh: no rule or model was developed on
them), then the benchmark's scorer. `--check` compares with the floors pinned in `benchmarks/floors.json` and fails
below them.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.run.settings import Settings
from pipeline.run.whole import run_pipeline

FLOORS = Path(__file__).with_name("floors.json")
ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT.parent / "shared" / "bench" / "articles"
OURS = ROOT / "tests" / "articles"
LINE = re.compile(r"^(?P<measure>\S.*?) +tp +\d+  .* P (?P<p>[\d.]+)  R (?P<r>[\d.]+)  F1 (?P<f>[\d.]+)$")


@dataclass(frozen=True, slots=True)
class Score:
    measure: str
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Corpus:
    """Annotated articles: where they lie and what the scorer compares them with."""

    name: str
    raw: Path
    gold: Path
    options: tuple[str, ...] = ()


def corpora(bench: Path) -> tuple[Corpus, ...]:
    """The corpora below `bench`, the folder that holds `score.py`."""
    across = ("reconciled", "awards", "conflicts")
    options = tuple(o for name in across for o in (f"--{name}", str(bench / f"{name}.json")))
    return (
        Corpus("three", bench.parent.parent / "raw", bench / "gold", options),
        Corpus("dev", bench / "dev" / "raw", bench / "dev" / "gold"),
        Corpus("development", OURS / "development" / "raw", OURS / "development" / "gold"),
        Corpus("held back", OURS / "held_back" / "raw", OURS / "held_back" / "gold"),
        Corpus("alike", OURS / "alike" / "raw", OURS / "alike" / "gold"),
        Corpus("fresh", OURS / "fresh" / "raw", OURS / "fresh" / "gold"),
    )


def measure(corpus: Corpus, scorer: Path, *, misses: bool = False) -> tuple[str, list[Score]]:
    """What the scorer prints for a clean run over the corpus, and the scores in it."""
    with tempfile.TemporaryDirectory() as folder:
        run_pipeline(Settings(raw=corpus.raw, processed=Path(folder)))
        command = [sys.executable, str(scorer), folder, str(corpus.gold), *corpus.options, *["--misses"] * misses]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return printed, list(_read_scores(printed))


def _read_scores(printed: str) -> Iterator[Score]:
    for line in printed.splitlines():
        if found := LINE.match(line):
            yield Score(found["measure"].strip(), float(found["p"]), float(found["r"]), float(found["f"]))


def below_floor(corpus: str, scores: list[Score]) -> list[str]:
    """Sentences on the measures that fell below their pinned floor."""
    floors: dict[str, float] = json.loads(FLOORS.read_text())[corpus]
    found = {s.measure: s.f1 for s in scores}
    return [
        f"{corpus}: {measure} is {found.get(measure, 0.0):.3f}, its floor is {floor:.3f}"
        for measure, floor in floors.items()
        if found.get(measure, 0.0) < floor
    ]


def markdown(scores: dict[str, list[Score]]) -> str:
    """One row per measure (labels of mentions left out), one column per corpus: precision / recall / F1."""
    measures = [s.measure for s in next(iter(scores.values())) if not s.measure.startswith("mentions ")]
    lines = [f"| | {' | '.join(scores)} |", f"| --- |{' --- |' * len(scores)}"]
    for measure in measures:
        found = [next((s for s in each if s.measure == measure), None) for each in scores.values()]
        cells = [f"{s.precision:.2f} / {s.recall:.2f} / **{s.f1:.2f}**" if s else "" for s in found]
        lines.append(f"| {measure} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=BENCH)
    parser.add_argument("--misses", action="store_true", help="list every miss and false alarm")
    parser.add_argument("--check", action="store_true", help="fail below the pinned floors")
    args = parser.parse_args()
    if not (args.bench / "score.py").is_file():
        print(f"no annotated articles at {args.bench}: they are not part of the repository", file=sys.stderr)
        return 2
    failures: list[str] = []
    table: dict[str, list[Score]] = {}
    for corpus in corpora(args.bench):
        if not any(corpus.raw.glob("*.txt")):
            continue
        printed, scores = measure(corpus, args.bench / "score.py", misses=args.misses)
        print(f"== {corpus.name}\n{printed}")
        table[corpus.name] = scores
        failures += below_floor(corpus.name, scores) if args.check else []
    print(markdown(table))
    print("".join(f"\n{failure}" for failure in failures), file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
