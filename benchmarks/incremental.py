"""What one changed article costs once all are read: `python -m benchmarks.incremental [--articles N]`.

The invented extractions of `benchmarks.scale`, each decided in a process of its own: all of them with nothing kept from
before, then again after one article has changed, then after one was removed. Seconds are the processor's; the last
column is the ratio to the full one of the same call. Fails where a rerun's tables are not those of a rebuild.
"""

import argparse
import hashlib
import multiprocessing as mp
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from benchmarks.scale import extractions
from pipeline.reconcile import Decision, reconcile_claims
from pipeline.records import Extraction
from pipeline.resolve import resolve_entities
from pipeline.run.collector import without_collector
from pipeline.store.memory import RunMemory


class Decided(NamedTuple):
    resolve: float  # seconds
    reconcile: float  # with reading and writing what is kept
    decided: int
    kept: int
    digest: str


def world(articles: int, edit: str) -> dict[str, Extraction]:
    """All articles, or all after one was edited: 'changed' lost half of its statements, 'removed' is gone."""
    found = dict(extractions(articles))
    first = min(found)
    if edit == "changed":
        found[first] = replace(found[first], statements=found[first].statements[::2])
    elif edit == "removed":
        del found[first]
    return found


@without_collector()
def decide(connection: Any, articles: int, edit: str, path: Path | None) -> None:
    """What a run does once all articles are read, up to the tables; `path` holds what earlier runs have kept."""
    found = world(articles, edit)
    started = time.process_time()
    resolution = resolve_entities(found)
    resolved = time.process_time()
    memory = RunMemory(path, "", Decision) if path else None
    result = reconcile_claims(resolution.claims, resolution.entities, decisions=memory)
    if memory:
        memory.save()
    ended = time.process_time()
    content = msgspec.msgpack.encode((resolution.entities, resolution.claims, result.facts, result.conflicts))
    digest = hashlib.sha256(content).hexdigest()
    connection.send(Decided(resolved - started, ended - resolved, result.decided, result.kept, digest))


def in_own_process(articles: int, edit: str, path: Path | None) -> Decided:
    context = mp.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=decide, args=(theirs, articles, edit, path))
    process.start()
    theirs.close()
    try:
        return Decided(*ours.recv())
    except EOFError:
        sys.exit("a measured process died; its own message is above")
    finally:
        process.join()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=8_000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "decisions"
        full = in_own_process(args.articles, "", path)
        print(f"{args.articles:,} articles    resolve  reconcile   decided      kept   of the full one")
        _print("all", full, full)
        for edit in ("changed", "removed"):
            rerun = in_own_process(args.articles, edit, path)
            _print(f"one {edit}", rerun, full)
            if rerun.digest != in_own_process(args.articles, edit, None).digest:
                sys.exit("the rerun's tables are not those of a rebuild")


def _print(what: str, each: Decided, full: Decided) -> None:
    total, of = each.resolve + each.reconcile, full.resolve + full.reconcile
    print(
        f"{what:<15} {each.resolve:7.1f} s {each.reconcile:8.1f} s {each.decided:9,} {each.kept:9,}"
        f"   {total / of:.2f}; reconcile {each.reconcile / full.reconcile:.2f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
