"""The date finder on a file of texts: `python -m benchmarks.dates CASES.jsonl PREDICTIONS.jsonl`.

A case is a line {"id", "text", "published_on"}; a prediction a line {"id", "timex": [{"start", "end", "edtf"}, ...]},
where an expression without a calendar value may carry a "duration".
"""

import argparse
import json
import time
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.extract.dates import find_temporal_expressions


def predict(text: str, published_on: str | None) -> list[dict[str, Any]]:
    """The temporal expressions of one text, as the scorer of the benchmark reads them."""
    day = date.fromisoformat(published_on) if published_on else None
    return [
        {"start": found.start, "end": found.end, "edtf": found.edtf}
        | ({"duration": found.duration} if found.duration else {})
        for found in find_temporal_expressions(text, day)
    ]


def main() -> None:
    """Writes the predictions and says how fast they were made."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("cases", type=Path)
    parser.add_argument("predictions", type=Path)
    args = parser.parse_args()
    cases = [json.loads(line) for line in args.cases.read_text(encoding="utf-8").splitlines() if line.strip()]
    predict("In July 2021.", None)  # builds the lexicon
    start = time.perf_counter()
    rows = [{"id": case["id"], "timex": predict(case["text"], case.get("published_on"))} for case in cases]
    seconds = time.perf_counter() - start
    args.predictions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    n_chars = sum(len(case["text"]) for case in cases)
    print(f"{len(rows)} texts, {n_chars:,} characters, {n_chars / seconds:,.0f} characters a second")


if __name__ == "__main__":
    main()
