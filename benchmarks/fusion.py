"""Conflicting claims of many sources: `python -m benchmarks.fusion DATASET_DIR OUT.csv`, or `--all BENCH_DIR`.

Reads `claims.csv[.gz]`, `schema.json` and, where there is one, `hierarchy.csv`; never the truth. `--all` fuses every
set below BENCH_DIR (`../shared/bench/fusion`) and prints what the scorer there says of it.
"""

import argparse
import importlib.util
import json
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.reconcile.fusion import ValueType, broader_values, fuse


def read_claims(folder: Path) -> pd.DataFrame:
    path = folder / "claims.csv"
    wanted = ("source", "subject", "predicate", "value", "as_of")
    return pd.read_csv(
        path if path.exists() else folder / "claims.csv.gz",
        dtype=str,
        keep_default_na=False,
        usecols=lambda name: name in wanted,
    )


def read_types(folder: Path) -> dict[str, ValueType]:
    schema = json.loads((folder / "schema.json").read_text(encoding="utf-8"))["predicates"]
    return {predicate: _value_type(entry) for predicate, entry in schema.items()}


def _value_type(entry: Mapping[str, Any]) -> ValueType:
    return ValueType(
        kind=entry["type"],
        relative=entry.get("rel_tolerance", 0.01),
        absolute=entry.get("abs_tolerance", 0.0),
        minutes=entry.get("tolerance_minutes", 0),
    )


def read_broader(folder: Path) -> Mapping[str, frozenset[str]]:
    path = folder / "hierarchy.csv"
    if not path.exists():
        return {}
    nodes = pd.read_csv(path, dtype=str, keep_default_na=False)
    return broader_values(zip(nodes["id"], nodes["name"], nodes["parent_id"], strict=True))


def fuse_folder(folder: Path, out: Path) -> float:
    """Writes subject, predicate, value, confidence; returns the seconds it took, reading and writing included."""
    started = time.perf_counter()
    fused = fuse(read_claims(folder), read_types(folder), read_broader(folder))
    fused.to_csv(out, index=False, lineterminator="\n")
    return time.perf_counter() - started


def load_scorer(bench: Path) -> Any:
    spec = importlib.util.spec_from_file_location("fusion_score", bench / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(bench: Path) -> list[dict[str, Any]]:
    """One row per set: accuracy, that of the vote, calibration error, seconds."""
    scorer = load_scorer(bench)
    rows = []
    for folder in sorted(path for path in bench.iterdir() if (path / "schema.json").exists()):
        with tempfile.TemporaryDirectory() as scratch:
            out = Path(scratch) / "fused.csv"
            seconds = fuse_folder(folder, out)
            scored = scorer.score(str(folder), scorer.load_predictions(str(out)))
        voted = {(s, p): (v, c) for s, p, v, c in scorer.vote(str(folder))}
        vote = scorer.score(str(folder), voted)["accuracy"]
        ece = scored["confidence"]["ece"]
        rows.append({"set": folder.name, "accuracy": scored["accuracy"], "vote": vote, "ece": ece, "seconds": seconds})
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="fuse and score every set below a folder")
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    args = parser.parse_args()
    if not args.all:
        if args.out is None:
            parser.error("where to write the fused values?")
        fuse_folder(args.folder, args.out)
        return 0
    if not (args.folder / "score.py").is_file():
        print(f"no claim sets at {args.folder}: they are not part of the repository", file=sys.stderr)
        return 2
    table = pd.DataFrame(report(args.folder))
    mean = table.drop(columns="set").mean().to_dict() | {"set": "mean", "seconds": table["seconds"].sum()}
    print(pd.concat([table, pd.DataFrame([mean])]).round(4).to_string(index=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
