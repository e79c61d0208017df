"""A process that publishes and is killed. Started by test_crash.py; obeys one line of standard input at a time.

    step NAME RUN     a child publishes RUN and kills itself where `on_step` is called with NAME
    call N RUN        a child publishes RUN and kills itself at its N-th change to the file system
    after SECONDS RUN a child publishes RUN, RUN + 1, ... and is killed so long after its first change to the disk

Each child is a process of its own, forked before anything but imports has happened. The answer to each line is
'killed' or 'done'.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from published_sample import FINGERPRINTS, sample_content, sample_texts

from pipeline.publish import publish_tables

CHANGES = {"os.rename", "os.symlink", "os.remove", "os.mkdir", "os.rmdir"}


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def publish(processed: Path, run: int, on_step: Callable[[str], None] = lambda _: None) -> None:
    content = sample_content(run, lines=40)
    texts = sample_texts(run, lines=40)
    publish_tables(content, processed, fingerprints=FINGERPRINTS, read_text=texts.get, on_step=on_step)


def die_at_step(processed: Path, name: str, run: int) -> None:
    publish(processed, run, lambda step: die() if step == name else None)


def die_at_call(processed: Path, n: int, run: int) -> None:
    calls = count(1)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if (event in CHANGES or writes) and next(calls) == n:
            die()

    sys.addaudithook(watch)
    publish(processed, run)


def publish_for_ever(processed: Path, run: int, begun: int) -> None:
    for each in count(run):
        publish(processed, each, lambda _: os.write(begun, b"."))


def started(work: Callable[[], None]) -> int:
    """A child that does the work and ends."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


def killed(child: int) -> bool:
    """Whether the child was killed; waits for its end."""
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def killed_after(processed: Path, seconds: float, run: int) -> bool:
    begins, begun = os.pipe()
    child = started(lambda: publish_for_ever(processed, run, begun))
    os.read(begins, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.close(begins)
    os.close(begun)
    return killed(child)


def main(processed: Path) -> None:
    for line in sys.stdin:
        verb, _, rest = line.strip().partition(" ")
        argument, _, run = rest.rpartition(" ")
        if verb == "step":
            was_killed = killed(started(lambda a=argument, r=int(run): die_at_step(processed, a, r)))
        elif verb == "call":
            was_killed = killed(started(lambda a=int(argument), r=int(run): die_at_call(processed, a, r)))
        else:
            was_killed = killed_after(processed, float(argument), int(run))
        print("killed" if was_killed else "done", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
