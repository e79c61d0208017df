"""A reader that loads tables while runs switch. Started by test_crash.py; says 'ready' after the
first round, and reads until its standard input closes.

Every row of a sample table carries the number of its run. A table is whole when all its rows carry one number, there
are as many as a run writes, and the `inputs` in the file's metadata belong to that run. Prints one line at the end:
the number of loads, the number of different runs seen, and what was wrong.
"""

import re
import select
import sys
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from pipeline.errors import NothingPublished
from pipeline.publish import open_snapshot

# the column that carries the run, and the rows of a run
MARKS = {
    "documents": ("title", 4),
    "mentions": ("section", 80),
    "entities": ("name", 1),
    "dates": ("section", 80),
    "awards": ("award", 1),
    "claims": ("extractor", 1),
    "facts": ("subject", 1),
    "conflicts": ("rule", 1),
}


TRIES = 3
PAUSE_SECONDS = 0.06  # leaves the processor to the runs


class Reader:
    def __init__(self, processed: Path) -> None:
        self.processed = processed
        self.loads = 0
        self.torn = 0
        self.run_of_inputs: dict[bytes, str] = {}
        self.wrong: list[str] = []

    def load_everything(self) -> None:
        """Each table by its name, as an analyst does, and then all tables of one snapshot."""
        for name in MARKS:
            path = self.processed / f"{name}.parquet"
            try:
                self.check(name, self.read_by_path(path))
                with path.open("rb") as file:
                    parquet = pq.ParquetFile(file)
                    self.check(name, parquet.read().to_pandas(), parquet.schema_arrow.metadata[b"inputs"])
            except FileNotFoundError:
                if self.loads:
                    self.wrong.append(f"{name} vanished")
        self.load_one_snapshot()

    def read_by_path(self, path: Path) -> pd.DataFrame:
        """pandas opens a path twice, so a switch in between may make it fail (test_torn_reads.py): read again."""
        for _ in range(TRIES - 1):
            try:
                return pd.read_parquet(path)
            except FileNotFoundError:
                raise
            except OSError:
                self.torn += 1
        return pd.read_parquet(path)

    def load_one_snapshot(self) -> None:
        """A snapshot goes away only as a whole, while a reader is slower than `KEPT` runs."""
        try:
            snapshot = open_snapshot(self.processed)
        except NothingPublished:
            return
        try:
            runs = {self.check(name, snapshot.frame(name)) for name in MARKS}
        except FileNotFoundError:
            if snapshot.path.exists():
                self.wrong.append(f"{snapshot.path.name} lost a table")
            return
        if len(runs) != 1:
            self.wrong.append(f"one snapshot holds runs {sorted(runs)}")

    def check(self, name: str, frame: pd.DataFrame, inputs: bytes | None = None) -> str:
        column, rows = MARKS[name]
        runs = {re.sub(r"\D", "", mark) for mark in frame[column].dropna()}
        run = "+".join(sorted(runs))
        if len(runs) != 1 or len(frame) != rows:
            self.wrong.append(f"{name} holds {len(frame)} rows of runs {run}")
        if inputs is not None and self.run_of_inputs.setdefault(inputs, run) != run:
            self.wrong.append(f"{name} of run {run} carries the inputs of run {self.run_of_inputs[inputs]}")
        self.loads += 1
        return run


def main(processed: Path) -> None:
    reader = Reader(processed)
    reader.load_everything()
    print("ready", flush=True)
    while not select.select([sys.stdin], [], [], PAUSE_SECONDS)[0]:
        reader.load_everything()
    reader.load_everything()  # so that the last run is among those seen, however busy the machine
    print(reader.loads, len(reader.run_of_inputs), "; ".join(reader.wrong[:3]) or "nothing wrong")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
