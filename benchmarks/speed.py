"""Speed and memory of a whole run: `python -m benchmarks.speed [--articles N] [--workers N]`.

Every figure is a ratio against a baseline measured in the same call, each in a process of its own: a bare `nlp.pipe`
over the same texts with the same model and number of processes; a full run for the reruns. Peak memory is that of
the largest process of a run, at N and at N/2 articles, so that the growth per thousand articles can be told from the
constant cost of loading a model.
"""

import argparse
import multiprocessing as mp
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import Any

from benchmarks.generated import write_articles


def _measured(connection: Any, work: Callable[..., None], args: Sequence[Any], clock: Callable[[], float]) -> None:
    started = clock()
    work(*args)
    seconds = clock() - started
    kib = max(getrusage(RUSAGE_SELF).ru_maxrss, getrusage(RUSAGE_CHILDREN).ru_maxrss)
    connection.send((seconds, kib / 1024))


def in_own_process(
    work: Callable[..., None], *args: Any, clock: Callable[[], float] = time.perf_counter
) -> tuple[float, float]:
    """Seconds of `work(*args)` by `clock`, without the start of its process, and MiB of its largest process."""
    context = mp.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_measured, args=(theirs, work, args, clock))
    process.start()
    theirs.close()
    try:
        seconds, mib = ours.recv()
    except EOFError:
        sys.exit("a measured process died; its own message is above")
    process.join()
    return seconds, mib


def bare_pipe(raw: Path, workers: int) -> None:
    """The baseline: the shipped model reads the texts and nothing else happens."""
    from pipeline.extract import load_language

    nlp = load_language()
    texts = [path.read_text(encoding="utf-8") for path in sorted(raw.iterdir())]
    for _ in nlp.pipe(texts, n_process=workers):
        pass


def whole_run(raw: Path, processed: Path, workers: int) -> None:
    """The plain function under the flow."""
    from pipeline.run.settings import Settings
    from pipeline.run.whole import run_pipeline

    run_pipeline(Settings(raw=raw, processed=processed, workers=workers))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _report(Path(folder), args.articles, args.workers)


def _report(folder: Path, articles: int, workers: int) -> None:
    raw, processed = folder / "raw", folder / "processed"
    half = folder / "half"
    paths = write_articles(raw, articles)
    write_articles(half, articles // 2)
    bare, _ = in_own_process(bare_pipe, raw, workers)
    full, mib = in_own_process(whole_run, raw, processed, workers)
    nothing, _ = in_own_process(whole_run, raw, processed, workers)
    paths[0].write_text(paths[1].read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    one, _ = in_own_process(whole_run, raw, processed, workers)
    _, half_mib = in_own_process(whole_run, half, folder / "half-processed", workers)
    growth = (mib - half_mib) / (articles - articles // 2) * 1000
    characters = sum(path.stat().st_size for path in paths)
    print(f"{articles} generated articles, {characters / 1e6:.1f} MB, {workers} processes")
    print(f"bare nlp.pipe      {bare:8.1f} s   1.00")
    print(f"whole run          {full:8.1f} s   {full / bare:.2f} of nlp.pipe   {articles / full:.0f} articles/s")
    print(f"rerun, one changed {one:8.1f} s   {one / full:.3f} of the whole run")
    print(f"rerun, nothing new {nothing:8.1f} s   {nothing / full:.3f} of the whole run")
    print(f"peak memory of the largest process {mib:.0f} MiB; {growth:.0f} MiB more per thousand articles")


if __name__ == "__main__":
    main()
