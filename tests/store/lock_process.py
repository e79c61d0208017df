"""A process that takes the workspace lock. Started by test_lock.py.

hold PROCESSED            says 'held' and holds the lock until it is killed or its standard input closes
fork PROCESSED            the same, with a forked child that outlives it
take PROCESSED LOG TIMES  takes the lock again and again, and notes in LOG when it begins and ends
"""

import os
import sys
import time
from pathlib import Path

from pipeline.store import workspace_lock


def hold(processed: Path) -> None:
    with workspace_lock(processed):
        print("held", flush=True)
        sys.stdin.read()


def fork(processed: Path) -> None:
    with workspace_lock(processed):
        child = os.fork()
        if child == 0:
            time.sleep(60)
            os._exit(0)
        print(child, flush=True)
        sys.stdin.read()


def take(processed: Path, log: Path, times: int) -> None:
    for _ in range(times):
        with workspace_lock(processed, wait=None):
            note(log, "begin")
            time.sleep(0.002)
            note(log, "end")


def note(log: Path, word: str) -> None:
    with log.open("a") as file:
        file.write(f"{os.getpid()} {word}\n")


if __name__ == "__main__":
    verb, processed, *rest = sys.argv[1:]
    if verb == "take":
        take(Path(processed), Path(rest[0]), int(rest[1]))
    else:
        {"hold": hold, "fork": fork}[verb](Path(processed))
